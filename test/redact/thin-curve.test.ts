import { describe, expect, it } from "vitest";

import type { Table } from "../../src/model/assessment.js";
import { thinCurve } from "../../src/redact/thin-curve.js";

const table: Table = {
  id: "det@all",
  evaluation: "e",
  slice: "all",
  columns: ["threshold", "false-matches", "impostors", "false-non-matches", "genuine"],
  rows: [
    [0.1234567, 500, 520, 0, 390],
    [0.2345671, 495, 520, 0, 390],
    [0.3456712, 300, 520, 12, 390],
    [0.4567123, 40, 520, 60, 390],
    [0.5671234, 3, 520, 200, 390],
  ].map((cells, index) => ({ label: String(index + 1), cells })),
};

describe("a DET curve outside the house", () => {
  const { rows } = thinCurve(table);
  it("holds no raw score", () => {
    expect(JSON.stringify(rows)).not.toMatch(/0\.\d/);
    expect(rows.map(({ cells: [threshold] }) => threshold)).toEqual(rows.map(() => null));
  });
  it("keeps the points that tell nobody apart, and only those", () => {
    expect(rows.map(({ cells: [, matches, , nonMatches] }) => [matches, nonMatches])).toEqual([
      [500, 0],
      [300, 12],
      [40, 60],
    ]);
  });
});
