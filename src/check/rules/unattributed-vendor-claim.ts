import type { EvaluationFacts } from "../../model/assessment.js";
import type { Rule } from "../rule.js";
import { untoldEvidence } from "../untold-evidence.js";

/** A rate somebody else reported is told as their word, not as ours. */
export const unattributedVendorClaim: Rule = {
  id: "unattributed-vendor-claim",
  alias: "L24",
  severity: "error",
  summary: "A reported rate says who reports it.",
  why: "A rate without counts cannot be checked. Told in our voice it becomes our promise; told as theirs, the reader knows whom to ask.",
  exceptions:
    "“Reported without counts”, printed beside the number, says that the range is unknown and not who says so.",
  examples: {
    in: "vendor",
    ok: [
      'The vendor reports that :rate{ref="recall@all"} fakes are stopped; not verified.',
      "The vendor reports no accepted attack; the number of attempts is not stated; not verified.",
      'By Acme’s own report, :rate{ref="recall@all"} fakes are stopped.',
    ],
    notOk: [
      'It stops :rate{ref="recall@all"} fakes.',
      "It has a 0 % spoof rate.",
      "It stops 97 % of the fakes.",
    ],
  },
  claims: (document) =>
    untoldEvidence(document, wordsFor).map(({ sentence, evaluation, start, end }) => {
      const by = evaluation.reported_by ?? "the vendor";
      return {
        sentence,
        start,
        end,
        text: `Unexpected rate of ${by} told as our own, expected "${by} reports ...".`,
        hint: "Say who reports it, that the cases are not known, and that nobody verified it.",
      };
    }),
};

function wordsFor({ basis, kind, reported_by }: EvaluationFacts): RegExp | null {
  if (kind !== "vendor" && (basis !== "rates" || reported_by === null)) return null;
  const name = reported_by === null ? "" : `|${reported_by.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}`;
  return new RegExp(
    `\\b(?:vendor|supplier|provider|manufacturer|maker)(?:’s|'s)? |\\breport(?:s|ed by)\\b|according to|Hersteller|Anbieter|\\blaut\\b${name}`,
    "i",
  );
}
