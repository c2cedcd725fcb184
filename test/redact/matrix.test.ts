import { describe, expect, it } from "vitest";

import type { Table } from "../../src/model/assessment.js";
import { withholdMatrix } from "../../src/redact/withhold-matrix.js";

function matrix(cells: readonly (readonly (number | null)[])[], kind = "confusion"): Table {
  return {
    id: `${kind}@all`,
    kind,
    evaluation: "e",
    slice: "all",
    columns: ["a", "b"],
    rows: cells.map((own, index) => ({ label: String(index), cells: [...own] })),
  };
}

function numbersOf({ rows }: Table): number[] {
  return rows.flatMap(({ cells }) => cells.filter((cell) => cell !== null));
}

describe("a matrix outside the house", () => {
  it("tells no number when one of its counts is under 10, so that no sum gives it back", () => {
    for (const small of [1, 9]) {
      const told = withholdMatrix(
        matrix([
          [120, small],
          [40, 300],
        ]),
      );
      expect(numbersOf(told)).toEqual([]);
      expect(told.rows.map(({ label }) => label)).toEqual(["0", "1"]);
    }
  });

  it("is told whole when its counts are none or 10 and more, and shares are no counts", () => {
    const open = matrix([
      [120, 0],
      [10, 0.5],
    ]);
    expect(withholdMatrix(open)).toBe(open);
  });
});
