import type { Estimate } from "../model/assessment.js";
import type { Inline } from "../model/inline.js";
import { counted } from "./counted.js";
import { isUnclear, measureRange } from "./measure-number.js";
import { nounSlots } from "./noun-slots.js";
import type { PairFacts } from "./pair-facts.js";
import type { Slots } from "./say.js";
import type { Voice } from "./voice.js";

type Sentence = readonly Inline[];

/** Which of two was right more often; `unclear` where the range of the difference holds zero. */
export type Ahead = "first" | "second" | "unclear";

export function aheadOf({ difference }: PairFacts): Ahead {
  if (difference.interval === null || isUnclear(difference)) return "unclear";
  return difference.interval.low > 0 ? "first" : "second";
}

/** Both, only one, only the other, neither: whole cases, in one total. */
export function pairSentence(voice: Voice, { counts, first, second }: PairFacts): Sentence {
  if (counts === null) return voice.say("memo.counts-held");
  const { ref, both, onlyFirst, onlySecond, neither } = counts;
  const count = (value: number): Inline => counted(voice, ref, "n", value);
  return voice.say("memo.counts", {
    ...nounSlots(voice.words),
    first,
    second,
    n: count(both + onlyFirst + onlySecond + neither),
    both: count(both),
    only_first: count(onlyFirst),
    only_second: count(onlySecond),
    neither: count(neither),
  });
}

/** The difference with its range, told from the side that is ahead; no clear difference where the range holds zero. */
export function differenceSentence(voice: Voice, facts: PairFacts): Sentence {
  const { difference, first, second } = facts;
  const ahead = aheadOf(facts);
  const of = voice.totalOf(difference);
  const slots: Slots = {
    ...nounSlots(voice.words),
    first,
    second,
    of: counted(voice, difference.id, "outOf", of, of),
  };
  if (difference.interval === null) return voice.say("memo.no-range", slots);
  if (ahead === "unclear")
    return voice.say("memo.unclear", { ...slots, range: measureRange(voice, difference, "ends") });
  const gap = Math.round(Math.abs(difference.value ?? 0) * of);
  const { low, high } = difference.interval;
  const ends = ahead === "first" ? [low, high] : [-high, -low];
  return voice.say("memo.clear", {
    ...slots,
    ahead: ahead === "first" ? first : second,
    behind: ahead === "first" ? second : first,
    gap: counted(voice, difference.id, "value", gap, of),
    low: counted(voice, difference.id, "low", Math.floor((ends[0] ?? 0) * of), of),
    high: counted(voice, difference.id, "high", Math.ceil((ends[1] ?? 0) * of), of),
  });
}

/**
 * Both kinds of error, each on its own cases: who is clearly ahead and by how much, or that no difference is clear. Two
 * that are right equally often may still err in different ways.
 */
export function kindSentences(voice: Voice, { kinds, first, second }: PairFacts): readonly Sentence[] {
  return kinds.map(({ metric, difference }) => {
    const of = voice.totalOf(difference);
    const slots: Slots = { ...nounSlots(voice.words), of: counted(voice, difference.id, "outOf", of, of) };
    if (isUnclear(difference))
      return voice.say(`memo.kind.${metric}-unclear`, {
        ...slots,
        range: measureRange(voice, difference, "ends"),
      });
    const isFirst = (difference.value ?? 0) > 0 === (metric === "recall");
    const { low = 0, high = 0 } = difference.interval ?? {};
    const ends = low > 0 ? [low, high] : [-high, -low];
    return voice.say(`memo.kind.${metric}`, {
      ...slots,
      ahead: isFirst ? first : second,
      behind: isFirst ? second : first,
      gap: counted(voice, difference.id, "value", Math.round(Math.abs(difference.value ?? 0) * of), of),
      low: counted(voice, difference.id, "low", Math.floor((ends[0] ?? 0) * of), of),
      high: counted(voice, difference.id, "high", Math.ceil((ends[1] ?? 0) * of), of),
    });
  });
}

/** How far the two can differ at most, where no difference is clear; else the difference itself. */
export function differenceBound(voice: Voice, facts: PairFacts): Sentence {
  const { difference, counts } = facts;
  if (aheadOf(facts) !== "unclear" || difference.interval === null || counts === null)
    return differenceSentence(voice, facts);
  const of = voice.totalOf(difference);
  const { low, high } = difference.interval;
  const isHigh = high >= -low;
  return voice.say("memo.at-most", {
    most: counted(voice, difference.id, isHigh ? "high" : "low", Math.ceil((isHigh ? high : -low) * of), of),
    of: counted(voice, difference.id, "outOf", of, of),
  });
}

export interface Recommended {
  /** Name of the option that is asked for. */
  readonly name: string;
  /** Which of the two it is; null for a pilot, or neither. */
  readonly side: "first" | "second" | null;
  /** Why it is recommended against the evidence, the author's words. */
  readonly despite: Sentence;
}

/** The author's recommendation, held against what was counted. */
export function recommendationSentence(
  voice: Voice,
  facts: PairFacts,
  { name, side, despite }: Recommended,
): Sentence {
  const ahead = aheadOf(facts);
  const slots = {
    name,
    ahead: ahead === "second" ? facts.second : facts.first,
    despite,
  };
  if (side === null)
    return voice.say(`memo.recommend-neither-${ahead === "unclear" ? "unclear" : "clear"}`, slots);
  if (ahead === "unclear") return voice.say("memo.recommend-unclear", slots);
  if (ahead === side) return voice.say("memo.recommend-agrees", slots);
  return voice.say(despite.length === 0 ? "memo.recommend-against" : "memo.recommend-despite", slots);
}

/** How many cases would settle it, and whether the pilot that is planned has them. */
export function pilotSentences(
  voice: Voice,
  facts: PairFacts,
  planned: number | null,
  ref: string,
): readonly Sentence[] {
  const { settling, settlingPower } = facts;
  const slots = nounSlots(voice.words);
  if (aheadOf(facts) !== "unclear") return [voice.say("memo.pilot-settled", slots)];
  if (settling?.value == null) return [voice.say("memo.pilot-never", slots)];
  const size = (estimate: Estimate): Inline =>
    counted(voice, estimate.id, "value", Math.ceil(estimate.value ?? 0));
  const needed = voice.say("memo.pilot-needs", {
    ...slots,
    n: size(settling),
    powered: settlingPower === null ? "no" : "yes",
    m: settlingPower === null ? "" : size(settlingPower),
  });
  if (planned === null) return [needed];
  const hasEven = planned >= settling.value;
  // An even chance is not enough to plan on where it is known what four in five takes.
  const hasPower = hasEven && planned >= (settlingPower?.value ?? settling.value);
  return [
    needed,
    voice.say(`memo.pilot-${hasPower ? "enough" : hasEven ? "even" : "short"}`, {
      ...slots,
      k: counted(voice, ref, "n", planned),
    }),
  ];
}
