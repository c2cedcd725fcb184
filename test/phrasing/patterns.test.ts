import { beforeAll, describe, expect, it } from "vitest";

import { explainPatterns, type PatternStory } from "../../src/compose/explain-patterns.js";
import { loadMaterials } from "../../src/load/load-materials.js";
import type { Materials } from "../../src/model/materials.js";
import { patterns } from "../../src/phrasing/patterns/all.js";
import { whatIfTotal } from "../../src/phrasing/patterns/what-if.js";
import { assessPlan, planFile } from "../measure/project-folder.js";
import { publishFiles } from "../measure/publish-project.js";

const words = {
  case: "customer / customers",
  positive: "high-value customer / high-value customers",
  negative: "other customer / other customers",
  flagged: "picked",
  missed: "missed",
};

let materials: Materials;
beforeAll(async () => {
  materials = await loadMaterials(null, "en");
});

/** How one body of evidence is told. */
async function storyOf(evaluation: object, deployment: object = {}): Promise<PatternStory> {
  const plan = { words, deployment, evaluations: [{ id: "test", ...evaluation }] };
  const [story] = explainPatterns(await assessPlan(plan), materials, "en");
  if (story === undefined) throw new Error("No story");
  return story;
}

function reported(metrics: Readonly<Record<string, number>>, more: object = {}): object {
  return {
    task: "reported",
    metrics: Object.entries(metrics).map(([metric, value]) => ({ metric, value })),
    ...more,
  };
}

const counts = { tp: 850, fn: 150, fp: 150, tn: 8850 };

it("are A to H, and each file is named as its pattern", () => {
  expect(patterns.map(({ letter }) => letter).join("")).toBe("ABCDEFGH");
  expect(patterns.filter(({ after }) => after).map(({ letter }) => letter)).toEqual(["H"]);
});

describe("the first pattern whose numbers exist", () => {
  it.each([
    ["A", { counts }, { base_rate: 0.1, out_of: 1000 }],
    ["A", { rates: { sensitivity: 0.9, specificity: 0.95 } }, { base_rate: 0.01 }],
    ["A", reported({ recall: 0.9, specificity: 0.95 }), { base_rate: 0.01 }],
    ["A", { rates: { sensitivity: 0.9, precision: 0.5, prevalence: 0.1 } }, { base_rate: 0.01 }],
    ["B", { counts, kind: "deployment" }, {}],
    ["B", reported({ recall: 0.9, precision: 0.6 }), {}],
    ["D", { counts }, {}],
    ["D", { counts, kind: "held-out" }, {}],
    ["D", { rates: { sensitivity: 0.9, specificity: 0.95 } }, {}],
    ["D", reported({ recall: 0.9, specificity: 0.95, precision: 0.3 }), {}],
    ["E", reported({ precision: 0.6 }), {}],
    ["F", reported({ f1: 0.85 }), {}],
    ["F", reported({ accuracy: 0.97 }), {}],
    ["G", { counts: { tp: 14, fn: 13, fp: 40, tn: 960 } }, { base_rate: 0.1 }],
    ["G", { counts: { tp: 14, fn: 13, fp: 4, tn: 9 } }, {}],
  ] as const)("is %s for %j with %j", async (letter, evaluation, deployment) => {
    expect((await storyOf(evaluation, deployment)).chosen?.letter).toBe(letter);
  });

  it("is none where only one of the two errors is known, and the gap is said", async () => {
    const { chosen, sentences } = await storyOf({ rates: { sensitivity: 0.9 } });
    expect(chosen).toBeNull();
    expect(sentences.join(" ")).toContain("How many other customers are picked was not measured");
    const other = await storyOf({ rates: { specificity: 0.9 } });
    expect(other.sentences.join(" ")).toContain("How many high-value customers are missed was not measured.");
  });

  it("is none of a test without one class: all that is flagged is right there by force", async () => {
    const { chosen, sentences } = await storyOf({ counts: { tp: 60, fn: 40, fp: 0, tn: 0 } });
    expect(chosen).toBeNull();
    expect(sentences.at(-1)).toBe(
      "There are no other customers among the customers tested, so how many of the picked are right cannot be said.",
    );
  });
});

describe("a share of the flagged measured on another mix", () => {
  // 500 of 1,000 in the test, 10 of 1,000 in use: a ratio of 50.
  const enriched = { rates: { sensitivity: 0.9, precision: 0.9, prevalence: 0.5 } };

  it("is moved to the mix of use: precision 0.9 of a balanced test is 0.083 where 1 of 100 is positive", async () => {
    const { chosen, sentences } = await storyOf(enriched, { base_rate: 0.01, out_of: 1000 });
    expect(chosen?.letter).toBe("A");
    // 10 positives, 9 of them flagged; 0.9 x 0.1 / 0.9 = 0.1 of the 990 others, 99.
    expect(sentences).toContain("So 108 are picked, and 9 of those 108 are high-value customers.");
  });

  it("refuses B, C and E with both shares, outside a ratio of 0.5 to 2", async () => {
    const given = { base_rate: 0.01, out_of: 1000 };
    const { refused } = await storyOf({ rates: { precision: 0.9, prevalence: 0.5 } }, given);
    const why = Object.fromEntries(refused.map(({ letter, why: text }) => [letter, text]));
    expect(why.E).toBe(
      "500 of 1,000 customers in the test are high-value customers, 10 of 1,000 in use: a share of the picked does not carry over",
    );
    expect((await storyOf({ rates: { precision: 0.9, prevalence: 0.5 } }, given)).sentences).toEqual([]);
  });

  it.each([
    [0.1, 0.19, "E"],
    [0.1, 0.21, undefined],
    [0.1, 0.051, "E"],
    [0.1, 0.049, undefined],
  ])("with %s in use and %s in the test is told by %s", async (live, test, letter) => {
    const { chosen } = await storyOf({ rates: { precision: 0.9, prevalence: test } }, { base_rate: live });
    expect(chosen?.letter).toBe(letter);
  });
});

describe("what each says, beside the worked numbers of the literature", () => {
  it("A: base rate 10 of 100, precision and recall 0.85", async () => {
    const { sentences } = await storyOf({ counts }, { base_rate: 0.1, out_of: 1000 });
    expect(sentences.slice(0, 4)).toEqual([
      "Of 1,000 customers, about 100 are high-value customers.",
      "Of those 100, 85 are picked and 15 are missed.",
      "Of the 900 other customers, 15 are picked too.",
      "So 100 are picked, and 85 of those 100 are high-value customers.",
    ]);
  });

  it("A at a base rate of 1 of 100, same error rates: precision 34 of 100, so most picks are wrong", async () => {
    const { sentences } = await storyOf({ counts }, { base_rate: 0.01 });
    const [, tp = "", f = ""] = /(\d+) of those (\d+) are high-value/.exec(sentences.join(" ")) ?? [];
    expect(Number(tp) / Number(f)).toBeCloseTo(0.34, 2);
    expect(sentences.join(" ")).toContain("Most of them are false alarms");
  });

  it("B: two sentences, two totals, and never 'of them'", async () => {
    const { sentences } = await storyOf({ counts, kind: "deployment" });
    expect(sentences[0]).toMatch(
      /^Of every 100 customers picked, about 85 are high-value customers \(range /,
    );
    expect(sentences[1]).toMatch(/^Of every 100 high-value customers, about 85 are picked \(range /);
    expect(sentences.slice(0, 2).join(" ")).not.toMatch(/of (them|those)/);
  });

  it("C: precision 0.75 and recall 0.9 are 120 names, 90 right, 30 wrong, 10 missed", async () => {
    const rates = { sensitivity: 0.9, precision: 0.75 };
    const { documents } = await publishFiles(
      {
        "forthright.yaml": planFile({ words, evaluations: [{ id: "test", rates }] }),
        "notes/model-card/verdict.md": '::frequency{pattern="per-hundred-positives"}\n',
      },
      { kinds: ["model-card"] },
    );
    expect(documents[0]?.markdown).toContain(
      "For every 100 high-value customers out there, 120 customers are picked: 90 rightly and 30 wrongly. Of those 100 high-value customers, 10 are missed.",
    );
  });

  it("D: a table of four base rates in counts of one total, beside arithmetic of its own", async () => {
    const { documents } = await publishFiles(
      {
        "forthright.yaml": planFile({
          words,
          evaluations: [{ id: "test", rates: { sensitivity: 0.9, specificity: 0.95 } }],
        }),
        "notes/model-card/verdict.md": "::frequency\n",
      },
      { kinds: ["model-card"] },
    );
    const rows = [...(documents[0]?.markdown ?? "").matchAll(/^\| ([\d,]+) \| ([\d,]+) \| ([\d,]+) \|$/gm)];
    const table = rows.map(([, ...cells]) => cells.map((cell) => Number(cell.replace(",", ""))));
    const expected = [50, 100, 500, 1000].map((positives) => {
      const right = Math.round(positives * 0.9);
      return [positives, right + Math.round((10_000 - positives) * 0.05), right];
    });
    expect(table).toEqual(expected);
  });

  it("E: only precision is known, so that nothing was measured of the missed is said", async () => {
    const { sentences } = await storyOf(reported({ precision: 0.3 }));
    expect(sentences.slice(0, 3)).toEqual([
      "Of every 100 customers picked, about 30 are high-value customers (range not known: reported without counts) and 70 are other customers.",
      "So most of them are false alarms: 70 of 100.",
      "How many high-value customers are missed was not measured.",
    ]);
  });

  // 2 (1 - F) / F mistakes per right pick, precision from F / (2 - F): 0.85 gives 35 and 74.
  it.each([
    [0.85, 35, 74],
    [0.5, 200, 33],
    [0.9, 22, 82],
    [0.99, 2, 98],
  ])(
    "F: F1 of %s is %s mistakes per 100 right picks, precision from %s of 100",
    async (f1, mistakes, least) => {
      const text = (await storyOf(reported({ f1 }))).sentences.join(" ");
      expect(text).toContain(`it made about ${mistakes} mistakes in that test`);
      expect(text).toContain(`Between about ${least} and 100 of every 100 picked were right`);
      expect(text).toContain("Ask for the four counts");
      expect(text).not.toMatch(/recall|precision/i);
    },
  );

  it("F: accuracy stands beside what always saying no would score, where that is known", async () => {
    const told = await storyOf(reported({ accuracy: 0.97, "base-rate": 0.02 }));
    expect(told.sentences.join(" ")).toContain(
      "Always saying that none is a high-value customer would be right for 98 of 100.",
    );
  });

  it("G: counts and no rate", async () => {
    const { sentences } = await storyOf({ counts: { tp: 14, fn: 13, fp: 40, tn: 960 } }, { base_rate: 0.1 });
    expect(sentences[0]).toBe(
      "In the test 14 of 27 high-value customers were picked and 13 were missed; that is too few for a rate.",
    );
    expect(sentences.join(" ")).not.toMatch(/base rate is given|of every 100 high-value/i);
  });

  it("H: says from how many cases and when, or that nobody gave the counts", async () => {
    const measured = await storyOf({ counts, collected: "2026-07-01/2026-09-30" }, { base_rate: 0.1 });
    expect(measured.sentences.at(-1)?.replaceAll("\u00A0", " ")).toBe(
      "Counted on 1,000 high-value customers and 9,000 other customers, 1 July 2026 to 30 September 2026.",
    );
    const stated = await storyOf(reported({ f1: 0.85 }, { kind: "vendor", reported_by: "Acme" }));
    expect(stated.sentences.at(-1)).toBe(
      "Acme reports this without counts, so its range is not known and nobody here has checked it.",
    );
  });
});

describe("reported numbers that no positive class can have", () => {
  it("recall equal to accuracy is an average over classes: not told of the positives", async () => {
    const { chosen, sentences } = await storyOf(reported({ recall: 0.9123, accuracy: 0.9123, f1: 0.91 }));
    expect(chosen?.letter).toBe("F");
    expect(sentences.join(" ")).not.toMatch(/Of every 100 high-value/);
    expect(sentences[0]).toContain("look like averages over classes");
  });

  it("an F1 that is not the harmonic mean of precision and recall is one too", async () => {
    // 2 x 0.9 x 0.6 / 1.5 = 0.72.
    const wrong = await storyOf(reported({ recall: 0.9, precision: 0.6, f1: 0.75 }));
    const right = await storyOf(reported({ recall: 0.9, precision: 0.6, f1: 0.72 }));
    expect([wrong.chosen, right.chosen?.letter]).toEqual([null, "B"]);
  });
});

it("the total of a what-if table keeps every row within half a percent", () => {
  for (const [recall, falseAlarmShare] of [
    [0.9, 0.05],
    [0.3, 0.001],
    [0.99, 0.3],
  ] as const) {
    const of = whatIfTotal({ recall, falseAlarmShare });
    for (const rate of [0.005, 0.01, 0.05, 0.1]) {
      const p = Math.round(of * rate);
      const right = Math.round(p * recall);
      const flagged = right + Math.round((of - p) * falseAlarmShare);
      const exact = (rate * recall) / (rate * recall + (1 - rate) * falseAlarmShare);
      expect(p).toBeGreaterThanOrEqual(5);
      expect(Math.abs(right / flagged - exact)).toBeLessThanOrEqual(0.005);
    }
  }
});

it("a text that asks for a pattern the numbers do not allow gets the next best and a reason", async () => {
  const { documents } = await publishFiles(
    {
      "forthright.yaml": planFile({
        words,
        deployment: { base_rate: 0.1 },
        evaluations: [{ id: "t", counts }],
      }),
      "notes/model-card/verdict.md": '::frequency{pattern="score-only"}\n',
    },
    { kinds: ["model-card"] },
  );
  const [document] = documents;
  expect(document?.markdown).toContain("are picked, and 85 of those 100");
  expect(document?.messages.map(({ code, text }) => `${code}: ${text}`).join("\n")).toContain(
    'pattern-not-used: The pattern "score-only" is not used: rates are known',
  );
});
