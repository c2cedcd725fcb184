import type { Estimate } from "../model/assessment.js";
import type { CheckedDocument } from "./checked-document.js";
import type { ClaimComplaint } from "./rule.js";

/** How far three numbers reported with two digits may miss each other by rounding alone. */
const roundingOfTwoDigits = 0.015;

/**
 * Facts that do not agree with each other: reported rates as somebody printed them, and any Assessment that came
 * from elsewhere. What is measured here agrees by construction.
 */
export function brokenFacts({ assessment, placeOfKey }: CheckedDocument): ClaimComplaint[] {
  const { estimates, evaluations } = assessment;
  const say = (own: Estimate, text: string): ClaimComplaint => ({
    place: placeOfKey(`evaluations.${evaluations.findIndex(({ id }) => id === own.evaluation)}`),
    text,
    hint: "One of the numbers is wrong at its source.",
  });
  return estimates.flatMap((own) => {
    const { id, value, numerator, denominator, interval, unit, metric } = own;
    const found: ClaimComplaint[] = [];
    // A difference of shares may be below nothing; a share of counted cases may not.
    if (
      unit === "share" &&
      numerator !== null &&
      interval !== null &&
      (interval.low < 0 || interval.high > 1)
    )
      found.push(
        say(own, `Unexpected range ${interval.low} to ${interval.high} of ${id}, expected ends from 0 to 1.`),
      );
    if (value !== null && interval !== null && (value < interval.low - 1e-9 || value > interval.high + 1e-9))
      found.push(
        say(own, `Unexpected range of ${id} without its value ${value}, expected one that holds it.`),
      );
    if (
      unit === "share" &&
      own.origin === "measured" &&
      value !== null &&
      numerator !== null &&
      denominator !== null &&
      denominator > 0 &&
      Math.abs(numerator / denominator - value) > 1e-6
    )
      found.push(say(own, `Unexpected value ${value} of ${id}, expected ${numerator} / ${denominator}.`));
    const mean = metric === "f1" && own.origin === "reported" ? meanOf(own, estimates) : null;
    if (mean !== null && value !== null && Math.abs(mean - value) > roundingOfTwoDigits)
      found.push(
        say(own, `Unexpected F1 ${value} beside its precision and recall, expected ${mean.toFixed(2)}.`),
      );
    return found;
  });
}

/** F1 from the precision and recall that were reported with it; null where one is missing. */
function meanOf({ evaluation, slice, facet }: Estimate, estimates: readonly Estimate[]): number | null {
  const [precision, recall] = ["precision", "recall"].map(
    (metric) =>
      estimates.find(
        (one) =>
          one.metric.replace(/-test$/, "") === metric &&
          one.evaluation === evaluation &&
          one.slice === slice &&
          one.facet === facet &&
          one.origin === "reported",
      )?.value ?? null,
  );
  if (precision == null || recall == null || precision + recall === 0) return null;
  return (2 * precision * recall) / (precision + recall);
}
