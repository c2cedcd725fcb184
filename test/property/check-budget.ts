import { budgetFacts } from "../../src/measure/kinds/binary/budget-facts.js";
import type { EvaluationInput } from "../../src/measure/evaluation-input.js";
import type { Estimate } from "../../src/model/assessment.js";
import { budgetSentences } from "../../src/phrasing/budget-sentences.js";
import { plainText } from "../../src/phrasing/inline.js";
import type { Voice } from "../../src/phrasing/voice.js";
import { wilson } from "./sentence-examples.js";
import { type Claim } from "./sentence-reader.js";
import { type Case } from "./pattern-case.js";
import { type Numbers } from "./check-patterns.js";

// ---------------------------------------------------------------- money of a list

export function budgetOf(one: Case, voice: Voice, all: ReadonlyMap<string, Estimate>): string[] {
  const { example, action, miss, spread, volume } = one;
  const ranged = (value: number) => ({ value, low: value * (1 - spread), high: value * (1 + spread) });
  const plan = {
    deployment: { base_rate: example.baseRate },
    costs: { currency: "EUR", action: ranged(action), miss: ranged(miss) },
  };
  const input = { plan, evaluation: { id: "e" } } as unknown as EvaluationInput;
  const place = {
    evaluation: "e",
    prefix: "",
    slice: "all",
    threshold: 0.5,
    baseRate: example.baseRate,
    evidence: "x",
  };
  const made = budgetFacts(input, [...all.values()], place);
  const at = (id: string) => made.find((estimate) => estimate.id === `${id}@all`) ?? null;
  return budgetSentences(voice, {
    net: at("net-gain"),
    netOfAll: at("net-gain[all]"),
    missedValue: at("missed-value"),
    breakEven: null,
    breakEvenEnds: null,
    wrongPerRight: at("wrong-per-right"),
    recall: all.get("recall") ?? null,
    baseRate: all.get("deployment-base-rate") ?? null,
    precision: null,
    action: { value: action, source: null },
    miss: { value: miss, source: null },
    effect: null,
    list: {
      cases: volume ?? voice.outOf.cases,
      per: volume === null ? null : "month",
      ref: "plan:deployment.volume",
    },
  }).all.map(plainText);
}

interface Money {
  readonly net: number;
  readonly low: number;
  readonly high: number;
}

/** Gain of one list by its four expected counts, at the stated costs and at every mix of their ends and those of the rates. */
function gainOf(one: Case, list: number, who: "model" | "all" | "missed"): Money {
  const { example, action, miss, spread } = one;
  const { tp, fn, fp, tn, baseRate } = example;
  const [p, n] = [tp + fn, fp + tn];
  const gain = (recall: number, alarms: number, a: number, v: number): number => {
    const hits = list * baseRate * recall;
    const wrong = list * (1 - baseRate) * alarms;
    return who === "missed" ? list * baseRate * (1 - recall) * (v - a) : hits * v - (hits + wrong) * a;
  };
  const [recalls, alarms] = [
    [tp / p, ...wilson(tp, p)],
    [fp / n, ...wilson(fp, n)],
  ];
  const rates = who === "all" ? [[1, 1]] : recalls.flatMap((r) => alarms.map((f) => [r, f]));
  const ends = rates.flatMap(([r = 0, f = 0]) =>
    [1 - spread, 1, 1 + spread].flatMap((a) =>
      [1 - spread, 1, 1 + spread].map((v) => gain(r, f, action * a, miss * v)),
    ),
  );
  const net = who === "all" ? gain(1, 1, action, miss) : gain(tp / p, fp / n, action, miss);
  return { net, low: Math.min(...ends), high: Math.max(...ends) };
}

/** Two significant figures, whole under ten, and their neighbours where the arithmetic falls on a border. */
function figures(exact: number): number[] {
  const near = [exact, exact + 1e-9 + Math.abs(exact) * 1e-9, exact - 1e-9 - Math.abs(exact) * 1e-9];
  return near.map((value) => (Math.abs(value) < 10 ? Math.round(value) : Number(value.toPrecision(2))));
}

export function moneyOf(
  claim: Claim,
  numbers: Numbers,
  one: Case,
  voice: Voice,
): Readonly<Record<string, number | readonly number[]>> {
  const list = one.volume ?? voice.outOf.cases;
  const { tp, fn, baseRate } = { ...one.example };
  const told = (who: "model" | "all" | "missed", wanted: "gain" | "loss" | "either") => {
    const { net, low, high } = gainOf(one, list, who);
    const direction = low > 0 ? "gain" : high < 0 ? "loss" : "either";
    // A range that ends within a rounding error of zero may be told either way.
    const isClose = Math.min(Math.abs(low), Math.abs(high)) < 1e-6 * Math.abs(net || 1);
    if (direction !== wanted && !isClose) return {};
    const [first, last] = wanted === "loss" ? [-high, -low] : [low, high];
    return {
      n: list,
      net: figures(wanted === "loss" ? -net : net),
      low: figures(first),
      high: figures(last),
    };
  };
  switch (claim) {
    case "gain":
      return told("model", "gain");
    case "loss":
      return told("model", "loss");
    case "either":
      return told("model", "either");
    case "allGain":
      return told("all", "gain");
    case "allLoss":
      return told("all", "loss");
    case "allEither":
      return told("all", "either");
    case "perRight":
      return { most: [-1e-9, 0, 1e-9].map((off) => Math.floor((one.miss - one.action) / one.action + off)) };
    case "missed": {
      const { net, low, high } = gainOf(one, list, "missed");
      const missed = list * baseRate * (fn / (tp + fn));
      return {
        fn: [Math.round(missed), Math.round(missed + 1e-9), Math.round(missed - 1e-9)],
        value: figures(net),
        low: figures(low),
        high: figures(high),
      };
    }
    case "basis":
      return {
        action: Number(one.action.toFixed(2)),
        miss: Number(one.miss.toFixed(2)),
      };
    default:
      return numbers;
  }
}
