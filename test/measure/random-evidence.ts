import type { Reading } from "./recount-rows.js";
import { seeded, type Seeded } from "./seeded.js";

/** One random body of evidence: a CSV file, the plan that reads it, and how to read it by hand. */
export interface RandomEvidence {
  readonly csv: string;
  readonly plan: object;
  readonly reading: Reading;
  readonly baseRate: number | null;
  readonly scoreRange: readonly [number, number];
}

interface Traits {
  readonly n: number;
  /** Distinct scores: few make ties. */
  readonly steps: number;
  readonly range: readonly [number, number];
  readonly share: number;
  readonly below: boolean;
  readonly hard: boolean;
  readonly subjects: boolean;
  readonly money: boolean;
  readonly threshold: number | null;
  readonly baseRate: number | null;
  readonly gaps: boolean;
}

function traitsOf(random: Seeded): Traits {
  const range = random.pick<readonly [number, number]>([
    [0, 1],
    [0, 1],
    [0, 100],
    [-5, 5],
  ]);
  const [low, high] = range;
  const steps = random.pick([2, 10, 20, 100, 1_000, 100_000]);
  const hard = random.chance(0.12);
  const at = low + ((high - low) * random.whole(0, Math.min(steps, 50))) / Math.min(steps, 50);
  return {
    n: random.pick([1, 2, 5, 12, 40, 150, 300]),
    steps,
    range,
    share: random.pick([0, 0.03, 0.3, 0.5, 0.9, 1]),
    below: random.chance(0.2),
    hard,
    subjects: random.chance(0.25),
    money: random.chance(0.3),
    threshold: hard || random.chance(0.15) ? null : Number(at.toPrecision(12)),
    baseRate: random.chance(0.6) ? random.pick([0.0001, 0.012, 0.2, 0.5, 0.95]) : null,
    gaps: random.chance(0.5),
  };
}

export function randomEvidence(seed: number): RandomEvidence {
  const random = seeded(seed);
  const traits = traitsOf(random);
  const rows = Array.from({ length: traits.n }, (_, index) => rowOf(random, traits, index));
  const header = ["id", "y", traits.hard ? "said" : "s", "group", "rare", "age", "person", "money"];
  return {
    csv: `${[header, ...rows].map((row) => row.map(quote).join(",")).join("\n")}\n`,
    plan: planOf(traits),
    reading: readingOf(traits),
    baseRate: traits.baseRate,
    scoreRange: traits.range,
  };
}

function quote(cell: string): string {
  return /[",]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

function rowOf(random: Seeded, traits: Traits, index: number): string[] {
  const { range, steps, share, gaps, hard } = traits;
  const [low, high] = range;
  const positive = index === 0 ? share > 0 : random.chance(share);
  const lift = positive ? random.next() ** 0.5 : random.next();
  const score = low + ((high - low) * Math.round(lift * steps)) / steps;
  const lost = gaps && index > 0; // The first row stays whole, so that there is one.
  const label = lost && random.chance(0.1) ? "" : positive ? "1" : "0";
  const said = hard
    ? random.chance(positive ? 0.8 : 0.2)
      ? "1"
      : "0"
    : String(Number(score.toPrecision(12)));
  const blank = lost && random.chance(0.05);
  const broken = lost && !hard && random.chance(0.04);
  return [
    String(index),
    label,
    blank ? "" : broken ? random.pick(["nan", "inf", "-inf"]) : said,
    lost && random.chance(0.1) ? "" : random.pick(["A", "B", 'odd, "quoted" & ü', "C=D", "50 %"]),
    index % 97 === 3 ? "rare one" : "common",
    lost && random.chance(0.1) ? "" : String(random.whole(10, 80)),
    `P${random.whole(1, Math.max(2, Math.floor(traits.n / 3)))}`,
    (random.whole(0, 1_000_000) / 100).toFixed(2),
  ];
}

function planOf(traits: Traits): object {
  const { hard, below, range, subjects, money, threshold, baseRate } = traits;
  return {
    deployment: {
      ...(baseRate === null ? {} : { base_rate: baseRate }),
      ...(threshold === null ? {} : { threshold }),
    },
    evaluations: [
      {
        id: "random",
        data: "data.csv",
        label: "y",
        positive: 1,
        ...(hard ? { prediction: "said" } : { score: "s", score_range: range }),
        ...(below && !hard ? { flag: "below" } : {}),
        ...(subjects ? { subject: "person" } : {}),
        ...(money ? { value: "money" } : {}),
        slices: ["group", "rare", "age"],
        bands: { age: [18, 30, 65] },
      },
    ],
  };
}

function readingOf({ hard, below, subjects, money, threshold }: Traits): Reading {
  return {
    label: "y",
    positive: "1",
    ...(hard ? { prediction: "said" } : { score: "s" }),
    ...(threshold === null ? {} : { threshold }),
    ...(below && !hard ? { flag: "below" } : {}),
    ...(subjects ? { subject: "person" } : {}),
    ...(money ? { value: "money" } : {}),
    slices: ["group", "rare", "age"],
    bands: { age: [18, 30, 65] },
  };
}
