import type { Assessment } from "../../model/assessment.js";
import type { Rule } from "../rule.js";
import { untoldEvidence } from "../untold-evidence.js";

/** Evidence past its shelf life may be told, with its age. */
export const oldEvidence: Rule = {
  id: "old-evidence",
  alias: "L22",
  severity: "warning",
  summary: "A number from evidence past its shelf life stands with its age.",
  why: "A test of two years ago describes the cases of two years ago. The number does not age on the page; the reader must be told that it has.",
  exceptions:
    "A sentence of a template is served by the line about the evidence, which gives its dates. Undated evidence is a finding of its own.",
  examples: {
    in: "stale",
    ok: [
      'In tests of March 2024, two years ago, :rate{ref="old/recall@all"} leavers were called.',
      'It calls :rate{ref="new/recall@all"} leavers.',
    ],
    notOk: ['It calls :rate{ref="old/recall@all"} leavers.'],
  },
  claims: (document) => {
    const lastDays = lastDaysOf(document.assessment);
    return untoldEvidence(document, ({ id }) => (lastDays.has(id) ? age : null)).map(
      ({ sentence, evaluation, start, end }) => ({
        sentence,
        start,
        end,
        text: `Unexpected number of evidence that ends on ${lastDays.get(evaluation.id) ?? ""} and is past its shelf life, expected its age beside it.`,
        hint: "Say when it was tested and how long ago, or test again.",
      }),
    );
  },
};

const age =
  /\b(19|20)\d\d\b|\b(months?|years?|weeks?|quarters?) (ago|old|earlier)\b|\bout of date\b|\b(Jahren?|Monaten?) (alt|her)\b/i;

/** Evaluations past their shelf life, each with its newest day. */
function lastDaysOf({ findings }: Assessment): ReadonlyMap<string, string> {
  return new Map(
    findings.flatMap(({ rule, evaluation, slots }) =>
      rule === "stale-evidence" && evaluation !== null && "shelf_life" in slots
        ? [[evaluation, String(slots.last)] as const]
        : [],
    ),
  );
}
