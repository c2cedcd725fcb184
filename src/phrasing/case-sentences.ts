import type { Inline } from "../model/inline.js";
import { calibrationSentence } from "./calibration-sentence.js";
import type { CaseFacts } from "./case-facts.js";
import { counted, printedCount } from "./counted.js";
import { formatStatedMoney, formatThreshold } from "./format-number.js";
import { nounSlots } from "./noun-slots.js";
import type { Voice } from "./voice.js";

/** The total past cases like this one are told out of. */
const of = 100;

/** What the numbers speak for; `refer` wherever they do not settle it. */
export type Advice = "act" | "leave" | "refer" | "none";

type Sentence = readonly Inline[];

/**
 * One case in past cases: how many of 100 scored like it turned out positive, then the break-even of the stated costs,
 * and only then what the numbers speak for. A range that spans the break-even, or a score that is not shown to be a
 * probability, refers the case to a person; the decision is a person's in any case.
 */
export function caseSentences(voice: Voice, facts: CaseFacts): readonly Sentence[] {
  const slots = nounSlots(voice.words);
  const isShown = isShownChance(facts);
  return [
    ...forecastSentences(voice, facts),
    ...(isShown ? [breakEvenSentence(voice, facts)] : []),
    adviceSentence(voice, facts),
    voice.say("case.person-decides", slots),
  ].filter(({ length }) => length > 0);
}

/**
 * What the numbers speak for, in one or two sentences.
 *
 * @param short - true where the answer itself stands elsewhere on the page
 */
export function adviceSentence(voice: Voice, facts: CaseFacts, short = false): Sentence {
  const { accept, refuse, breakEven } = facts;
  const slots = { ...nounSlots(voice.words), accept, refuse };
  if (isHeld(facts)) return voice.say("case.advice-held", slots);
  if (!isShownChance(facts)) return voice.say("case.refer-unshown", slots);
  const advice = adviceOf(facts);
  const isOwn = breakEven?.kind === "case" && (advice === "act" || advice === "leave");
  if (advice === "refer" && short) return voice.say("case.refer-short", slots);
  return voice.say(`case.${advice}${isOwn ? "-own" : ""}`, slots);
}

/** True where past cases with this score may be told as a chance. */
export function isShownChance({ calibration }: CaseFacts): boolean {
  return calibration.verdict === "passes" && calibration.around?.interval != null;
}

/** True where the edition may not know what became of past cases: it then advises nothing, which is no advice to refer. */
function isHeld({ calibration }: CaseFacts): boolean {
  return calibration.verdict === "held";
}

/** What the range of past cases says against the break-even and its own range. */
export function adviceOf({ calibration, breakEven }: CaseFacts): Advice {
  const interval = calibration.around?.interval ?? null;
  if (breakEven === null) return "none";
  if (breakEven.at === null) return "leave"; // Acting costs as much as it can save.
  const [low, high] = [
    breakEven.low?.value ?? breakEven.at.value,
    breakEven.high?.value ?? breakEven.at.value,
  ];
  if (calibration.verdict !== "passes" || interval === null) return "refer";
  if (interval.low > high) return "act";
  return interval.high < low ? "leave" : "refer";
}

/**
 * The answer as a recommendation to the one who decides: never to accept or to refuse while the range spans the
 * break-even, and to refer where no chance is shown.
 */
export function caseAnswer(
  voice: Voice,
  facts: CaseFacts,
  { decider, id }: { readonly decider: string | null; readonly id: string | null },
): Sentence {
  const advice = isHeld(facts) ? "held" : isShownChance(facts) ? adviceOf(facts) : "unshown";
  return voice.say(`case.answer-${advice}`, {
    decider: decider ?? voice.say("case.decider-unknown"),
    id: id ?? "",
    named: id === null ? "no" : "yes",
    accept: facts.accept,
    refuse: facts.refuse,
  });
}

/** What became of past cases with this score, and over what time; or that the score is no chance, and why; or that it is held. */
export function forecastSentences(voice: Voice, facts: CaseFacts): readonly Sentence[] {
  const { calibration, evaluation } = facts;
  if (isShownChance(facts)) return pastCases(voice, facts);
  return [
    ...(isHeld(facts) ? [] : [voice.say("calibration.fails")]),
    ...calibration.reasons.slice(0, 1).map((reason) => calibrationSentence(voice, reason, evaluation)),
  ];
}

/** What the threshold in use says of this score, so that nobody finds out later that it was approved unseen. */
export function ruleSentence(voice: Voice, { rule }: CaseFacts): Sentence {
  if (rule === null) return [];
  const { ref, threshold, direction, flags } = rule;
  return voice.say("case.rule", {
    direction,
    threshold: {
      type: "datum",
      ref,
      part: "value",
      value: threshold,
      text: formatThreshold(threshold, voice.lang),
    },
    answer: flags ? voice.words.flagged : voice.words.unflagged,
  });
}

/** Why the break-even of this case is not that of the model's other pages; empty where it is the same. */
export function usualBreakEvenSentence(voice: Voice, { breakEven, usualBreakEven }: CaseFacts): Sentence {
  if (breakEven?.at == null || usualBreakEven === null) return [];
  const printed = (value: number): number => Math.round(of * value);
  if (printed(breakEven.at.value) === printed(usualBreakEven.value)) return [];
  const { ref, value } = usualBreakEven;
  return voice.say("case.other-break-even", {
    ...nounSlots(voice.words),
    of: counted(voice, ref, "outOf", of, of),
    least: counted(voice, ref, "value", printed(value), of),
  });
}

/** Over what time an outcome was counted. */
export function windowSentence(voice: Voice, { window }: CaseFacts): Sentence {
  return window === null ? voice.say("case.no-window") : voice.say("case.window", { window });
}

/** How many past cases of a hundred there are at the middle and at the ends of the range, as they are printed. */
export function printedAround({
  calibration,
}: CaseFacts): Readonly<Record<"x" | "low" | "high", number>> | null {
  const { around } = calibration;
  if (around?.interval == null) return null;
  return {
    x: Math.round((of * around.positives) / around.n),
    low: Math.floor(of * around.interval.low),
    high: Math.ceil(of * around.interval.high),
  };
}

/**
 * What a hundred such cases bring either way, at the printed count and at the printed ends of its range: sums that a
 * reader can do again.
 */
export function moneySentences(voice: Voice, facts: CaseFacts): readonly Sentence[] {
  const { stakes } = facts;
  const counts = printedAround(facts);
  if (stakes === null || counts === null || !isShownChance(facts)) return [];
  const told = (answer: "accepted" | "refused"): Sentence => {
    const { positive, negative } = stakes[answer];
    const sum = (x: number): number => x * positive + (of - x) * negative;
    const money = (part: "value" | "low" | "high", x: number): Inline => ({
      type: "datum",
      ref: stakes.ref,
      part,
      value: sum(x),
      text: formatStatedMoney(sum(x), stakes.currency, voice.lang),
    });
    const same = sum(counts.low) === sum(counts.high);
    return voice.say(`case.money${same ? "-fixed" : ""}`, {
      ...nounSlots(voice.words),
      answer: answer === "accepted" ? facts.accept : facts.refuse,
      of: counted(voice, stakes.ref, "outOf", of, of),
      net: money("value", counts.x),
      low: counted(voice, stakes.ref, "low", counts.low, of),
      high: counted(voice, stakes.ref, "high", counts.high, of),
      at_low: money("high", counts.low),
      at_high: money("low", counts.high),
    });
  };
  return [told("accepted"), told("refused")];
}

function pastCases(voice: Voice, { calibration, evaluation, score }: CaseFacts): Sentence[] {
  const { around } = calibration;
  if (around?.interval == null) return [];
  const ref = `alike:${evaluation}@${score}`;
  const share = around.positives / around.n;
  const printed = Math.round(of * share);
  const other = of - printed;
  const edge = (value: number): Inline => ({
    type: "datum",
    ref,
    part: "value",
    value: Number(value.toFixed(3)),
    text: formatThreshold(Number(value.toFixed(3)), voice.lang),
  });
  const slots = {
    ...nounSlots(voice.words),
    of: counted(voice, ref, "outOf", of, of),
    from: edge(around.low),
    to: edge(around.high),
    x: printedCount(voice, ref, "value", { exact: of * share, printed, few: printed === 0 && share > 0 }, of),
    y: printedCount(
      voice,
      ref,
      "complement",
      { exact: of - of * share, printed: other, few: other === 0 && share < 1 },
      of,
    ),
    y_n: other === 0 ? 1 : other,
    x_n: printed === 0 ? 1 : printed,
    low: counted(voice, ref, "low", Math.floor(of * around.interval.low), of),
    high: counted(voice, ref, "high", Math.ceil(of * around.interval.high), of),
    n: counted(voice, ref, "n", around.n),
    // Of just a hundred the counts are what was counted; of any other number they are scaled, and say so.
    scaled: around.n === of ? "no" : "yes",
    k: counted(voice, ref, "numerator", around.positives),
  };
  return [
    voice.say("case.alike", slots),
    voice.say("case.range", slots),
    voice.say("case.not-this-one", slots),
  ];
}

/** From how many of a hundred the other answer pays, with the ends of the stated amounts. */
export function breakEvenSentence(voice: Voice, { breakEven, accept, refuse }: CaseFacts): Sentence {
  const slots = nounSlots(voice.words);
  if (breakEven === null) return voice.say("case.no-costs", slots);
  const { at, low, high, kind } = breakEven;
  if (at === null) return voice.say("budget.never-pays", slots);
  const count = (share: NonNullable<typeof at>): Inline =>
    counted(voice, share.ref, "value", Math.round(of * share.value), of);
  const isRange = low !== null && high !== null && low.value < high.value;
  return voice.say(`case.break-even${kind === "case" ? "-own" : ""}${isRange ? "-range" : ""}`, {
    ...slots,
    accept,
    refuse,
    of: counted(voice, at.ref, "outOf", of, of),
    least: count(at),
    soonest: isRange ? count(low) : "",
    latest: isRange ? count(high) : "",
  });
}
