import type { CheckedDocument } from "../checked-document.js";
import { decisionKinds } from "../decision-kinds.js";
import type { ClaimComplaint, Rule } from "../rule.js";

/** A page for a decision names the decision, who takes it and by when. */
export const missingAsk: Rule = {
  id: "missing-ask",
  alias: "L35",
  severity: "error",
  summary: "A decision document has an ask, an owner and a date.",
  why: "A page for a decision that does not say who decides what by when is read and laid aside.",
  exceptions: "Drafts: their gaps are printed on every page.",
  examples: {
    in: "apart",
    ok: ["CTO approves the pilot by 3 June."],
    notOk: ["We should improve data."],
  },
  claims: (document) =>
    decisionKinds.has(document.kind) && document.plan.status === "final"
      ? [...missing(document), ...wish(document), ...past(document), ...undated(document)]
      : [],
};

/** Key of this document in the plan. */
function keyOf({ assessment, plan }: CheckedDocument): string {
  return `documents.${assessment.documents.findIndex(({ kind, id }) => kind === plan.kind && id === plan.id)}`;
}

function missing(document: CheckedDocument): ClaimComplaint[] {
  const { plan, kind, placeOfKey } = document;
  const keys = (["ask", "owner", "by"] as const).filter((key) => plan.decision?.[key] === undefined);
  return keys.length === 0
    ? []
    : [
        {
          place: placeOfKey(`${keyOf(document)}.decision`),
          text: `Missing decision.${keys.join(", decision.")} of the ${kind}, expected an ask, an owner and a date.`,
          hint: "Say who decides what by when.",
        },
      ];
}

/** "We should improve data": a wish that nobody can approve. */
function wish(document: CheckedDocument): ClaimComplaint[] {
  const ask = document.plan.decision?.ask ?? "";
  const found =
    /^(?:we|you|they|one|the team) (?:should|could|might|ought to|need to)\b|^(?:consider|explore|think about|look into|improve|discuss)\b|^(?:wir|man) (?:sollten|sollte|könnten|könnte)\b/i.exec(
      ask,
    );
  return found === null
    ? []
    : [
        {
          place: document.placeOfKey(`${keyOf(document)}.decision.ask`),
          text: `Unexpected wish "${found[0]}" as the ask, expected a decision somebody can take.`,
          hint: "Start with what is decided: approve, stop, use, sign, launch.",
        },
      ];
}

/** A date to decide by that lies before the evidence. */
function past(document: CheckedDocument): ClaimComplaint[] {
  const { date } = document.assessment;
  const by = document.plan.decision?.by;
  return by === undefined || date === null || by >= date
    ? []
    : [
        {
          place: document.placeOfKey(`${keyOf(document)}.decision.by`),
          text: `Unexpected decision by ${by}, before the document of ${date}, expected a day to come.`,
          hint: "Give the day by which it has to be decided.",
        },
      ];
}

/** Actions whose date is none. */
function undated(document: CheckedDocument): ClaimComplaint[] {
  return (document.plan.actions ?? []).flatMap(({ by }, index) => {
    const vague = /\b(?:soon|asap|later|tbd|ongoing|open|some day|eventually|bald|offen)\b/i.exec(by);
    return vague === null
      ? []
      : [
          {
            place: document.placeOfKey(`${keyOf(document)}.actions.${index}.by`),
            text: `Unexpected "${vague[0]}" as the day of an action, expected a date.`,
            hint: "Give the day, or what has to happen first.",
          },
        ];
  });
}
