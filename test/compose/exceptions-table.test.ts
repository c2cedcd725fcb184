import { describe, expect, it } from "vitest";

import { notePath, noteProject } from "../check/note-project.js";
import { loadMaterials } from "../../src/load/load-materials.js";
import { assess, publish } from "../../src/pipeline.js";
import type { Audience } from "../../src/model/plan.js";
import { withProject } from "../measure/project-folder.js";

const note = "It is wrong in 1 in 40 cases. <!-- lint-ok L08: the <b>law</b> | says it -->\n";
const lint = [{ rule: "L33", severity: "warning", reason: "contract wording" }];
const kinds = ["model-card", "limitation-portfolio", "briefing"];

async function published(audience: Audience, lang: string, plan: object = { lint }) {
  const files = noteProject({ [notePath]: note });
  const own = JSON.parse(files["forthright.yaml"] ?? "{}") as { readonly words?: object };
  const de = {
    case: { one: "Kunde", many: "Kunden", of_many: "Kunden", gender: "m" },
    positive: { one: "Abgang", many: "Abgänge", of_many: "Abgängen", gender: "m" },
    negative: { one: "Bleibender", many: "Bleibende", of_many: "Bleibenden", gender: "m" },
    flagged: "angerufen",
    missed: "nicht angerufen",
    unflagged: "in Ruhe gelassen",
  };
  const all = {
    ...own,
    words: { ...own.words, de },
    ...plan,
    documents: kinds.map((kind) => ({ kind, audience })),
  };
  const { assessment, places } = await withProject(
    { ...files, "forthright.yaml": JSON.stringify(all, null, 1) },
    (root) => assess(root),
  );
  const make = async (from: typeof assessment, known: typeof places) =>
    publish(from, {
      materials: await loadMaterials(null, lang),
      lang,
      kinds: [],
      audience: null,
      places: known,
    });
  const documents = await make(assessment, places);
  const saved = await make(JSON.parse(JSON.stringify(assessment)) as typeof assessment, {});
  return { documents, saved };
}

describe.each([
  ["en", /Rules of wording set aside in this project/, /wording set aside: 2/, "told as a warning"],
  ["de", /ausgesetzte Schreibregeln, jede mit Grund/, /Ausgesetzte Schreibregeln: 2/, "als Warnung gemeldet"],
])("the audit trail in %s", (lang, caption, stamp, warned) => {
  it.each(["internal", "auditor"] as const)(
    "is a table of rule, place and reason for %s readers",
    async (audience) => {
      const { documents, saved } = await published(audience, lang);
      for (const { kind, markdown } of documents.filter((document) => document.kind !== "briefing")) {
        expect(markdown(), kind).toMatch(caption);
        const row = (rule: string) =>
          markdown()
            .split("\n")
            .find((line) => line.startsWith(`| ${rule} |`)) ?? "";
        expect(row("long-sentence")).toMatch(
          new RegExp(`${warned} \\| forthright\\.yaml:\\d+ \\| contract wording`),
        );
        expect(row("one-in-x")).toMatch(/notes\/model-card\/verdict\.md:1 \| the .*law.* \\\| says it/);
      }
      const briefing = documents.find(({ kind }) => kind === "briefing")?.markdown() ?? "";
      expect(briefing).not.toMatch(caption);
      expect(briefing).toMatch(stamp);
      expect(saved.map(({ html }) => html)).toEqual(documents.map(({ html }) => html));
    },
  );

  it.each(["customer", "public"] as const)("is not told to %s readers", async (audience) => {
    const { documents } = await published(audience, lang);
    for (const { html, markdown, data } of documents) {
      for (const text of [html, markdown(), data]) expect(text).not.toContain("contract wording");
      expect(markdown()).not.toMatch(caption);
      expect(markdown()).not.toMatch(stamp);
    }
  });
});

it("without a rule set aside there is no table", async () => {
  const files = noteProject({});
  const { assessment, places } = await withProject(files, (root) => assess(root));
  const materials = await loadMaterials(null, "en");
  const [card] = await publish(assessment, {
    materials,
    lang: "en",
    kinds: [],
    audience: "internal",
    places,
  });
  expect(card?.markdown()).not.toMatch(/set aside/);
});
