import { expect, it } from "vitest";

import { loadMaterials } from "../../src/load/load-materials.js";
import { assess, publish } from "../../src/pipeline.js";

async function pageOf(kind: string): Promise<string[]> {
  const { assessment, places } = await assess("examples/application-fraud", { date: "2026-11-16" });
  const materials = await loadMaterials(null, "en");
  const [document] = await publish(assessment, {
    materials,
    lang: "en",
    kinds: [kind],
    audience: null,
    places,
  });
  return (document?.markdown() ?? "").replaceAll("\u00a0", " ").split("\n");
}

/** Ends of the money in a row of a table: "(−€12,000 to €11,000)". */
const ends = /\((−?)€[\d,]+ to (−?)€[\d,]+\)( †)?/;

it.each(["scenario-board", "briefing"])(
  "%s marks money whose range spans zero, and no other",
  async (kind) => {
    const lines = await pageOf(kind);
    const rows = lines.filter((line) => line.startsWith("| ") && ends.test(line));
    expect(rows.length).toBeGreaterThan(2);
    for (const row of rows) {
      const [, low, high, mark] = ends.exec(row) ?? [];
      expect([row, mark !== undefined]).toEqual([row, low === "−" && high === ""]);
    }
    expect(rows.some((row) => row.includes("†"))).toBe(true);
    expect(lines.join("\n")).toContain("† Spans zero: no clear difference.");
  },
);

it("tells a share too uncertain for one number by its range, never alone", async () => {
  const lines = await pageOf("scenario-board");
  const start = lines.findIndex((line) => line.startsWith("| Threshold |"));
  const rows = lines.slice(start + 2, start + 7).map((row) => row.split("|").map((cell) => cell.trim()));
  expect(rows).toHaveLength(5);
  for (const row of rows) expect(row[4]).toMatch(/^\**\d+ \(\d+ to \d+\)\**$|^\d+ to \d+$/);
  expect(rows.some((row) => /^\d+ to \d+$/.test(row[4] ?? ""))).toBe(true);
});
