import type { Assessment } from "../../model/assessment.js";
import type { Rule } from "../rule.js";

/** The share of the flagged that is right depends on how common positives are: at the reader's rate or not at all. */
export const precisionWithoutBaseRate: Rule = {
  id: "precision-without-base-rate",
  alias: "L04",
  severity: "error",
  summary: "Precision is told at the deployment base rate, or with the base rate of its test.",
  why: "The same model is right 9 times of 10 where half of all cases are positive, and 1 time of 12 where 1 of 100 is. A precision of the test says nothing about another mix of cases.",
  exceptions:
    "How many were flagged, told as a count. A slice of a random sample of real use may keep its own precision: its mix is the real one. So may a log of real use where no base rate is stated, and a rate that somebody reported, whose text says that the mix is not known.",
  examples: {
    ok: ["At 10 frauds per 1,000 applications, about 8 of every 100 alerts would be right."],
    notOk: [
      "On the balanced test set 9 in 10 alerts are right, a precision of 0.9.",
      "9 in 10 alerts are right (balanced test set).",
    ],
  },
  claims: ({ sentences, estimate, assessment }) => {
    const live = assessment.deployment.base_rate?.value ?? null;
    return sentences.flatMap((sentence) => {
      const { text, numbers, annex, byAuthor } = sentence;
      if (annex) return [];
      const test = numbers
        // How many were flagged is a count, and no precision.
        .flatMap(({ datum }) => (datum.part === "denominator" ? [] : (estimate(datum.ref) ?? [])))
        .find(({ metric }) => metric === "precision-test" || metric === "npv-test");
      const prevalence =
        test === undefined
          ? undefined
          : estimate(test.id.replace(/(precision|npv)-test@/, "base-rate@"))?.value;
      const like = prevalence != null && live !== null && prevalence / live >= 0.5 && prevalence / live <= 2;
      const sliceOfSample =
        test !== undefined && test.slice !== "all" && sampled(assessment, test.evaluation);
      const isSaidToBe =
        test !== undefined &&
        (test.origin === "reported" || (live === null && isLog(assessment, test.evaluation)));
      if (test !== undefined && !like && !sliceOfSample && !isSaidToBe) {
        const measure = test.metric.replace("-test", "");
        return [
          {
            sentence,
            text: `Unexpected ${measure} of the test, expected it at the deployment base rate.`,
            hint: `Set deployment.base_rate and use ${measure}, or leave it to the annex.`,
          },
        ];
      }
      if (
        (byAuthor ? /\bprecision\b[^.]*\d/i.test(text) || enriched(text) : enriched(text)) &&
        test === undefined &&
        !numbers.some(({ datum }) => estimate(datum.ref)?.metric === "precision")
      ) {
        return [
          {
            sentence,
            text: "Unexpected precision typed by hand, expected one at a stated base rate.",
            hint: 'Use :rate{ref="precision@all"}.',
          },
        ];
      }
      return [];
    });
  },
};

/** A random sample of real use has the base rate of real use in every slice. */
function sampled({ evaluations }: Assessment, id: string): boolean {
  const kind = evaluations.find((evaluation) => evaluation.id === id)?.kind;
  return kind === "deployment" || kind === "held-out";
}

/** A log of real use has the mix of real use, also where nobody has stated it. */
function isLog({ evaluations }: Assessment, id: string): boolean {
  return evaluations.find((evaluation) => evaluation.id === id)?.kind === "deployment";
}

/** "9 in 10 alerts are right (balanced test set)": precision on a mix of cases that nobody meets. */
function enriched(text: string): boolean {
  return (
    /\b(balanced|enriched|half of (the|all)|50[/:]50)\b/i.test(text) &&
    /\d[^.]*\b(alerts?|flagged|flags|picks|picked|stopped|called|hits)\b[^.]*\b(right|correct|true)\b/i.test(
      text,
    )
  );
}
