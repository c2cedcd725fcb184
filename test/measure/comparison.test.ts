import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

import { pairedAccuracyDifference } from "../../src/metrics/comparison/paired-accuracy-difference.js";
import type { Assessment } from "../../src/model/assessment.js";
import { audiences } from "../../src/model/plan.js";
import { mcnemar } from "../../src/stats/mcnemar.js";
import { pairedDifference } from "../../src/stats/paired-difference.js";
import { expectClose } from "../stats/expect-close.js";
import { readFixture } from "../stats/read-fixture.js";
import { assessFiles, estimateAt, planFile, valueOf } from "./project-folder.js";
import { publishFiles } from "./publish-project.js";
import { seeded } from "./seeded.js";

const messages = readFileSync(
  new URL("../../examples/nlp-platforms/data/messages.csv", import.meta.url),
  "utf8",
);

/** A comparison of `a` and `b` on `rows.csv`, with columns y, a, b. */
const plain = {
  id: "pair",
  task: "comparison",
  data: "rows.csv",
  label: "y",
  positive: 1,
  models: [
    { id: "a", prediction: "a" },
    { id: "b", prediction: "b" },
  ],
};

async function assessed(csv: string, evaluation: object = {}, plan: object = {}): Promise<Assessment> {
  return assessFiles({
    "rows.csv": csv,
    "forthright.yaml": planFile({ evaluations: [{ ...plain, ...evaluation }], ...plan }),
  });
}

describe("G30, two platforms on the same 2,300 messages, from the CSV to the Assessment", () => {
  const golden = readFixture("golden/G30_nlp_platforms.json") as {
    n: number;
    acc_a: number;
    acc_b: number;
    diff: number;
    mcnemar_exact: number;
    mcnemar_midp: number;
    newcombe_paired_ci95: [number, number];
    auc_a: number;
    auc_b: number;
    by_length: Record<string, { n: number; acc_a: number; acc_b: number }>;
    table: { both: number; only_a: number; only_b: number; neither: number };
  };
  const platforms = {
    models: [
      { id: "a", prediction: "platform_a_pred", score: "platform_a_p" },
      { id: "b", prediction: "platform_b_pred", score: "platform_b_p" },
    ],
    slices: ["length_band"],
  };

  it("accuracy, paired interval, McNemar, ranking and every slice, as sklearn 1.2.1 and R 4.2.2 have them", async () => {
    const found = await assessed(messages, platforms);
    expectClose(valueOf(found, "accuracy-test[a]@all"), golden.acc_a, 1e-12);
    expectClose(valueOf(found, "accuracy-test[b]@all"), golden.acc_b, 1e-12);
    const difference = estimateAt(found, "paired-accuracy-difference[a-vs-b]@all");
    expectClose(difference.value, golden.diff, 1e-12);
    expectClose(difference.interval?.low, golden.newcombe_paired_ci95[0], 1e-9);
    expectClose(difference.interval?.high, golden.newcombe_paired_ci95[1], 1e-9);
    expectClose(valueOf(found, "mcnemar-exact-p[a-vs-b]@all"), golden.mcnemar_exact, 1e-9);
    expectClose(valueOf(found, "mcnemar-mid-p[a-vs-b]@all"), golden.mcnemar_midp, 1e-9);
    expectClose(valueOf(found, "roc-auc[a]@all"), golden.auc_a, 1e-9);
    expectClose(valueOf(found, "roc-auc[b]@all"), golden.auc_b, 1e-9);
    expectClose(valueOf(found, "paired-roc-auc-difference[a-vs-b]@all"), golden.auc_a - golden.auc_b, 1e-9);
    for (const [band, { n, acc_a, acc_b }] of Object.entries(golden.by_length)) {
      expect(estimateAt(found, `accuracy-test[a]@length_band=${band}`).denominator).toBe(n);
      expectClose(valueOf(found, `accuracy-test[a]@length_band=${band}`), acc_a, 1e-12);
      expectClose(valueOf(found, `accuracy-test[b]@length_band=${band}`), acc_b, 1e-12);
    }
  });
  it("the verdict is too close to call, and says what would settle it", async () => {
    const found = await assessed(messages, platforms);
    const { both, only_a, only_b, neither } = golden.table;
    const table = found.tables.find(({ id }) => id === "discordance[a-vs-b]@all");
    expect(table?.rows[0]).toEqual({ label: "right", cells: [both, only_a, only_b, neither] });
    const verdict = found.findings.find(({ id }) => id === "model-comparison#a-vs-b");
    expect(verdict).toMatchObject({
      message: "finding.model-comparison.no-clear-difference",
      gap: true,
      slots: { verdict: "no-clear-difference", n: golden.n, most: 17, of: 1000 },
    });
    expect(verdict?.slots.needed).toBe(valueOf(found, "settling-cases[a-vs-b]@all"));
    expect(valueOf(found, "settling-cases[a-vs-b]@all")).toBeGreaterThan(golden.n);
  });
  it("the paired bootstrap has Newcombe's width, within a tenth", async () => {
    const found = await assessed(messages, platforms);
    const width = (id: string): number => {
      const { interval } = estimateAt(found, id);
      return (interval?.high ?? NaN) - (interval?.low ?? NaN);
    };
    const ratio =
      width("bootstrap-accuracy-difference[a-vs-b]@all") / width("paired-accuracy-difference[a-vs-b]@all");
    expect(Math.abs(ratio - 1)).toBeLessThan(0.1);
  });
  it("scores at their thresholds decide as the predictions do, on either side", async () => {
    const told = await assessed(messages, platforms);
    const models = ["a", "b"].map((id) => ({ id, score: `platform_${id}_p`, threshold: 0.5 }));
    const scored = await assessed(messages, { ...platforms, models });
    const plainValues = ({ estimates }: Assessment) =>
      estimates.map(({ id, value, interval }) => ({ id, value, interval }));
    expect(plainValues(scored)).toEqual(plainValues(told));
    const turned = messages
      .trim()
      .split("\n")
      .map((row, index) => {
        const cells = row.split(",");
        if (index > 0) for (const place of [2, 3]) cells[place] = (1 - Number(cells[place])).toFixed(6);
        return cells.join(",");
      })
      .join("\n");
    const below = models.map((model) => ({ ...model, threshold: 0.5000005 }));
    const under = await assessed(turned, { ...platforms, models: below, flag: "below" });
    expect(valueOf(under, "roc-auc[a]@all")).toBeCloseTo(golden.auc_a, 6);
    expect(valueOf(under, "accuracy-test[a]@all")).toBeCloseTo(golden.acc_a, 12);
  });
});

describe("random rows, counted again by hand", () => {
  interface Row {
    readonly y: string;
    readonly a: string;
    readonly b: string;
    readonly g: string;
    readonly who: string;
  }
  const rowsOf = (seed: number): Row[] => {
    const random = seeded(seed);
    return Array.from({ length: random.pick([3, 20, 150, 400]) }, () => ({
      y: random.pick(["1", "0", "0", "1.0", ""]),
      a: random.pick(["1", "0", "1", "0.0", " 1 ", ""]),
      b: random.pick(["1", "0", "0"]),
      g: random.pick(["x", "y,z", "", "=1+1"]),
      who: `S${random.whole(0, 40)}`,
    }));
  };
  const csvOf = (rows: readonly Row[]): string =>
    ["y,a,b,g,who", ...rows.map((row) => [row.y, row.a, row.b, `"${row.g}"`, row.who].join(","))].join("\n");
  const isOne = (cell: string): boolean => Number(cell) === 1;

  it.each(Array.from({ length: 12 }, (_, seed) => seed + 1))("seed %i", async (seed) => {
    const rows = rowsOf(seed);
    const used = rows.filter(({ y, a }) => y !== "" && a.trim() !== "");
    const found = await assessed(csvOf(rows), { slices: ["g"], row_id: "who" });
    expect(found.evaluations[0]).toMatchObject({
      rows: rows.length,
      used: used.length,
      excluded: {
        label_blank: rows.filter(({ y }) => y === "").length,
        score_blank: rows.filter(({ y, a }) => y !== "" && a.trim() === "").length,
        score_not_finite: 0,
      },
      duplicates: rows.length - new Set(rows.map(({ who }) => who)).size,
    });
    for (const [slice, own] of [
      ["all", used],
      ["g=x", used.filter(({ g }) => g === "x")],
      ["g=y%2Cz", used.filter(({ g }) => g === "y,z")],
      ["g=%3D1%2B1", used.filter(({ g }) => g === "=1+1")],
      ["g=(missing)", used.filter(({ g }) => g === "")],
    ] as const) {
      if (own.length === 0) continue;
      const count = (keep: (row: Row) => boolean): number => own.filter(keep).length;
      const right = (row: Row, of: "a" | "b"): boolean => isOne(row[of]) === isOne(row.y);
      const cells = [
        count((row) => right(row, "a") && right(row, "b")),
        count((row) => right(row, "a") && !right(row, "b")),
        count((row) => !right(row, "a") && right(row, "b")),
        count((row) => !right(row, "a") && !right(row, "b")),
      ] as const;
      const table = found.tables.find(({ id }) => id === `discordance[a-vs-b]@${slice}`);
      expect(table?.rows[0]?.cells).toEqual(cells);
      const [both, onlyA, onlyB, neither] = cells;
      const recall = estimateAt(found, `recall[a]@${slice}`);
      const positives = count((row) => isOne(row.y));
      if (positives === 0) expect(recall).toMatchObject({ value: null, reason: "no-positives" });
      else
        expect([recall.numerator, recall.denominator]).toEqual([
          count((row) => isOne(row.y) && isOne(row.a)),
          positives,
        ]);
      expect(valueOf(found, `mcnemar-exact-p[a-vs-b]@${slice}`)).toBeCloseTo(
        mcnemar(onlyA, onlyB).pExact,
        12,
      );
      if (slice !== "all") continue;
      const expected = pairedDifference({ both, onlyA, onlyB, neither });
      const { value, interval } = estimateAt(found, "paired-accuracy-difference[a-vs-b]@all");
      expectClose(value, expected?.difference, 1e-12);
      expectClose(interval?.low, expected?.interval.low, 1e-12);
    }
    for (const { id, value, interval } of found.estimates) {
      expect([id, value === null || Number.isFinite(value)]).toEqual([id, true]);
      if (interval !== null) expect([id, interval.low <= interval.high]).toEqual([id, true]);
    }
  });
});

describe("verdicts", () => {
  /** Rows of which `onlyA` are right by a alone, and so on. */
  const csvOf = (both: number, onlyA: number, onlyB: number, neither: number): string =>
    [
      "y,a,b",
      ...Array.from({ length: both }, (_, row) => (row % 2 === 0 ? "1,1,1" : "0,0,0")),
      ...Array.from({ length: onlyA }, () => "1,1,0"),
      ...Array.from({ length: onlyB }, () => "1,0,1"),
      ...Array.from({ length: neither }, (_, row) => (row % 2 === 0 ? "1,0,0" : "0,1,1")),
    ].join("\n");
  const verdictOf = ({ findings }: Assessment): unknown =>
    findings.find(({ id }) => id === "model-comparison#a-vs-b")?.slots.verdict;

  it("a planted difference is found, in the right direction", async () => {
    const better = await assessed(csvOf(300, 60, 10, 30));
    expect(verdictOf(better)).toBe("a-better");
    expect(verdictOf(await assessed(csvOf(300, 10, 60, 30)))).toBe("b-better");
    expect(better.findings.map(({ message }) => message)).toContain("finding.model-comparison.catches-more");
  });
  it("twins: no discordant case, p of 1 with its reason, and no number of cases that settles it", async () => {
    const twins = await assessed(csvOf(80, 0, 0, 20));
    expect(verdictOf(twins)).toBe("no-clear-difference");
    expect(estimateAt(twins, "mcnemar-mid-p[a-vs-b]@all")).toMatchObject({
      value: 1,
      reason: "none-discordant",
    });
    expect(estimateAt(twins, "settling-cases[a-vs-b]@all")).toMatchObject({
      value: null,
      reason: "equally-right",
    });
    const { interval } = estimateAt(twins, "paired-accuracy-difference[a-vs-b]@all");
    expect(interval?.low).toBeLessThan(0);
    expect(interval?.high).toBeGreaterThan(0);
    expect(estimateAt(twins, "bootstrap-accuracy-difference[a-vs-b]@all")).toMatchObject({
      value: 0,
      interval: null,
      reason: "bootstrap-replicates-equal",
    });
  });
  it("no difference: at most one in twenty simulated tests names a winner", () => {
    const random = seeded(20);
    const runs = 1000;
    let named = 0;
    for (let run = 0; run < runs; run += 1) {
      const onlyA = Array.from({ length: 60 }, () => random.chance(0.5)).filter(Boolean).length;
      const units = [150, 0, 0, 10, 10, 60 - onlyA, onlyA, 150];
      const pair = {
        units: units.map((n, place) => ({ n, cells: units.map((_, cell) => Number(cell === place)) })),
        bySubject: false,
      };
      const { low = 0, high = 0 } = pairedAccuracyDifference.compute(pair, 0.95).interval ?? {};
      if (low > 0 || high < 0) named += 1;
    }
    expect(named).toBeLessThanOrEqual(runs * 0.05 + 4 * Math.sqrt(runs * 0.05 * 0.95));
  });
  it("three models: every two, at a level that holds for all three together", async () => {
    const rows = csvOf(200, 30, 20, 10)
      .split("\n")
      .map((row, index) => `${row},${index === 0 ? "c" : "1"}`)
      .join("\n");
    const found = await assessed(rows, { models: ["a", "b", "c"].map((id) => ({ id, prediction: id })) });
    for (const facet of ["a-vs-b", "a-vs-c", "b-vs-c"]) {
      const { interval } = estimateAt(found, `paired-accuracy-difference[${facet}]@all`);
      expectClose(interval?.level, 1 - 0.05 / 3, 1e-12);
    }
  });
  it("subjects: as wide as one case each where a subject's cases are copies, and no McNemar", async () => {
    const [head = "", ...rows] = csvOf(60, 14, 6, 10).split("\n");
    const thrice = [
      `${head},who`,
      ...rows.flatMap((row, index) => Array.from({ length: 3 }, () => `${row},S${index}`)),
    ].join("\n");
    const single = await assessed([head, ...rows].join("\n"));
    const clustered = await assessed(thrice, { subject: "who" });
    const id = "paired-accuracy-difference[a-vs-b]@all";
    const [own, copies] = [estimateAt(single, id), estimateAt(clustered, id)];
    expect(copies.n_effective).toBeCloseTo((3 * 90 * 89) / (3 * 90 - 1), 9);
    expect(copies.interval?.low).toBeCloseTo(own.interval?.low ?? NaN, 2);
    expect(estimateAt(clustered, "mcnemar-exact-p[a-vs-b]@all")).toMatchObject({
      value: null,
      reason: "repeated-subjects",
    });
    expect(estimateAt(clustered, "bootstrap-accuracy-difference[a-vs-b]@all").interval?.method).toBe(
      "paired bootstrap of subjects, 2000 draws, seed 1",
    );
    expect(clustered.evaluations[0]?.subjects).toBe(90);
  });
});

describe("hostile and empty input", () => {
  const hostile = "</script><b>{{x}}</b> ${1} \u202Eabc | :am =1+1";
  it("a hostile name reaches no markup, in any edition", async () => {
    const rows = ["y,a,b,g"];
    for (let row = 0; row < 120; row += 1)
      rows.push(`${row % 2},${row % 2},${row % 3 === 0 ? 1 : 0},"${hostile}"`);
    const files = {
      "rows.csv": rows.join("\n"),
      "forthright.yaml": planFile({
        evaluations: [
          {
            ...plain,
            slices: ["g"],
            models: [
              { id: "a", name: hostile, prediction: "a" },
              { id: "b", name: "B", prediction: "b", cost_per_1000: 3 },
            ],
          },
        ],
        documents: [{ kind: "model-card" }],
      }),
    };
    for (const audience of audiences) {
      const { documents } = await publishFiles(files, { audience });
      const html = documents[0]?.html ?? "";
      expect(html).toContain("&#x3C;/script>");
      expect(html).not.toContain("</script><b>");
      expect(html).not.toMatch(/NaN|undefined|Infinity/);
    }
  });
  it.each([
    ["no row", "y,a,b\n", "E-HEADER-ONLY"],
    ["no row that both decided", "y,a,b\n1,1,\n0,,0\n", "E-NO-ROWS"],
    ["a label of three values", "y,a,b\n1,1,1\n0,0,0\n2,1,1\n", "E-LABEL"],
    ["a prediction in words the label does not know", "y,a,b\n1,1,1\n0,spam,0\n", "E-LABEL"],
    ["a missing column", "y,a\n1,1\n", "E-COLUMN"],
  ])("%s", async (_, csv, code) => {
    await expect(assessed(csv)).rejects.toMatchObject({ messages: [{ code }] });
  });
  it("one class: what needs the other has no value, and says why", async () => {
    const found = await assessed("y,a,b\n1,1,0\n1,1,1\n1,0,1\n");
    expect(estimateAt(found, "false-alarms[a]@all")).toMatchObject({ value: null, reason: "no-negatives" });
    expect(estimateAt(found, "paired-false-alarms-difference[a-vs-b]@all")).toMatchObject({
      value: null,
      reason: "no-negatives",
    });
    expect(valueOf(found, "accuracy-test[a]@all")).toBeCloseTo(2 / 3, 12);
  });
  it.each([
    [{ models: undefined }, "Missing `models`"],
    [{ models: [{ id: "a", prediction: "a" }] }, "expected"],
    [
      {
        models: [
          { id: "a", prediction: "a" },
          { id: "a", prediction: "b" },
        ],
      },
      'Unexpected second "a"',
    ],
    [
      {
        models: [
          { id: "a", prediction: "a" },
          { id: "b", score: "b" },
        ],
      },
      "Missing a decision",
    ],
    [
      {
        models: [
          { id: "a", prediction: "a" },
          { id: "b", prediction: "b", threshold: 0.5 },
        ],
      },
      "Unexpected threshold beside a prediction",
    ],
    [{ counts: { tp: 1, fn: 1, fp: 1, tn: 1 } }, "Unexpected counts in an evaluation of task comparison"],
    [{ slices: ["a"] }, 'Unexpected slice column "a"'],
  ])("a plan that cannot be: %j", async (evaluation, text) => {
    await expect(assessed("y,a,b\n1,1,0\n", evaluation)).rejects.toMatchObject({
      failure: "usage",
      messages: [{ text: expect.stringContaining(text) as string }],
    });
  });
});
