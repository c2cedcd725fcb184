import { budgetSentences, type BudgetFacts } from "../../phrasing/budget-sentences.js";
import type { DocumentContext } from "../context.js";
import type { Directive } from "../directive.js";
import { paragraphOf } from "../inline-nodes.js";
import { estimateAt } from "../resolve.js";

/**
 * What acting on the flagged gains and costs, against doing nothing and against acting on everyone; nothing without a
 * cost of acting and of a miss. `part="gain"` tells the gain alone, `part="terms"` from when on it pays, `part="short"` the break-even with it.
 */
export const budget: Directive = {
  id: "budget",
  forms: ["leaf"],
  attributes: ["part"],
  inNotes: true,
  build: ({ attributes }, context) => {
    // Costs that an edition holds back are not the same as costs that nobody gave.
    if (context.assessment.held.includes("costs")) return [];
    const { all, gain, breakEven, terms } = budgetSentences(context.voice, budgetFactsOf(context));
    const parts: Readonly<Record<string, typeof all>> = { gain, terms, short: [...gain, ...breakEven] };
    const told = parts[attributes.part ?? ""] ?? all;
    return told.length === 0 ? [] : [paragraphOf(told)];
  },
};

/** What the Assessment holds of money, told of one period of use where its volume is stated. */
function budgetFactsOf(context: DocumentContext): BudgetFacts {
  const { assessment, voice } = context;
  const { volume } = assessment.deployment;
  const at = (metric: string) => estimateAt(context, metric) ?? null;
  const baseRate = at("deployment-base-rate") ?? at("base-rate");
  return {
    net: at("net-gain"),
    netOfAll: at("net-gain[all]"),
    missedValue: at("missed-value"),
    breakEven: at("break-even-precision"),
    wrongPerRight: at("wrong-per-right"),
    recall: at("recall"),
    baseRate,
    precision: at("precision"),
    action: assessment.costs?.action ?? null,
    miss: assessment.costs?.miss ?? null,
    effect: assessment.costs?.effect ?? null,
    list:
      volume === null
        ? { cases: voice.outOf.cases, per: null, ref: baseRate?.id ?? "plan:deployment.base_rate" }
        : { cases: volume.cases, per: volume.per, ref: "plan:deployment.volume" },
  };
}
