import type { Rule } from "../rule.js";

/** Kinds that exist to get a decision. */
const asking = new Set(["briefing", "option-memo", "incident-brief"]);

/** A page for a decision names the decision, who takes it and by when. */
export const missingAsk: Rule = {
  id: "missing-ask",
  alias: "L35",
  severity: "error",
  summary: "A decision document has an ask, an owner and a date.",
  examples: { ok: "CTO approves the pilot by 3 June.", notOk: "" },
  check: ({ plan, kind }) => {
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
