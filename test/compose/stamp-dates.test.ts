import { expect, it } from "vitest";

import { noteProject } from "../check/note-project.js";
import { loadMaterials } from "../../src/load/load-materials.js";
import { assess, publish } from "../../src/pipeline.js";
import { withProject } from "../measure/project-folder.js";

interface Given {
  readonly collected?: string;
  readonly issued?: string;
  /** As `--date` gives it. */
  readonly date?: string;
}

const de = {
  case: { one: "Kunde", many: "Kunden", of_many: "Kunden", gender: "m" },
  positive: { one: "Abgang", many: "Abgänge", of_many: "Abgängen", gender: "m" },
  negative: { one: "Bleibender", many: "Bleibende", of_many: "Bleibenden", gender: "m" },
  flagged: "angerufen",
  missed: "nicht angerufen",
  unflagged: "in Ruhe gelassen",
};

/** The last lines of a portfolio: its stamp. */
async function stampOf({ collected, issued, date }: Given, lang = "en"): Promise<string> {
  const files = noteProject({});
  const plan = JSON.parse(files["forthright.yaml"] ?? "{}") as {
    readonly words: object;
    readonly evaluations: readonly object[];
  };
  const whole = {
    ...plan,
    words: { ...plan.words, de },
    // A key that is undefined is left out of the JSON.
    evaluations: plan.evaluations.map((one) => ({ ...one, collected })),
    documents: [{ kind: "limitation-portfolio", audience: "auditor", issued }],
  };
  const { assessment, places } = await withProject(
    { ...files, "forthright.yaml": JSON.stringify(whole, null, 1) },
    (root) => assess(root, { date: date ?? null }),
  );
  const materials = await loadMaterials(null, lang);
  const saved = JSON.parse(JSON.stringify(assessment)) as typeof assessment;
  const [document] = await publish(saved, { materials, lang, kinds: [], audience: null, places });
  const text = document?.markdown() ?? "";
  // A day and its month do not part: the space between them is no ordinary one.
  return text.slice(text.lastIndexOf("\n---\n")).replaceAll("\u00a0", " ");
}

it("tells the day of issue and the end of the evidence apart", async () => {
  const stamp = await stampOf({ collected: "2026-04-01/2026-06-30", issued: "2026-09-14" });
  expect(stamp).toContain("Evidence to 30 June 2026");
  expect(stamp).toContain("Issued 14 September 2026");
});

it("never takes the end of the evidence for the day of issue", async () => {
  const stamp = await stampOf({ collected: "2026-04-01/2026-06-30" });
  expect(stamp).toContain("Issue date not stated");
  expect(stamp).not.toContain("Issued");
});

it("takes --date where the plan names no day, and the plan's day before it", async () => {
  expect(await stampOf({ date: "2026-10-01" })).toContain("Issued 1 October 2026");
  const both = await stampOf({ date: "2026-10-01", issued: "2026-09-14" });
  expect(both).toContain("Issued 14 September 2026");
  expect(both).not.toContain("1 October 2026");
});

it("claims no end of evidence that carries no dates", async () => {
  const stamp = await stampOf({ date: "2026-10-01" });
  expect(stamp).toContain("Dates not given");
  expect(stamp).not.toContain("Evidence to");
});

it("says the same in German", async () => {
  const collected = "2026-04-01/2026-06-30";
  const stamp = await stampOf({ collected, issued: "2026-09-14" }, "de");
  expect(stamp).toContain("Daten bis 30. Juni 2026");
  expect(stamp).toContain("Herausgegeben am 14. September 2026");
  expect(await stampOf({ collected }, "de")).toContain("Tag der Herausgabe nicht angegeben");
});
