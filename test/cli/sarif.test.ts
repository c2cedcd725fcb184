import { writeFile } from "node:fs/promises";
import path from "node:path";
import { beforeAll, describe, expect, it } from "vitest";

import { rules } from "../../src/check/rules/all.js";
import { workspace } from "../hostile/workspace.js";

const folder = workspace();

/** What SARIF 2.1.0 requires of what we write, by the chapters of the standard. */
interface Log {
  version: string;
  $schema: string;
  runs: {
    tool: { driver: { name: string; version: string; rules: Descriptor[] } };
    columnKind: string;
    originalUriBaseIds: Record<string, object>;
    results: Result[];
  }[];
}
interface Descriptor {
  id: string;
  name: string;
  shortDescription: { text: string };
  fullDescription: { text: string };
  help: { text: string };
  defaultConfiguration: { level: string };
}
interface Result {
  ruleId: string;
  ruleIndex?: number;
  level: string;
  message: { text: string };
  locations?: {
    physicalLocation: { artifactLocation: { uri: string; uriBaseId: string }; region?: Region };
  }[];
  suppressions?: { kind: string; justification: string }[];
  fixes?: {
    artifactChanges: {
      artifactLocation: { uri: string };
      replacements: { deletedRegion: Region; insertedContent: { text: string } }[];
    }[];
  }[];
}
interface Region {
  startLine: number;
  startColumn?: number;
  endLine?: number;
  endColumn?: number;
}

const note = `Fine.

It opens :rate{ref="specificity@all" range="no"} of them.

It is wrong in 1 in 40 cases. <!-- lint-ok L08: wording of the law --><!-- lint-ok L21: the same -->
`;
let root = "";
let log: Log;
beforeAll(async () => {
  root = await folder.project({ files: { "notes/model-card/data.md": note } });
  await writeFile(folder.at("a text.md"), "Words.\n\nIt is wrong in 1 in 40 cases.\n");
  const { stdout, stderr, code } = await folder.run(["check", root, "a text.md", "--sarif"]);
  expect([code, stderr]).toEqual([1, expect.stringContaining("estimate-without-range")]);
  log = JSON.parse(stdout) as Log;
});

const run = () => log.runs[0] ?? { tool: { driver: { rules: [] } }, results: [], originalUriBaseIds: {} };

describe("a SARIF log", () => {
  it("names its version, its tool and every rule, once, with what the standard asks for", () => {
    expect([log.version, log.runs.length]).toEqual(["2.1.0", 1]);
    expect(log.$schema).toMatch(/sarif-schema-2\.1\.0\.json$/);
    expect(log.runs[0]?.tool.driver.name).toBe("Forthright");
    expect(log.runs[0]?.columnKind).toBe("utf16CodeUnits");
    const told = run().tool.driver.rules;
    expect(told.map(({ id, name }) => [id, name])).toEqual(rules.map(({ id, alias }) => [id, alias]));
    expect(new Set(told.map(({ id }) => id)).size).toBe(told.length);
    for (const { shortDescription, fullDescription, help, defaultConfiguration } of told) {
      for (const { text } of [shortDescription, fullDescription, help])
        expect(text.length).toBeGreaterThan(10);
      expect(["error", "warning", "note", "none"]).toContain(defaultConfiguration.level);
    }
  });

  it("gives every result a rule, a level, words and a place by a relative address", () => {
    const { results, originalUriBaseIds, tool } = run();
    expect(results.map(({ ruleId }) => ruleId).sort()).toEqual(
      ["estimate-without-range", "one-in-x", "one-in-x", "unsupported-claim", "unsupported-claim"].sort(),
    );
    for (const { ruleId, ruleIndex, level, message, locations } of results) {
      expect(tool.driver.rules[ruleIndex ?? -1]?.id).toBe(ruleId);
      expect(["error", "warning", "note"]).toContain(level);
      expect(message.text).toMatch(/^Unexpected /);
      const [{ physicalLocation } = { physicalLocation: null }] = locations ?? [];
      const { artifactLocation, region } = physicalLocation ?? {};
      expect(artifactLocation?.uri).toMatch(/^(?![a-z]+:|\/)[\w.%/-]+$/);
      expect(Object.keys(originalUriBaseIds)).toContain(artifactLocation?.uriBaseId);
      expect(region?.startLine).toBeGreaterThanOrEqual(1);
      if (region?.endColumn !== undefined && region.endLine === region.startLine)
        expect(region.endColumn).toBeGreaterThan(region.startColumn ?? 0);
    }
  });

  it("writes the address of a file so that spaces in it do no harm, and its letters by line and column", () => {
    const [text] = run().results.filter(({ suppressions }) => suppressions === undefined).filter(({ ruleId }) => ruleId === "one-in-x"); // prettier-ignore
    const { artifactLocation, region } = text?.locations?.[0]?.physicalLocation ?? {};
    expect(artifactLocation?.uri).toBe("a%20text.md");
    expect(region).toEqual({ startLine: 3, startColumn: 16, endLine: 3, endColumn: 23 });
  });

  it("holds what an exception is about, as suppressed, with its reason", () => {
    const held = run().results.filter(({ suppressions }) => suppressions !== undefined);
    expect(held.map(({ suppressions }) => suppressions)).toEqual(
      expect.arrayContaining([[{ kind: "inSource", justification: "wording of the law" }]]),
    );
    expect(held.map(({ ruleId }) => ruleId).sort()).toEqual([
      "one-in-x",
      "unsupported-claim",
      "unsupported-claim",
    ]);
  });

  it("offers a mend by the very letters it replaces", () => {
    const [change] = run().results.flatMap(({ fixes = [] }) => fixes.flatMap((fix) => fix.artifactChanges));
    const [replacement] = change?.replacements ?? [];
    const { startLine = 0, startColumn = 0, endColumn = 0 } = replacement?.deletedRegion ?? {};
    expect(change?.artifactLocation.uri).toBe(`${path.basename(root)}/notes/model-card/data.md`);
    expect(note.split("\n")[startLine - 1]?.slice(startColumn - 1, endColumn - 1)).toBe(
      ':rate{ref="specificity@all" range="no"}',
    );
    expect(replacement?.insertedContent.text).toBe(':rate{ref="specificity@all"}');
  });

  it("tells a plan that cannot be read, too, and ends as without it", async () => {
    const broken = await folder.project({ plan: "schema: 1\nmodel: {name: x}\nevaluations: [{id: A b}]\n" });
    const { stdout, code } = await folder.run(["check", broken, "--sarif"]);
    const { results } = (JSON.parse(stdout) as Log).runs[0] ?? { results: [] };
    expect(code).toBe(2);
    expect(results.find(({ ruleId }) => ruleId === "E-VALUE")).toMatchObject({
      ruleId: "E-VALUE",
      level: "error",
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: `${path.basename(broken)}/forthright.yaml` },
            region: { startLine: 3 },
          },
        },
      ],
    });
  });

  it("is no JSON of the other kind", async () => {
    expect((await folder.run(["check", root, "--sarif", "--json"])).code).toBe(2);
  });
});
