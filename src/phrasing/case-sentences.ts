import type { Estimate } from "../model/assessment.js";
import type { CalibrationAt } from "../model/calibration-at.js";
import type { Inline } from "../model/inline.js";
import { calibrationSentence } from "./calibration-sentence.js";
import { counted, printedCount } from "./counted.js";
import { formatThreshold } from "./format-number.js";
import { nounSlots } from "./noun-slots.js";
import type { Voice } from "./voice.js";

/** The total past cases like this one are told out of. */
const of = 100;

export interface CaseFacts {
  readonly evaluation: string;
  /** The score of the case. */
  readonly score: number;
  /** Whether the score may be read as a probability, and what became of past cases scored like it. */
  readonly calibration: CalibrationAt;
  /** Share of right ones from which acting pays, at the stated costs; null without costs. */
  readonly breakEven: Estimate | null;
  /** The same at the ends of the stated costs, where they are ranges. */
  readonly soonest: Estimate | null;
  readonly latest: Estimate | null;
}

/** What the numbers speak for; `refer` wherever they do not settle it. */
export type Advice = "act" | "leave" | "refer" | "none";

/**
 * One case in past cases: how many of 100 scored like it turned out positive, then the break-even of the stated costs,
 * and only then what the numbers speak for. A range that spans the break-even, or a score that is not shown to be a
 * probability, refers the case to a person; the decision is a person's in any case.
 */
export function caseSentences(voice: Voice, facts: CaseFacts): readonly (readonly Inline[])[] {
  const { calibration, evaluation } = facts;
  const slots = nounSlots(voice.words);
  const isShown = calibration.verdict === "passes" && calibration.around?.interval != null;
  const forecast = isShown
    ? forecastSentences(voice, facts)
    : [
        voice.say("calibration.fails"),
        ...calibration.reasons.slice(0, 1).map((reason) => calibrationSentence(voice, reason, evaluation)),
      ];
  return [
    ...forecast,
    ...(isShown ? [breakEvenSentence(voice, facts)] : []),
    voice.say(`case.${isShown ? adviceOf(facts) : "refer-unshown"}`, slots),
    voice.say("case.person-decides", slots),
  ].filter(({ length }) => length > 0);
}

/** What the range of past cases says against the break-even and its own range. */
export function adviceOf({ calibration, breakEven, soonest, latest }: CaseFacts): Advice {
  const interval = calibration.around?.interval ?? null;
  if (breakEven === null) return "none";
  if (breakEven.value === null) return "leave"; // Acting costs as much as it can save.
  const [low, high] = [soonest?.value ?? breakEven.value, latest?.value ?? breakEven.value];
  if (calibration.verdict !== "passes" || interval === null) return "refer";
  if (interval.low > high) return "act";
  return interval.high < low ? "leave" : "refer";
}

function forecastSentences(
  voice: Voice,
  { calibration, evaluation, score }: CaseFacts,
): (readonly Inline[])[] {
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
  };
  return [
    voice.say("case.alike", slots),
    voice.say("case.range", slots),
    voice.say("case.not-this-one", slots),
  ];
}

function breakEvenSentence(voice: Voice, { breakEven, soonest, latest }: CaseFacts): readonly Inline[] {
  const slots = nounSlots(voice.words);
  if (breakEven === null) return voice.say("case.no-costs", slots);
  if (breakEven.value === null) return voice.say("budget.never-pays", slots);
  const count = (estimate: Estimate): Inline =>
    counted(voice, estimate.id, "value", Math.round(of * (estimate.value ?? 0)), of);
  const isRange = soonest?.value != null && latest?.value != null;
  return voice.say(isRange ? "case.break-even-range" : "case.break-even", {
    ...slots,
    of: counted(voice, breakEven.id, "outOf", of, of),
    least: count(breakEven),
    soonest: isRange ? count(soonest) : "",
    latest: isRange ? count(latest) : "",
  });
}
