import type { Chart } from "../../model/chart.js";
import { plainText } from "../../phrasing/inline.js";
import type { CheckedDocument } from "../checked-document.js";
import type { ClaimComplaint, Rule } from "../rule.js";
import { specFaults } from "../spec-faults.js";

/** A picture carries what a reader needs to believe it, and nothing that bends it. */
export const chartHygiene: Rule = {
  id: "chart-hygiene",
  alias: "L37",
  severity: "error",
  summary:
    "A chart has a title, a text for those who do not see it, its n, unit, source and window, and an honest scale.",
  why: "A bar that does not start at nothing shows a difference larger than it is; a colour alone says nothing to one reader in twelve; a chart without n and source cannot be questioned.",
  exceptions:
    "The window may stand in the document’s line about its evidence. Evidence given as counts in the plan has no file to name.",
  source: "Cleveland and McGill 1984; Lundgard and Satyanarayan 2021, levels of chart descriptions",
  examples: {
    in: "apart",
    ok: ["A bar chart from 0, with title, source, n and a description."],
    notOk: ["An untitled bar chart whose axis starts at 50."],
  },
  claims: (document) =>
    document.charts
      .filter(({ kind }) => kind !== besideItsClaim)
      .flatMap((chart) =>
        [
          ...lacks(chart, document),
          ...chart.panels.flatMap(({ picture }) =>
            picture.type === "vega-lite" ? specFaults(picture.spec) : [],
          ),
        ].map(({ found, wanted, hint }): ClaimComplaint => ({
          text: `Unexpected ${found} in chart ${chart.id}, expected ${wanted}.`,
          hint,
        })),
      ),
};

interface Fault {
  readonly found: string;
  readonly wanted: string;
  readonly hint: string;
}

/** The strip that shows how sure a claim is: the claim is its title, and says its n and source. */
const besideItsClaim = "spectrum";

/** Shortest description that can hold what is drawn and its numbers. */
const shortestAlt = 20;

function lacks(chart: Chart, document: CheckedDocument): Fault[] {
  const { evaluations } = document.assessment;
  const [title, note] = [plainText(chart.title), plainText(chart.note)];
  const sources = evaluations.flatMap(({ source, reported_by }) =>
    [source, reported_by].filter((name) => name !== null),
  );
  const dated =
    evaluations.every(({ collected }) => collected === null) ||
    document.sentences.some(
      ({ numbers, annex }) => !annex && numbers.some(({ datum }) => datum.ref.startsWith("evaluation:")),
    ) ||
    evaluations.some(({ collected }) => collected !== null && note.includes(collected.last.slice(0, 4)));
  const wanted: readonly (readonly [boolean, string, string])[] = [
    [title.trim() !== "", "a title", "Say what it shows in one sentence."],
    [
      chart.alt.trim().length >= shortestAlt,
      "a text for those who do not see it",
      "Say what is drawn, the numbers and the pattern.",
    ],
    [note.trim() !== "", "a note", "Give unit, n, source and what the range means."],
    [/\p{Nd}/u.test(`${title} ${note} ${chart.alt}`), "its n", "Say on how many cases it rests."],
    [
      sources.length === 0 || sources.some((name) => note.includes(name)),
      "its source",
      "Name the file the counts come from.",
    ],
    [dated, "its window", "Say from when to when the cases are."],
  ];
  return wanted.flatMap(([fine, what, hint]) =>
    fine ? [] : [{ found: `lack of ${what.replace(/^(?:a|its) /, "")}`, wanted: what, hint }],
  );
}
