import { describe, expect, it } from "vitest";

import { planFile } from "./project-folder.js";
import { publishFiles, type Edition } from "./publish-project.js";

const months = Array.from({ length: 48 }, (_, index) => {
  const time = `${2020 + Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, "0")}-01`;
  // The first month is 0: an error in percent of it does not exist, and a document says so.
  const actual = index === 0 ? 0 : 100 + 10 * (index % 12) + (index > 36 ? 40 : 0);
  const forecast = 103 + 10 * (index % 12) - (index % 5);
  const [label, other] = [index % 3, (index % 7 === 0 ? index + 1 : index) % 3].map((one) => "uvw"[one]);
  return [time, actual, forecast, forecast - 20, forecast + 20, label, other].join(",");
});
const forecast = {
  id: "f",
  task: "forecast",
  data: "data.csv",
  time: "t",
  actual: "a",
  forecast: "f",
  interval: { low: "low", high: "high", level: 0.8 },
  season: 12,
};
const series = { id: "s", task: "series", data: "data.csv", time: "t", measure: "a", season: 12 };
const regression = { id: "r", task: "regression", data: "data.csv", actual: "a", forecast: "f" };
const multiclass = { id: "m", task: "multiclass", data: "data.csv", label: "y", prediction: "p" };
const labels = { id: "l", task: "labels", data: "data.csv", annotators: ["y", "p"] };
const classless = { forecast, series, regression, multiclass, labels };
const binary = { id: "b", counts: { tp: 80, fn: 20, fp: 50, tn: 950 } };

/** Words that stand nowhere else, so that finding one means that a sentence used it. */
const classes = {
  positive: "QPOSONEQ / QPOSMANYQ",
  negative: "QNEGONEQ / QNEGMANYQ",
  flagged: "QFLAGGEDQ",
  missed: "QMISSEDQ",
  unflagged: "QUNFLAGGEDQ",
};

function published(evaluations: readonly object[], words: object, edition: Edition = {}) {
  const kinds = ["briefing", "limitation-portfolio", "model-card"];
  return publishFiles(
    {
      "data.csv": ["t,a,f,low,high,y,p", ...months].join("\n"),
      "forthright.yaml": planFile({
        use: { intended: ["Test"], out_of_scope: ["Anything else"] },
        words,
        evaluations,
        criteria: evaluations.includes(forecast)
          ? [{ id: "AC-1", title: "Small errors", metric: "wape", at_most: 0.08, evaluation: "f" }]
          : [],
        documents: kinds.map((kind) => ({
          kind,
          status: "final",
          decision: { ask: "Decide.", owner: "Head", by: "2026-10-13" },
        })),
      }),
    },
    edition,
  );
}

/** What final documents lack, by kind. */
async function lacking(evaluations: readonly object[], words: object): Promise<string[][]> {
  const { documents } = await published(evaluations, words);
  return documents.map(({ messages }) =>
    messages.filter(({ code }) => code === "missing-fact").map(({ text }) => text),
  );
}

const none = [[], [], []];
const all = none.map(() => ["What the cases are called (words)."]);

describe("words a final document asks for", () => {
  it.each(Object.entries(classless))("of task %s: the case alone", async (_task, evaluation) => {
    expect(await lacking([evaluation], { case: "month / months" })).toEqual(none);
    expect(await lacking([evaluation], { positive: "rise / rises", negative: "fall / falls" })).toEqual(all);
  });

  it("of two classes: case, positive and negative, also beside a forecast", async () => {
    const words = { case: "month / months", positive: "rise / rises" };
    for (const evaluations of [[binary], [forecast, binary]]) {
      expect(await lacking(evaluations, words)).toEqual(all);
      expect(await lacking(evaluations, { ...words, negative: "fall / falls" })).toEqual(none);
    }
  });

  it.each(Object.entries(classless))(
    "and no sentence of task %s names a class",
    async (_task, evaluation) => {
      for (const audience of ["internal", "public"] as const) {
        const words = { case: "month / months", ...classes };
        const { documents } = await published([evaluation], words, { audience });
        const texts = documents.flatMap(({ html, markdown, pictures }) => [
          html,
          markdown,
          ...Object.values(pictures),
        ]);
        expect(texts.length).toBeGreaterThan(5);
        const used = texts.flatMap((text) => text.match(/Q(?:POS|NEG|MISSED|(?:UN)?FLAGGED)[A-Z]*Q/g) ?? []);
        expect(used).toEqual([]);
      }
    },
  );

  it("and those of two classes do name them, so that the search above can find them", async () => {
    const { documents } = await published([binary], { case: "month / months", ...classes });
    const text = documents.map(({ markdown }) => markdown).join("");
    expect(text).toContain("QPOSMANYQ");
    expect(text).toContain("QFLAGGEDQ");
  });
});
