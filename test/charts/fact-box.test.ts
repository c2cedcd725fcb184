import { describe, expect, it } from "vitest";

import { packageFile } from "../../src/package-file.js";
import { assess } from "../../src/pipeline.js";
import { drawCharts, wordsOf, type DrawnChart } from "./draw-charts.js";

async function boxOf(example: string): Promise<DrawnChart> {
  const { assessment } = await assess(packageFile(`examples/${example}`));
  const drawn = (await drawCharts(assessment)).get("fact-box");
  if (drawn == null) throw new Error(`There is no fact box of ${example}`);
  return drawn;
}

/** Marks of one outcome in a field of forty a row: dashes of a line, or diamonds that each close themselves. */
function marks(svg: string | undefined, outcome: string): number {
  const path = new RegExp(`class="m-${outcome}"[^>]* d="([^"]*)"`).exec(svg ?? "")?.[1] ?? "";
  const lines = [...path.matchAll(/h(\d+)/g)].map(([, length]) => (Number(length) - 1) / 8 + 1);
  return lines.reduce((sum, count) => sum + count, 0) + path.split("z").length - 1;
}

const all = ["caught", "missed", "false-alarm", "left-alone"];

describe("the fact box", () => {
  it("has a field for each column, with as many marks as its table has cases", async () => {
    const { chart, panels } = await boxOf("campaign-targeting");
    const told = chart.grid.rows.map(({ cells }) => cells.slice(1).map(({ pieces }) => wordsOf(pieces)));
    const [, caught, missed, , falseAlarm, leftAlone] = told;
    const columns = [0, 1].map((arm) =>
      [caught, missed, falseAlarm, leftAlone].map((cells) => Number(cells?.[arm])),
    );
    expect(panels.map((svg) => all.map((outcome) => marks(svg, outcome)))).toEqual(columns);
    // Last spring: 59 of 100 big spenders picked by today's rule, 87 by the score.
    expect(columns.map(([found]) => found)).toEqual([59, 87]);
    for (const counts of columns) expect(counts.reduce((sum, count) => sum + count, 0)).toBe(1_000);
    const title = wordsOf(chart.title);
    for (const [found, , alarms] of columns) expect(title).toMatch(new RegExp(`${found} .*${alarms}`));
  });

  it("leaves the field empty and says so where nobody measured without the model", async () => {
    const { chart, panels } = await boxOf("application-fraud");
    expect(all.map((outcome) => marks(panels[0], outcome))).toEqual([0, 0, 0, 0]);
    expect(all.map((outcome) => marks(panels[1], outcome)).reduce((sum, count) => sum + count, 0)).toBe(
      1_000,
    );
    expect(chart.panels.map(({ title }) => wordsOf(title))).toEqual([
      "Without the model: not measured",
      "With the model",
    ]);
    expect(wordsOf(chart.title)).toMatch(/without it nobody has measured$/);
    const without = chart.grid.rows.map(({ cells }) => wordsOf(cells[1]?.pieces ?? []));
    expect(new Set(without)).toEqual(new Set(["", "not measured"]));
  });
});
