import type { Estimate } from "../../model/assessment.js";
import { counted } from "../counted.js";
import { shortRange } from "../rate-sentence.js";
import type { Voice } from "../voice.js";
import type { Known } from "./known.js";
import { nounSlots } from "../noun-slots.js";
import type { Pattern } from "./pattern.js";
import { twoTotals } from "./two-totals.js";

/** The total everything is told against: actual positives. */
const positives = 100;

/**
 * Pattern C: the same as B anchored on 100 actual positives; valid without a base rate, since flagged per positive is
 * recall over precision. B needs the same numbers, so this one is told where a text asks for it.
 */
export const perHundredPositives: Pattern = {
  id: "per-hundred-positives",
  letter: "C",
  summary: "for every 100 positives out there, so many are flagged rightly, so many wrongly, so many missed",
  after: false,
  refuse: (voice, known) => {
    const refused = twoTotals.refuse(voice, known);
    if (refused !== null) return refused;
    return known.precisionTest?.value === 0
      ? { phrase: "pattern.why.none-right", slots: nounSlots(voice.words) }
      : null;
  },
  tell: (voice, known) => {
    const counts = countsOf(known);
    const { recall, precisionTest } = known;
    if (counts === null || recall === null || precisionTest === null) return [];
    const { right, wrong } = counts;
    const number = (id: string, part: "caught" | "missed" | "falseAlarms" | "flagged", value: number) =>
      counted(voice, id, part, value, positives);
    return [
      voice.say("pattern.per-hundred", {
        ...nounSlots(voice.words),
        of: counted(voice, recall.id, "outOf", positives, positives),
        names: number(precisionTest.id, "flagged", right + wrong),
        names_n: right + wrong,
        right: number(recall.id, "caught", right),
        wrong: number(precisionTest.id, "falseAlarms", wrong),
      }),
      voice.say("pattern.per-hundred-missed", {
        ...nounSlots(voice.words),
        of: counted(voice, recall.id, "outOf", positives, positives),
        miss: number(recall.id, "missed", positives - right),
        miss_n: positives - right,
      }),
      rangesOf(voice, recall, precisionTest),
    ];
  },
};

/** Right and wrong picks per 100 positives, whole numbers whose sum is the list. */
function countsOf({
  recall,
  precisionTest,
}: Known): { readonly right: number; readonly wrong: number } | null {
  if (recall?.value == null || precisionTest?.value == null || precisionTest.value === 0) return null;
  const exact = positives * recall.value;
  return {
    right: Math.round(exact),
    wrong: Math.round((exact * (1 - precisionTest.value)) / precisionTest.value),
  };
}

function rangesOf(voice: Voice, recall: Estimate, precision: Estimate) {
  const [caught, right] = [recall, precision].map((estimate) => shortRange(voice, estimate, "value", "ends"));
  const isKnown = recall.interval !== null && precision.interval !== null;
  const of = (estimate: Estimate) =>
    counted(voice, estimate.id, "outOf", voice.totalOf(estimate), voice.totalOf(estimate));
  return voice.say(isKnown ? "pattern.ranges-two" : "frequency.ranges-unknown", {
    ...nounSlots(voice.words),
    caught: caught ?? "",
    right: right ?? "",
    p_of: of(recall),
    f_of: of(precision),
  });
}
