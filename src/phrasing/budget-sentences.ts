import type { Estimate } from "../model/assessment.js";
import type { Datum, Inline } from "../model/inline.js";
import { counted, pluralNumber, printedCount } from "./counted.js";
import { displayGate } from "./display-gate.js";
import { formatMoney, formatStatedMoney } from "./format-number.js";
import { text } from "./inline.js";
import { leastRight } from "./least-right.js";
import { nounSlots } from "./noun-slots.js";
import { shortRange } from "./rate-sentence.js";
import { restate } from "./restate.js";
import type { Slots } from "./say.js";
import type { Voice } from "./voice.js";

/** Money as an estimate tells it: per 1,000 cases. */
const perCases = 1_000;

/** A cost of the plan. */
export interface Cost {
  readonly value: number;
  readonly source: string | null;
}

export interface BudgetFacts {
  /** Gain of following the model against doing nothing, per 1,000 cases. */
  readonly net: Estimate | null;
  /** The same of acting on everyone. */
  readonly netOfAll: Estimate | null;
  readonly missedValue: Estimate | null;
  readonly breakEven: Estimate | null;
  /** The same where costs are cheapest and dearest for acting; null where none of them is a range. */
  readonly breakEvenEnds: { readonly low: Estimate; readonly high: Estimate } | null;
  readonly wrongPerRight: Estimate | null;
  readonly recall: Estimate | null;
  readonly baseRate: Estimate | null;
  /** Share of the flagged that is right at the base rate of use. */
  readonly precision: Estimate | null;
  readonly action: Cost | null;
  readonly miss: Cost | null;
  /** Share of the loss that acting prevents; null where all of it is counted. */
  readonly effect: Cost | null;
  /** The cases the money is told of. */
  readonly list: { readonly cases: number; readonly per: string | null; readonly ref: string };
}

/** The same with what false alarms cost, for a picture of all parts. */
export interface MoneyFacts extends BudgetFacts {
  /** Share of the negatives that is flagged. */
  readonly falseAlarms: Estimate | null;
  /** Cost of a false alarm beside that of acting on it. */
  readonly falseAlarm: Cost | null;
}

type Sentence = readonly Inline[];

/**
 * What acting on the flagged gains against doing nothing and against acting on everyone, from which precision on it
 * pays, what the missed would have brought, and what the money rests on.
 *
 * "Could gain or lose" where the range spans zero, whatever the middle is. Two significant figures; a rate reported
 * without counts leaves the money without a range, and that is said.
 *
 * @returns the whole block, its two most important sentences by themselves, and the terms on which it pays
 */
export function budgetSentences(
  voice: Voice,
  facts: BudgetFacts,
): Readonly<Record<"all" | "gain" | "breakEven" | "terms", readonly Sentence[]>> {
  const net = facts.net === null ? [] : netSentence(voice, facts, facts.net, "model");
  const ofAll = facts.netOfAll === null ? [] : netSentence(voice, facts, facts.netOfAll, "everyone");
  const breakEven = breakEvenSentence(voice, facts);
  const all = [
    net,
    breakEven,
    wrongPerRightSentence(voice, facts),
    ofAll,
    nothingSentence(voice, facts),
    missedSentence(voice, facts),
    basisSentence(voice, facts),
    effectSentence(voice, facts),
  ];
  const told = (sentences: readonly Sentence[]) => sentences.filter(({ length }) => length > 0);
  const terms = [breakEven, wrongPerRightSentence(voice, facts), missedSentence(voice, facts)];
  return { all: told(all), gain: told([net]), breakEven: told([breakEven]), terms: told(terms) };
}

/** Gains, loses, or could do either: by the range, never by the middle alone. */
export type Direction = "gains" | "loses" | "unclear";

export function directionOf({ value, interval }: Estimate): Direction {
  const [low, high] = interval === null ? [value ?? 0, value ?? 0] : [interval.low, interval.high];
  if (low > 0) return "gains";
  return high < 0 ? "loses" : "unclear";
}

function netSentence(voice: Voice, facts: BudgetFacts, net: Estimate, who: "model" | "everyone"): Sentence {
  if (net.value === null || voice.currency === null) return [];
  if (Math.round((net.value * facts.list.cases) / perCases) === 0 && directionOf(net) !== "unclear")
    return [];
  const direction = directionOf(net);
  const range = net.interval === null ? (net.reason === "stated" ? "certain" : "unknown") : "known";
  // "Loses 200 to 300": a loss is told without its sign, the smaller one first.
  const sign = direction === "loses" ? -1 : 1;
  const ends = [net.interval?.low ?? net.value, net.interval?.high ?? net.value];
  const [low = 0, high = 0] = direction === "loses" ? [...ends].reverse() : ends;
  return voice.say(`budget.${who}-${direction}`, {
    ...listSlots(voice, facts),
    net: scaledMoney(voice, facts, net, "scaled", sign * net.value),
    low: scaledMoney(voice, facts, net, direction === "loses" ? "scaledHigh" : "scaledLow", sign * low),
    high: scaledMoney(voice, facts, net, direction === "loses" ? "scaledLow" : "scaledHigh", sign * high),
    range,
  });
}

function listSlots(voice: Voice, { list }: BudgetFacts): Slots {
  return {
    ...nounSlots(voice.words),
    n: counted(voice, list.ref, "n", list.cases),
    per: list.per ?? "none",
  };
}

/** "It breaks even at 13 of 100 stopped; here about 85 are right." */
function breakEvenSentence(voice: Voice, { breakEven, breakEvenEnds, precision }: BudgetFacts): Sentence {
  if (breakEven === null) return [];
  const slots = nounSlots(voice.words);
  if (breakEven.value === null) return voice.say("budget.never-pays", slots);
  // What is right here keeps the total it has everywhere in the document.
  const total = voice.outOf.flagged;
  const { count: least, of } = leastRight(breakEven.value, total);
  const own =
    precision?.value == null || displayGate(precision, voice.audience) !== "rate"
      ? null
      : restate(precision, total);
  const range = precision === null ? [] : shortRange(voice, precision);
  return voice.say(own === null ? "budget.break-even-alone" : "budget.break-even", {
    ...slots,
    of: counted(voice, breakEven.id, "outOf", of, of),
    least: counted(voice, breakEven.id, "value", least, of),
    least_n: least,
    least_range: breakEvenRange(voice, breakEvenEnds, of),
    own:
      own === null || precision === null ? "" : printedCount(voice, precision.id, "value", own.count, total),
    own_n: own === null ? 0 : pluralNumber(own.count),
    apart: own !== null && of !== total ? "yes" : "no",
    own_of: precision === null ? "" : counted(voice, precision.id, "outOf", total, total),
    range: range.length === 0 ? [] : [text(" ("), ...range, text(")")],
  });
}

/** " (4 to 15, as costs range)": no sampling, so never called a range alone; an end at which it never pays leaves it open. */
function breakEvenRange(voice: Voice, ends: BudgetFacts["breakEvenEnds"], of: number): Sentence {
  if (ends?.low.value == null) return [];
  const end = ({ id, value }: Estimate): Inline | string =>
    value === null ? "" : counted(voice, id, "value", Math.round(value * of), of);
  return voice.say("budget.break-even-ends", {
    low: end(ends.low),
    high: end(ends.high),
    open: ends.high.value === null ? "yes" : "no",
  });
}

function wrongPerRightSentence(voice: Voice, { wrongPerRight }: BudgetFacts): Sentence {
  if (wrongPerRight?.value == null) return [];
  const most = Math.floor(wrongPerRight.value);
  return voice.say(most < 1 ? "budget.wrong-per-right-none" : "budget.wrong-per-right", {
    ...nounSlots(voice.words),
    most: counted(voice, wrongPerRight.id, "bound", most),
    m_n: most,
  });
}

/** Where the model and acting on everyone both lose, doing nothing is what costs least. */
function nothingSentence(voice: Voice, { net, netOfAll }: BudgetFacts): Sentence {
  const lose = [net, netOfAll].every((one) => one !== null && directionOf(one) === "loses");
  return lose ? voice.say("budget.nothing-is-best", nounSlots(voice.words)) : [];
}

function missedSentence(voice: Voice, facts: BudgetFacts): Sentence {
  const { missedValue, recall, baseRate, list } = facts;
  if (missedValue?.value == null || recall?.value == null || baseRate?.value == null) return [];
  // Missing one that costs more to act on than it brings forgoes nothing.
  if (missedValue.value <= 0 || voice.currency === null) return [];
  const exact = list.cases * baseRate.value * (1 - recall.value);
  const printed = Math.round(exact);
  if (printed === 0) return [];
  const count = { exact, printed, few: false };
  return voice.say("budget.missed", {
    ...listSlots(voice, facts),
    fn: printedCount(voice, recall.id, "missed", count, list.cases),
    fn_n: pluralNumber(count),
    one_positive: voice.words.positive[0],
    value: scaledMoney(voice, facts, missedValue, "scaled", missedValue.value),
    ranged: missedValue.interval === null ? "no" : "yes",
    low: scaledMoney(voice, facts, missedValue, "scaledLow", missedValue.interval?.low ?? 0),
    high: scaledMoney(voice, facts, missedValue, "scaledHigh", missedValue.interval?.high ?? 0),
  });
}

/** "Costs: €8 for each one acted on (Marketing), €60 for each one missed (assumption)." */
function basisSentence(voice: Voice, { action, miss }: BudgetFacts): Sentence {
  const { currency } = voice;
  if (action === null || miss === null || currency === null) return [];
  const cost = (name: string, { value }: Cost): Datum => ({
    type: "datum",
    ref: `plan:costs.${name}`,
    part: "value",
    value,
    text: formatStatedMoney(value, currency, voice.lang),
  });
  const source = (given: Cost) => given.source ?? voice.say("budget.assumption");
  return voice.say("budget.basis", {
    ...nounSlots(voice.words),
    action: cost("action", action),
    miss: cost("miss", miss),
    action_source: source(action),
    miss_source: source(miss),
  });
}

/** "Acting saves 25 of every 100 of them (assumption)." */
function effectSentence(voice: Voice, { effect }: BudgetFacts): Sentence {
  if (effect === null) return [];
  return voice.say("budget.effect", {
    ...nounSlots(voice.words),
    of: counted(voice, "plan:costs.effect", "outOf", 100, 100),
    x: counted(voice, "plan:costs.effect", "value", Math.round(effect.value * 100), 100),
    source: effect.source ?? voice.say("budget.assumption"),
  });
}

/** Money of the list, to two significant figures. */
export function scaledMoney(
  voice: Voice,
  { list }: BudgetFacts,
  { id }: Estimate,
  part: "scaled" | "scaledLow" | "scaledHigh",
  perThousand: number,
): Datum {
  const exact = (perThousand * list.cases) / perCases;
  // Of a whole list nobody counts the cents.
  const value = Math.abs(exact) < 10 ? Math.round(exact) || 0 : Number(exact.toPrecision(2));
  return {
    type: "datum",
    ref: id,
    part,
    value,
    text: formatMoney(value, voice.currency ?? "EUR", voice.lang),
    of: list.cases,
  };
}
