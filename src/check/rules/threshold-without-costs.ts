import { paragraphOf } from "../paragraph-of.js";
import type { CheckedDocument } from "../checked-document.js";
import type { Rule } from "../rule.js";

/** Where to draw the line follows from what each error costs. */
export const thresholdWithoutCosts: Rule = {
  id: "threshold-without-costs",
  alias: "L42",
  severity: "error",
  summary: "A threshold is recommended with what each kind of error costs.",
  why: "0.5 is a habit of software. Where a miss costs five false alarms the line lies at 17 of 100; where it costs a hundred, far lower.",
  exceptions:
    "A project that states its costs prints them beside its options. A threshold in use may be told as a fact.",
  source: "Elkan 2001, cost-sensitive learning",
  examples: {
    ok: [
      "At a miss costing 5 false alarms, act from 17 of 100.",
      "Use 0.17, since a miss costs 5 false alarms.",
      "The threshold in use is the policy of last year.",
    ],
    notOk: ["Use 0.5.", "We recommend a cut-off of 0.3."],
  },
  claims: (document) => {
    const { costs } = document.assessment;
    const priced =
      costs !== null && [costs.miss, costs.false_alarm, costs.action].some((cost) => cost !== null);
    return priced ? [] : [...typed(document), ...options(document)];
  },
};

const recommends =
  /\b(?:use|set|choose|take|pick|adopt|act (?:from|at)|flag (?:from|at)|launch|recommend|operate at|move to)\b[^.;]{0,60}?(?<![\d.])(0?\.\d+|1\.0+)(?!\d*\s?%)/i;
const reasons = /\bcost(?:s|ing)?\b|\bbreak[- ]even\b|[$€£]|\bworth\b|\bKosten\b|\bkostet\b/i;

function typed(document: CheckedDocument) {
  return document.sentences.flatMap((sentence) => {
    const found =
      sentence.annex || (!sentence.byAuthor && sentence.where === "cell")
        ? null
        : recommends.exec(sentence.text);
    if (found === null || reasons.test(paragraphOf(document, sentence))) return [];
    return [
      {
        sentence,
        start: found.index,
        end: found.index + found[0].length,
        text: `Unexpected threshold ${found[1] ?? ""} recommended without costs, expected what a miss and a false alarm cost.`,
        hint: "State costs.miss and costs.false_alarm, or say what each error costs.",
      },
    ];
  });
}

/** Options of the plan that move the threshold, one of them asked for. */
function options({ plan, assessment, placeOfKey }: CheckedDocument) {
  const asked = (plan.options ?? []).find(({ ask, threshold }) => ask === true && threshold !== undefined);
  if (asked === undefined) return [];
  const index = assessment.documents.findIndex(({ kind, id }) => kind === plan.kind && id === plan.id);
  return [
    {
      place: placeOfKey(`documents.${index}.options`),
      text: `Unexpected option "${asked.name}" without costs, expected what a miss and a false alarm cost.`,
      hint: "State costs.miss and costs.false_alarm; they may be assumptions.",
    },
  ];
}
