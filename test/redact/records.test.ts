import { beforeAll, describe, expect, it } from "vitest";

import type { Assessment } from "../../src/model/assessment.js";
import type { Audience } from "../../src/model/plan.js";
import { assessFiles } from "../measure/project-folder.js";
import { publishAssessment } from "../measure/publish-project.js";
import { limitations, marker, smallCellProject } from "./small-cells.js";

/** Parts of a record that say how the weakness would be noticed, mended or used. */
const inner = ["body", "signal", "fix", "fixer", "settle", "harmed", "owner"];
/** Parts that customers see unless they tell where an attack would succeed. */
const where = ["affected", "workaround"];

const kinds = ["briefing", "limitation-portfolio", "model-card"];
const byType = new Map<string, Assessment>();

beforeAll(async () => {
  const files = smallCellProject(kinds.map((kind) => ({ kind })));
  for (const type of ["ADV", "COV"]) {
    const records = Object.entries(files).map(([name, text]): [string, string] => [
      name,
      name.startsWith("limitations/") ? text.replace("type: ADV", `type: ${type}`) : text,
    ]);
    byType.set(type, await assessFiles(Object.fromEntries(records)));
  }
});

/** Everything a reader of an edition holds: pages, Markdown, embedded data and pictures. */
async function everythingOf(type: string, audience: Audience): Promise<string> {
  const assessment = byType.get(type);
  if (assessment === undefined) throw new Error(type);
  const documents = await publishAssessment(assessment, { audience });
  return documents
    .flatMap(({ html, markdown, data, pictures }) => [html, markdown, data, ...Object.values(pictures)])
    .join("\n");
}

function found(text: string, parts: readonly string[]): string[] {
  return limitations.flatMap((level) =>
    parts.map((part) => marker(level, part)).filter((word) => text.includes(word)),
  );
}

describe.each(["customer", "public"] as const)("the %s edition", (audience) => {
  it.each(["ADV", "COV"])("holds no inner workings of a record of type %s", async (type) => {
    expect(found(await everythingOf(type, audience), inner)).toEqual([]);
  });

  it("tells of a gap whom it affects and what helps meanwhile", async () => {
    const text = await everythingOf("COV", audience);
    for (const part of where) expect(text).toContain(marker("public", part));
    expect(text).not.toContain("would help an attacker");
  });

  it("tells of an attack that it is known and that details are held, and not where to try", async () => {
    const text = await everythingOf("ADV", audience);
    expect(found(text, where)).toEqual([]);
    expect(text).toContain(marker("public", "title"));
    expect(text).toContain("would help an attacker");
    expect(text).not.toContain("size not known");
  });
});

it("an auditor sees the details of an attack that is disclosed to auditors", async () => {
  const text = await everythingOf("ADV", "auditor");
  for (const part of ["body", "signal", "affected", "workaround"])
    expect(text).toContain(marker("auditor", part));
  expect(text).not.toContain("would help an attacker");
});
