import { beforeAll, describe, expect, it } from "vitest";

import type { Assessment, Table } from "../../src/model/assessment.js";
import { audiences } from "../../src/model/plan.js";
import { redact } from "../../src/redact/redact.js";
import { csvOf, type Block } from "../find/small-csv.js";
import { assessFiles, planFile } from "../measure/project-folder.js";
import { publishAssessment } from "../measure/publish-project.js";

const outside = audiences.filter((audience) => audience !== "internal");
/** Tables of what a decision costs: single cases follow from one row to the next. */
const inside = ["cost-curve", "threshold-ranges", "break-even-ranges"];
/** A cost that makes every amount of the cost curve a number found nowhere else. */
const action = 10.0137;

let assessment: Assessment;

beforeAll(async () => {
  const rows = Array.from({ length: 600 }, (_, row): Block => {
    const positive = row % 4 === 0;
    const score = ((row * 37) % 500) / 1_000 + (positive ? 0.4 : 0.05);
    return { times: 1, cells: [positive ? 1 : 0, score.toFixed(4)] };
  });
  assessment = await assessFiles({
    "data.csv": csvOf(["y", "s"], rows),
    "forthright.yaml": planFile({
      deployment: { threshold: 0.5, base_rate: 0.2 },
      costs: { currency: "EUR", action, false_alarm: 5, miss: 300 },
      evaluations: [
        { id: "first", data: "data.csv", label: "y", positive: 1, score: "s" },
        { id: "second", data: "data.csv", label: "y", positive: 1, score: "s" },
      ],
      criteria: [{ id: "AC-1", title: "Enough found", metric: "recall", at_least: 0.6 }],
      documents: ["briefing", "limitation-portfolio", "model-card"].map((kind) => ({ kind })),
    }),
  });
});

function nameOf({ id }: Table): string {
  return id.replace(/^.*\//, "").replace(/@.*$/, "");
}

/** Every text of an edition: pages, Markdown, data, pictures. */
async function textsOf(audience: (typeof audiences)[number]): Promise<string[]> {
  const documents = await publishAssessment(assessment, { audience });
  return documents.flatMap(({ html, markdown, data, pictures }) => [
    html,
    markdown,
    data,
    ...Object.values(pictures),
  ]);
}

/** Amounts of the cost curve, as data and as a page would write them, other than that of the deployed threshold. */
function amounts(): string[] {
  const curve = assessment.tables.find((table) => nameOf(table) === "cost-curve");
  const printed = new Set(
    assessment.estimates.flatMap(({ value, interval }) => [value, interval?.low, interval?.high]),
  );
  const costs = (curve?.rows ?? []).flatMap(({ cells }) => cells.slice(5, 8));
  return [...new Set(costs)]
    .filter((cost) => cost !== null && !printed.has(cost) && cost % 1 !== 0)
    .map(String);
}

describe("tables of what a decision costs", () => {
  it("are there to be withheld, for both evaluations", () => {
    expect(new Set(assessment.tables.map(nameOf))).toEqual(new Set(["calibration", ...inside]));
    expect(assessment.tables.length).toBeGreaterThan(inside.length + 2);
    expect(amounts().length).toBeGreaterThan(100);
  });

  it("are known inside, to whatever draws or prints", () => {
    expect(redact(assessment, "internal").tables).toEqual(assessment.tables);
  });

  it.each(outside)(
    "are in no byte of the %s edition, nor in what its pages are made from",
    async (audience) => {
      const texts = [...(await textsOf(audience)), JSON.stringify(redact(assessment, audience))];
      expect(texts.length).toBeGreaterThan(9);
      const told = texts.flatMap((text) =>
        [...inside.map((name) => `${name}@`), ...amounts()].filter((part) => text.includes(part)),
      );
      expect(told).toEqual([]);
    },
  );

  it.each(outside)("only score bands are merged as such for the %s edition", (audience) => {
    const odd: Table = {
      id: "first/not-yet-known@all",
      evaluation: "first",
      slice: "all",
      columns: ["a"],
      rows: [{ label: "1", cells: [3] }],
    };
    const told = redact({ ...assessment, tables: [...assessment.tables, odd] }, audience).tables;
    expect(told.map(({ id }) => id)).toEqual(["first/calibration@all", "second/calibration@all"]);
  });
});
