import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";

import { charts } from "../src/charts/all.js";
import { rules } from "../src/check/rules/all.js";
import { commands } from "../src/cli/commands/all.js";
import { analogyConditions } from "../src/compose/analogy-conditions/all.js";
import { checkAnalogies } from "../src/compose/check-analogies.js";
import { directives } from "../src/compose/directives/all.js";
import { tables } from "../src/compose/tables/all.js";
import { domains } from "../src/find/confidence/domains/all.js";
import { finders } from "../src/find/finders/all.js";
import { loadMaterials } from "../src/load/load-materials.js";
import { metrics, metricsOfTask } from "../src/metrics/all.js";
import { packageFile } from "../src/package-file.js";
import { sanitize } from "../src/render/sanitize.js";

/** Subfolders of metrics, one per kind of evidence but binary, each with an all.ts of its own. */
const metricFolders = readdirSync(packageFile("src/metrics"), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

interface Registry {
  readonly folder: string;
  readonly entries: readonly { readonly id: string }[];
  /** Property that every entry has, and nothing else of the folder. */
  readonly does: string;
}

const registries: readonly Registry[] = [
  { folder: "metrics", entries: metrics, does: "compute" },
  { folder: "find/finders", entries: finders, does: "find" },
  { folder: "find/confidence/domains", entries: domains, does: "judge" },
  { folder: "check/rules", entries: rules, does: "alias" },
  { folder: "charts", entries: charts, does: "draw" },
  { folder: "compose/directives", entries: directives, does: "build" },
  { folder: "compose/analogy-conditions", entries: analogyConditions, does: "check" },
  { folder: "compose/tables", entries: tables, does: "build" },
  { folder: "cli/commands", entries: commands, does: "run" },
];

function filesOf(folder: string): string[] {
  return readdirSync(packageFile(`src/${folder}`)).filter(
    (name) => name.endsWith(".ts") && name !== "all.ts",
  );
}

/** The entries that a file exports. */
async function entriesOf(
  { folder, does }: Registry,
  file: string,
): Promise<{ id: string; summary?: string }[]> {
  const module = (await import(packageFile(`src/${folder}/${file}`))) as Record<string, unknown>;
  return Object.values(module).filter(
    (value): value is { id: string; summary?: string } =>
      typeof value === "object" && value !== null && "id" in value && does in value,
  );
}

describe.each(registries.map((registry) => [registry.folder, registry] as const))(
  "src/%s",
  (folder, registry) => {
    it("has every entry of its files in all.ts, once, under the name of its file", async () => {
      const found: string[] = [];
      for (const file of filesOf(folder)) {
        const entries = await entriesOf(registry, file);
        expect(entries.length, file).toBeLessThanOrEqual(1);
        for (const entry of entries) {
          expect(`${entry.id}.ts`).toBe(file);
          expect(registry.entries.includes(entry), `${file} is registered`).toBe(true);
          found.push(entry.id);
        }
      }
      expect(registry.entries.map(({ id }) => id).sort()).toEqual(found.sort());
      expect(new Set(found).size).toBe(registry.entries.length);
      expect(found.length).toBeGreaterThan(5);
    });

    it("has no file that neither is an entry nor serves one", async () => {
      const texts = filesOf(folder).map((file) => readFileSync(packageFile(`src/${folder}/${file}`), "utf8"));
      for (const file of filesOf(folder)) {
        if ((await entriesOf(registry, file)).length > 0) continue;
        const name = path.basename(file, ".ts");
        expect(
          texts.some((text) => text.includes(`/${name}.js"`)),
          file,
        ).toBe(true);
      }
    });

    it("says of every entry what it is", async () => {
      for (const file of filesOf(folder)) {
        for (const { id, summary } of await entriesOf(registry, file)) {
          const text = readFileSync(packageFile(`src/${folder}/${file}`), "utf8");
          const docs = /\/\*\*([\s\S]*?)\*\/\s*export const/
            .exec(text)?.[1]
            ?.replace(/\s+\*?\s*/g, " ")
            .trim();
          expect((summary ?? docs ?? "").split(" ").length, id).toBeGreaterThan(2);
        }
      }
    });
  },
);

describe("the rule book", () => {
  it("gives every rule a number of its own, a reason and both kinds of example", () => {
    expect(new Set(rules.map(({ alias }) => alias)).size).toBe(rules.length);
    expect(rules.filter(({ alias }) => !/^(L\d\d|own-\d+)$/.test(alias))).toEqual([]);
    const without = rules.filter(
      ({ why, examples: { ok, notOk } }) => why.length < 20 || ok.length === 0 || notOk.length === 0,
    );
    expect(without.map(({ id }) => id)).toEqual([]);
  });
});

describe("a chart", () => {
  it.each(charts.map(({ id }) => id))("%s keeps its class when a page is cleaned", (id) => {
    const figure = {
      type: "element" as const,
      tagName: "figure",
      properties: { className: ["chart", id] },
      children: [],
    };
    expect(sanitize({ type: "root", children: [figure] }).children).toEqual([figure]);
  });
});

describe("document kinds", () => {
  it("are named as their templates, which say for whom and what for", async () => {
    const { documents } = await loadMaterials(null, "en");
    const files = readdirSync(packageFile("templates/documents"))
      .filter((name) => name !== "README.md")
      .sort();
    const kinds = Object.values(documents);
    expect(kinds.map(({ kind }) => `${kind}.md.hbs`).sort()).toEqual(files);
    for (const [name, { kind, title, summary, slots, path: template }] of Object.entries(documents)) {
      expect([name, template]).toEqual([kind, `documents/${kind}.md.hbs`]);
      expect(title.length).toBeGreaterThan(5);
      expect(summary.split(" ").length).toBeGreaterThan(3);
      expect(new Set(slots).size).toBe(slots.length);
    }
  });

  it("ask only for directives, charts, tables and slots that there are", async () => {
    const { documents, partials, analogies } = await loadMaterials(null, "en");
    for (const { kind, source, slots } of Object.values(documents)) {
      const called = [...source.matchAll(/^(:{2,})([a-z][a-z-]*)(?:\{([^\n]*)\})?/gm)];
      expect(called.length, kind).toBeGreaterThan(5);
      for (const [, , name = "", attributes = ""] of called) {
        const id = /\bid="([a-z-]+)"/.exec(attributes)?.[1];
        const slot = /\bslot="([a-z-]+)"/.exec(attributes)?.[1];
        expect(
          directives.map((directive) => directive.id),
          `${kind}: ${name}`,
        ).toContain(name);
        if (name === "chart")
          expect(
            charts.map((chart) => chart.id),
            kind,
          ).toContain(id);
        if (name === "table")
          expect(
            tables.map((table) => table.id),
            kind,
          ).toContain(id);
        if (slot !== undefined) expect(slots, kind).toContain(slot);
      }
      for (const [, partial = ""] of source.matchAll(/\{\{> *([a-z-]+)/g))
        expect(partials, kind).toHaveProperty(partial);
    }
    expect(Object.keys(analogies).length).toBeGreaterThan(0);
  });
});

describe("analogies", () => {
  it("are named as their files, and ask only for conditions, slots and directives that there are", async () => {
    const { analogies } = await loadMaterials(null, "en");
    const files = readdirSync(packageFile("templates/analogies")).filter((name) =>
      /^[a-z-]+\.md$/.test(name),
    );
    expect(Object.values(analogies).map(({ path: file }) => path.basename(file))).toEqual(files.sort());
    expect(files.length).toBeGreaterThanOrEqual(17);
    expect(checkAnalogies({ analogies })).toEqual([]);
  });

  it("use every condition and every slot of it", async () => {
    const { analogies } = await loadMaterials(null, "en");
    const all = Object.values(analogies);
    const unused = analogyConditions.flatMap(({ id, slots }) => {
      const own = all.filter(({ requires }) => requires.includes(id));
      const silent = slots.filter((slot) => !own.some((one) => one.slots.includes(slot)));
      return own.length === 0 ? [id] : silent.map((slot) => `${id}: ${slot}`);
    });
    expect(unused).toEqual([]);
  });
});

describe.each(metricFolders)("src/metrics/%s", (folder) => {
  it("has every metric of its files in its kind, under the name of its file", async () => {
    const found: string[] = [];
    for (const file of filesOf(`metrics/${folder}`)) {
      const entries = await entriesOf({ folder: `metrics/${folder}`, entries: [], does: "compute" }, file);
      expect(entries.length, file).toBeLessThanOrEqual(1);
      for (const { id } of entries) {
        expect(`${id}.ts`).toBe(file);
        found.push(id);
      }
    }
    expect(found.length).toBeGreaterThan(0);
    const registered = Object.values(metricsOfTask).flatMap((own) => own.map(({ id }) => id));
    expect(found.filter((id) => !registered.includes(id))).toEqual([]);
  });
});
