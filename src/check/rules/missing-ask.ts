import type { Rule } from "../rule.js";

/** Kinds that exist to get a decision. */
const asking = new Set(["briefing", "option-memo", "incident-brief"]);

/** A page for a decision names the decision, who takes it and by when. */
export const missingAsk: Rule = {
  id: "missing-ask",
  alias: "L35",
  severity: "error",
  summary: "A decision document has an ask, an owner and a date.",
  why: "A page for a decision that does not say who decides what by when is read and laid aside.",
  exceptions: "Drafts: their gaps are printed on every page.",
  examples: { ok: ["CTO approves the pilot by 3 June."], notOk: [] },
  claims: ({ plan, kind }) => {
    if (!asking.has(kind) || plan.status !== "final") return [];
    const missing = (["ask", "owner", "by"] as const).filter((key) => plan.decision?.[key] === undefined);
    return missing.length === 0
      ? []
      : [
          {
            place: { file: "forthright.yaml" },
            text: `Missing decision.${missing.join(", decision.")} of the ${kind}, expected an ask, an owner and a date.`,
            hint: "Say who decides what by when.",
          },
        ];
  },
};
