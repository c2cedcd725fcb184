import { describe, expect, it } from "vitest";

import { lanesOf } from "../../src/charts/risk-lanes.js";
import { riskMarks } from "../../src/charts/risk-marks.js";
import { riskMatrix } from "../../src/charts/risk-matrix.js";
import { loadMaterials } from "../../src/load/load-materials.js";
import type { ChartContext, ShownRisk } from "../../src/charts/chart-context.js";
import type { Risk } from "../../src/model/risk.js";
import { text } from "../../src/phrasing/inline.js";
import { createSay } from "../../src/phrasing/say.js";
import { seededRandom } from "../../src/stats/random.js";

type Level = number | null;

function risk(severity: readonly [number, number] | null, likelihood: readonly [Level, Level]): Risk {
  const [point, upper] = likelihood;
  return {
    severity: severity === null ? null : { point: severity[0], upper: severity[1], raised: [], given: null },
    likelihood: { point, upper, basis: upper === null ? "no-attempts" : "measured", given: null },
    estimate: null,
    rate: null,
    exposure: null,
    events: null,
    harm: null,
    grade: null,
    stop: null,
    acceptance: "none",
    escalated: (severity?.[1] ?? 0) >= 4 && (upper ?? 5) >= 3,
  };
}

async function drawn(risks: readonly Risk[]) {
  const { phrases } = await loadMaterials(null, "en");
  const shown: ShownRisk[] = risks.map((one, index) => ({
    id: `LIM-${String(index + 1).padStart(4, "0")}`,
    title: [text("weak")],
    risk: one,
  }));
  const voice = { say: createSay(phrases, "en"), lang: "en" };
  const context = { voice, risks: shown, likelihoodSteps: [0.1, 1, 10, 100] } as unknown as ChartContext;
  const chart = riskMatrix.draw(context, { of: null, against: null });
  const picture = chart?.panels[0]?.picture;
  if (chart == null || picture?.type !== "svg") throw new Error("No picture");
  return { chart, svg: picture.svg };
}

/** Marks of limitations with their middle and half their width; they are the only bold words. */
function marksOf(svg: string): { x: number; y: number; half: number; words: string; fill: string }[] {
  const found = svg.matchAll(
    /<text [^>]*x="([\d.]+)" y="([\d.]+)"[^>]*font-weight="600" fill="([^"]+)"[^>]*>([^<]+)</g,
  );
  return [...found].map(([, x, y, fill = "", words = ""]) => ({
    x: Number(x),
    y: Number(y),
    half: words.length * 3.6,
    words,
    fill,
  }));
}

describe("the risk matrix", () => {
  it("draws a line from the observed value to the bound, coloured by the bound", async () => {
    const { svg } = await drawn([risk([4, 4], [2, 3])]);
    const [mark] = marksOf(svg);
    const [, x1, x2] = /<line x1="([\d.]+)" y1="[\d.]+" x2="([\d.]+)"/.exec(svg) ?? [];
    expect(mark?.words).toBe("L1");
    expect(mark?.fill).toContain("--wrong");
    expect(Number(x1)).toBeLessThan(Number(x2));
    expect(Number(x2)).toBeLessThan(mark?.x ?? 0);
    expect(svg).toContain(`<circle cx="${x1 ?? ""}"`);
  });

  it("draws no line where both lie in one cell, and colours nothing below the tinted cells", async () => {
    const { svg } = await drawn([risk([3, 3], [5, 5])]);
    expect(svg).not.toContain("<line");
    expect(marksOf(svg)[0]?.fill).toContain("--ink");
  });

  it("gives what cannot be estimated a band of its own, right of the five likelihoods", async () => {
    const { svg } = await drawn([risk([4, 4], [null, null]), risk([4, 4], [5, 5])]);
    const [unknown, often] = marksOf(svg);
    expect(unknown?.x).toBeGreaterThan((often?.x ?? 0) + 40);
    expect(unknown?.x).toBeLessThan(340);
  });

  it("names what it cannot place, because nobody has said whom it harms", async () => {
    const { svg, chart } = await drawn([risk(null, [3, 3]), risk([2, 2], [3, 3])]);
    expect(marksOf(svg).map(({ words }) => words)).toEqual(["L2"]);
    expect(chart.note.map((piece) => (piece.type === "text" ? piece.value : "")).join("")).toContain(
      "LIM-0001",
    );
    expect(chart.grid.rows).toHaveLength(2);
  });

  it("never draws one mark over another, however the limits fall", async () => {
    const random = seededRandom(7);
    const level = (): number => 1 + Math.floor(random() * 5);
    for (let round = 0; round < 40; round++) {
      const risks = Array.from({ length: 1 + Math.floor(random() * 14) }, () => {
        const [a, b, c, d] = [level(), level(), level(), level()];
        const likelihood: [Level, Level] = random() < 0.2 ? [null, null] : [Math.min(c, d), Math.max(c, d)];
        return risk([Math.min(a, b), Math.max(a, b)], likelihood);
      });
      const marks = marksOf((await drawn(risks)).svg);
      expect(marks).toHaveLength(risks.length);
      const touching = marks.flatMap((one, index) =>
        marks
          .slice(index + 1)
          .filter((two) => Math.abs(one.x - two.x) < one.half + two.half && Math.abs(one.y - two.y) < 13),
      );
      expect(touching).toEqual([]);
    }
  });
});

describe("lanes", () => {
  it("are shared by what does not meet", () => {
    expect(
      lanesOf([
        { from: 0, to: 2 },
        { from: 2, to: 3 },
        { from: 3, to: 4 },
      ]),
    ).toEqual([0, 1, 0]);
  });
});

describe("marks", () => {
  it("are short, or the place where short ones could be mistaken", () => {
    expect([...riskMarks(["LIM-0001", "FND-4711"]).values()]).toEqual(["L1", "F4711"]);
    expect([...riskMarks(["LIM-0001", "LAW-0001"]).values()]).toEqual(["1", "2"]);
    expect([...riskMarks(["LIM-1234567"]).values()]).toEqual(["1"]);
  });
});

describe("the title of the matrix", () => {
  const words = async (risks: readonly Risk[]) => {
    const { chart } = await drawn(risks);
    return chart.title.map((piece) => (piece.type === "text" ? piece.value : "")).join("");
  };
  const harmed = (of: Risk, high: number): Risk => ({
    ...of,
    harm: { value: high / 2, low: 0, high, unit: "money", reference: "others" },
  });

  it("never passes over limits that cannot be drawn, least of all the largest", async () => {
    const small = harmed(risk([2, 2], [1, 2]), 100);
    expect(await words([small, harmed(risk(null, [3, 3]), 18_000)])).toMatch(
      /accepted by nobody; 1 more could not be placed, the largest harm among them$/,
    );
    expect(await words([small, harmed(risk(null, [3, 3]), 50)])).toMatch(/; 1 more could not be placed$/);
    expect(await words([small])).toMatch(/accepted by nobody$/);
  });
});
