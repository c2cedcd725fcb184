import { counted, noun } from "../counted.js";
import { formatDate } from "../format-date.js";
import { nounSlots, ofNoun } from "../noun-slots.js";
import { isReported, type Known } from "./known.js";
import type { Pattern } from "./pattern.js";

/**
 * Pattern H: what the chosen sentences rest on. Their ranges stand in them; this adds how many cases were counted, over
 * what time, and of reported rates that nobody gave the counts.
 */
export const basis: Pattern = {
  id: "basis",
  letter: "H",
  summary: "from how many cases and when; of reported rates, that their range is not known",
  after: true,
  refuse: (_voice, known) =>
    isReported(known) || countsOf(known) !== null ? null : { phrase: "pattern.why.no-counts" },
  tell: (voice, known) => {
    const { evaluation } = known;
    if (isReported(known))
      return [
        voice.say("pattern.reported", {
          by: evaluation.reported_by ?? "",
          named: evaluation.reported_by === null ? (evaluation.kind === "vendor" ? "vendor" : "no") : "yes",
        }),
      ];
    const counts = countsOf(known);
    if (counts === null) return [];
    const { positives, negatives, ref } = counts;
    const { collected } = evaluation;
    return [
      voice.say("pattern.counted", {
        ...nounSlots(voice.words),
        p: counted(voice, ref.positives, "denominator", positives),
        n: counted(voice, ref.negatives, "denominator", negatives),
        n_positives: noun(voice.words.positive, positives),
        n_negatives: noun(voice.words.negative, negatives),
        of_n_positives: ofNoun(voice.words, "positive", positives),
        of_n_negatives: ofNoun(voice.words, "negative", negatives),
        first: collected === null ? "" : formatDate(collected.first, voice.lang),
        last: collected === null ? "" : formatDate(collected.last, voice.lang),
        dated: collected === null ? "no" : collected.first === collected.last ? "day" : "range",
      }),
    ];
  },
};

function countsOf({ recall, falseAlarms }: Known) {
  if (recall?.denominator == null || falseAlarms?.denominator == null) return null;
  const [positives, negatives] = [recall.denominator, falseAlarms.denominator];
  if (!Number.isInteger(positives) || !Number.isInteger(negatives)) return null;
  return { positives, negatives, ref: { positives: recall.id, negatives: falseAlarms.id } };
}
