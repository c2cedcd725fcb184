import type { Assessment, Estimate } from "../model/assessment.js";
import type { CheckedSentence } from "./checked-document.js";
import { namedSlices } from "./named-slices.js";
import type { Complaint } from "./rule.js";
import { roundsTo, typedRates, type TypedRate } from "./typed-rates.js";

/** What people call a metric, and the metrics of ours that it may be. */
const names: readonly (readonly [words: string, metrics: readonly string[]])[] = [
  ["recall|sensitivity|catch rate|true positive rate|TPR|Sensitivität|Trefferquote", ["recall"]],
  ["precision|positive predictive value|PPV", ["precision", "precision-test"]],
  ["accuracy", ["accuracy", "accuracy-test"]],
  ["specificity|true negative rate|Spezifität", ["specificity"]],
  ["F1(?:[- ]score)?", ["f1", "f1-test"]],
  ["(?:ROC[- ])?AUC|AUROC", ["roc-auc"]],
  ["exact match|EM", ["exact match", "exact-match", "em", "EM"]],
];

/** "recall is 91 %", "91 % recall", "recall of 0.91". */
const patterns = names.map(
  ([words, metrics]) =>
    [
      new RegExp(String.raw`\b(?:${words})\b[^\d.;]{0,24}$`, "i"),
      new RegExp(String.raw`^ (?:of )?(?:the )?(?:${words})\b`, "i"),
      metrics,
    ] as const,
);

/**
 * Typed rates that name a metric and tell another value than any evidence has for it.
 *
 * A rate that no estimate speaks about is left to the rule on typed numbers.
 */
export function contradictedMetrics(sentence: CheckedSentence, assessment: Assessment): Complaint[] {
  return typedRates(sentence).flatMap((rate) => {
    const known = estimatesNamed(rate, sentence.text, assessment);
    const [first] = known;
    if (first === undefined || known.some(({ value }) => value !== null && agrees(rate, value))) return [];
    return [
      {
        start: rate.start,
        end: rate.end,
        text: `Unexpected ${first.metric} "${rate.text}", expected ${told(first, rate)} as in the evidence (${first.id}).`,
        hint: `Use :rate{ref="${first.id}"}; typed and measured disagree.`,
      },
    ];
  });
}

function estimatesNamed({ start, end }: TypedRate, text: string, assessment: Assessment): Estimate[] {
  const metrics = patterns.find(
    ([before, after]) => before.test(text.slice(0, start)) || after.test(text.slice(end)),
  )?.[2];
  if (metrics === undefined) return [];
  const slices = namedSlices(text, assessment).map(({ id }) => id);
  const about = slices.length === 0 ? ["all"] : slices;
  return assessment.estimates.filter(
    ({ metric, slice, value }) => metrics.includes(metric) && about.includes(slice) && value !== null,
  );
}

/** Values of a share, and of a score that somebody reported on a scale to 100. */
function agrees(rate: TypedRate, value: number): boolean {
  return roundsTo(rate, value) || (value > 1 && roundsTo(rate, value / 100));
}

function told({ value }: Estimate, { text }: TypedRate): string {
  const exact = value ?? 0;
  if (!text.includes("%") && !text.includes(" ")) return exact.toFixed(2);
  // As many digits as were typed, so that both values show where they part.
  const digits = Math.max(1, /\.(\d+)/.exec(text)?.[1]?.length ?? 0);
  return `${(exact > 1 ? exact : 100 * exact).toFixed(digits)} of 100`;
}
