import { expect, it } from "vitest";

import { assessFiles, estimateAt, planFile } from "../measure/project-folder.js";

it("sixty slice columns are counted, each against its own recount", async () => {
  const columns = Array.from({ length: 60 }, (_, index) => `g${index}`);
  const cell = (row: number, column: number): string => `v${(row + (row % (column + 2))) % 5}`;
  const rows = Array.from({ length: 400 }, (_, row) => ({
    y: row % 3 === 0 ? 1 : 0,
    s: ((row * 7) % 100) / 100,
  }));
  const csv = [
    ["y", "s", ...columns].join(","),
    ...rows.map(({ y, s }, row) => [y, s, ...columns.map((_, column) => cell(row, column))].join(",")),
  ].join("\n");
  const evaluation = { id: "e", data: "data.csv", label: "y", positive: 1, score: "s", slices: columns };
  const assessment = await assessFiles({
    "forthright.yaml": planFile({ deployment: { threshold: 0.5 }, evaluations: [evaluation] }),
    "data.csv": `${csv}\n`,
  });
  for (const [index, column] of columns.entries()) {
    const own = rows.filter(({ y }, row) => y === 1 && cell(row, index) === "v1");
    const { numerator, denominator } = estimateAt(assessment, `recall@${column}=v1`);
    expect([column, numerator, denominator]).toEqual([
      column,
      own.filter(({ s }) => s >= 0.5).length,
      own.length,
    ]);
  }
});
