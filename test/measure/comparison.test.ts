import { describe, expect, it } from "vitest";

import type { Assessment } from "../../src/model/assessment.js";
import { mcnemar } from "../../src/stats/mcnemar.js";
import { pairedDifference } from "../../src/stats/paired-difference.js";
import { expectClose } from "../stats/expect-close.js";
import { readFixture } from "../stats/read-fixture.js";
import { estimateAt, valueOf } from "./project-folder.js";
import { seeded } from "./seeded.js";
import { messages, assessed } from "./comparison-project.js";

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
      // 45 and 68 of 1,394 real requests filtered; 830 and 834 of 906 spam messages.
      message: "finding.model-comparison.kinds-differ",
      gap: true,
      slots: {
        verdict: "no-clear-difference",
        n: golden.n,
        most: 17,
        of: 1000,
        alarms: "first",
        recall: "none",
      },
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
