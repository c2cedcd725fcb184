import { describe, expect, it } from "vitest";

import type { Assessment } from "../../../src/model/assessment.js";
import { canonicalJson } from "../../../src/model/canonical-json.js";
import { audiences } from "../../../src/model/plan.js";
import { redact } from "../../../src/redact/redact.js";
import { assessFiles, planFile } from "../../measure/project-folder.js";
import { publishAssessment } from "../../measure/publish-project.js";
import { groupsCsv } from "../small-csv.js";

type Counts = Parameters<typeof groupsCsv>[0][string];

function file(id: string, more: object): [string, string] {
  const front = {
    id,
    title: `${id} is weak`,
    type: "UNM",
    owner: "Somebody",
    disclosure: "executive",
    ...more,
  };
  return [`limitations/${id}.md`, `---\n${JSON.stringify(front)}\n---\n`];
}

async function assessed(
  cases: Counts,
  records: readonly [string, string][],
  previous?: Assessment,
): Promise<Assessment> {
  const since = previous === undefined ? {} : { since: { assessment: "last.json" } };
  return assessFiles({
    "data.csv": groupsCsv({ a: cases }),
    ...(previous === undefined ? {} : { "last.json": canonicalJson(previous) }),
    ...Object.fromEntries(records),
    "forthright.yaml": planFile({
      deployment: { threshold: 0.5, base_rate: 0.2, volume: { cases: 1_000, per: "month" } },
      evaluations: [
        {
          id: "e",
          data: "data.csv",
          label: "y",
          positive: 1,
          score: "s",
          collected: "2026-01-01/2026-03-31",
        },
      ],
      documents: [{ kind: "limitation-portfolio", ...since }],
    }),
  });
}

const misses = { evidence: ["recall@all"], harm_class: 2 };
const before = { tp: 80, fn: 20, fp: 40, tn: 360 };

async function changed(
  after: Counts,
  records: readonly [string, string][],
  old: readonly [string, string][],
) {
  const previous = await assessed(before, old);
  const now = await assessed(after, records, previous);
  const [log] = now.changes;
  return { now, log, told: log?.rows.map(({ id, change }) => `${id} ${change}`) };
}

describe("the change log", () => {
  it("tells what came, what went, what was closed and opened again", async () => {
    const { told, log } = await changed(
      before,
      [
        file("LIM-0001", {}),
        file("LIM-0003", { status: "closed" }),
        file("LIM-0004", { status: "open" }),
        file("LIM-0005", { status: "mitigating" }),
      ],
      [
        file("LIM-0002", {}),
        file("LIM-0003", {}),
        file("LIM-0004", { status: "closed" }),
        file("LIM-0005", {}),
      ],
    );
    expect(told?.sort()).toEqual([
      "LIM-0001 new",
      "LIM-0002 gone",
      "LIM-0003 closed",
      "LIM-0004 reopened",
      "LIM-0005 status",
    ]);
    expect(log?.since).toBe("2026-03-31");
  });

  it("calls a rate changed only beyond noise: 20 against 24 of 100 is none, 20 against 40 is one", async () => {
    const records = [file("LIM-0001", misses)];
    const little = await changed({ ...before, tp: 76, fn: 24 }, records, records);
    expect(little.told).toEqual([]);
    const clear = await changed({ ...before, tp: 60, fn: 40 }, records, records);
    expect(clear.log?.rows).toMatchObject([
      { id: "LIM-0001", change: "worse", rate: { before: { x: 20, n: 100 }, after: { x: 40, n: 100 } } },
    ]);
    const better = await changed({ ...before, tp: 95, fn: 5 }, records, records);
    expect(better.told).toEqual(["LIM-0001 better"]);
  });

  it("sees no change in the same rows, and one of level where an author set it", async () => {
    const records = [file("LIM-0001", misses)];
    expect((await changed(before, records, records)).told).toEqual([]);
    const graver = [file("LIM-0001", { ...misses, harm_class: 4 })];
    expect((await changed(before, graver, records)).told).toEqual(["LIM-0001 graver"]);
  });

  it("tells of no record that an edition may not know, and no rate outside", async () => {
    const records = [file("LIM-0001", misses), file("LIM-0002", { disclosure: "internal" })];
    const { now } = await changed({ ...before, tp: 60, fn: 40 }, records, [
      file("LIM-0001", misses),
      file("LIM-0009", { disclosure: "auditor", title: "ZzgoneQq" }),
    ]);
    const rows = Object.fromEntries(
      audiences.map((audience) => [audience, redact(now, audience).changes[0]?.rows.map(({ id }) => id)]),
    );
    expect(rows).toEqual({
      internal: expect.arrayContaining(["LIM-0001", "LIM-0002", "LIM-0009"]) as unknown,
      auditor: ["LIM-0001", "LIM-0009"],
      executive: ["LIM-0001"],
      customer: [],
      public: [],
    });
    expect(canonicalJson(redact(now, "executive"))).not.toContain("ZzgoneQq");
  });

  it("stands in the document, with counts then and now, and with the records' own history after that day", async () => {
    const history = [
      { date: "2026-02-01", change: "Long known." },
      { date: "2026-05-04", change: "Reviewed by audit." },
    ];
    const { now } = await changed(
      { ...before, tp: 60, fn: 40 },
      [file("LIM-0001", { ...misses, history })],
      [file("LIM-0001", misses)],
    );
    const [document] = await publishAssessment(now, { audience: "internal" });
    const text = document?.markdown.replaceAll("\u00A0", " ") ?? "";
    expect(text).toContain("What changed since 31 March 2026");
    expect(text).toContain("more often wrong: 20 of 100 then, 40 of 100 now");
    expect(text).toContain("4 May 2026: Reviewed by audit.");
    expect(text).not.toContain("Long known");
  });
});

it("a file that is no Assessment is named", async () => {
  const files = {
    "data.csv": groupsCsv({ a: before }),
    "last.json": "{}",
    "forthright.yaml": planFile({
      evaluations: [{ id: "e", data: "data.csv", label: "y", positive: 1, score: "s" }],
      documents: [{ kind: "limitation-portfolio", since: { assessment: "last.json" } }],
    }),
  };
  await expect(assessFiles(files)).rejects.toMatchObject({ messages: [{ code: "E-SINCE" }] });
});
