import type { Assessment, Estimate } from "../../model/assessment.js";
import type { CheckedDocument } from "../checked-document.js";
import type { ClaimComplaint, Rule } from "../rule.js";

/** What is recommended may go against what was counted; but then it says so, and why. */
export const recommendationAgainstEvidence: Rule = {
  id: "recommendation-against-evidence",
  alias: "own-22",
  severity: "error",
  summary: "An option that was clearly right less often is not recommended without a reason.",
  why: "Control, price or a way out may weigh more than being right a little more often. A reader who finds that out alone trusts nothing else on the page.",
  exceptions:
    "Pilots and the option to do nothing, which pick no model; a difference whose range holds zero; a document that says why under `memo.despite`.",
  source: "Newcombe 1998, paired proportions",
  examples: {
    in: "apart",
    ok: ["Choose B: it can be changed, which weighs more than being right 2 of 100 times less often."],
    notOk: ["Choose B."],
  },
  claims: (document) => {
    const { plan, assessment } = document;
    const { options = [], memo } = plan;
    const asked = options.find(({ ask }) => ask === true);
    if (asked?.model === undefined || memo?.despite !== undefined) return [];
    const others = options.flatMap(({ model }) =>
      model === undefined || model === asked.model ? [] : model,
    );
    const behind = others.find((other) => isBehind(document, asked.model ?? "", other));
    if (behind === undefined) return [];
    return [complaintOf(document, assessment, asked.name, behind)];
  },
};

function complaintOf(
  { plan, placeOfKey }: CheckedDocument,
  { documents }: Assessment,
  asked: string,
  behind: string,
): ClaimComplaint {
  const index = documents.findIndex(({ kind, id }) => kind === plan.kind && id === plan.id);
  return {
    place: placeOfKey(`documents.${index}.options`),
    text: `Unexpected recommendation of "${asked}", clearly right less often than "${behind}" on the same cases, expected why.`,
    hint: "Say what weighs more under memo.despite, or recommend another option.",
  };
}

/** True where the whole range of the paired difference is on the side of the other model. */
function isBehind({ plan, assessment }: CheckedDocument, asked: string, other: string): boolean {
  const evaluation = plan.evaluation ?? assessment.evaluations[0]?.id;
  const difference = (facet: string): Estimate["interval"] =>
    assessment.estimates.find(
      (one) =>
        one.metric === "paired-accuracy-difference" &&
        one.facet === facet &&
        one.slice === "all" &&
        one.evaluation === evaluation,
    )?.interval ?? null;
  const [own, turned] = [difference(`${asked}-vs-${other}`), difference(`${other}-vs-${asked}`)];
  return (own !== null && own.high < 0) || (turned !== null && turned.low > 0);
}
