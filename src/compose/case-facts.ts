import type { Estimate } from "../model/assessment.js";
import { calibrationAt } from "../model/calibration-at.js";
import type { CasePlan } from "../model/case-plan.js";
import { sliceIdFromText } from "../model/slice-id.js";
import type { BreakEven, CaseFacts, CaseStakes } from "../phrasing/case-facts.js";
import type { DocumentContext } from "./context.js";
import { estimateAt } from "./resolve.js";

/**
 * What is known of one case: past cases with its score, and where the money turns.
 *
 * The money is that of the case itself (`earns`, `loses`) where the plan gives it, else the costs of acting and of a
 * miss that the whole model is judged by.
 *
 * @param score - the score of the case; that of the document when not given, null when it has none
 */
export function caseFactsOf(
  context: DocumentContext,
  score: number | undefined = context.document.case?.score,
  slice: string = sliceIdFromText(context.document.case?.slice ?? "all"),
): CaseFacts | null {
  if (score === undefined) return null;
  const { assessment, evaluation, document } = context;
  const own = document.case?.score === score ? document.case : undefined;
  return {
    evaluation: evaluation.id,
    score,
    calibration: calibrationAt(assessment, evaluation.id, score, slice),
    breakEven: breakEvenOf(context, own),
    stakes: stakesOf(context, own),
    usualBreakEven: amountsOf(own) === null ? null : (breakEvenOf(context, undefined)?.at ?? null),
    rule:
      evaluation.threshold === null
        ? null
        : {
            ref: `evaluation:${evaluation.id}`,
            threshold: evaluation.threshold,
            direction: evaluation.flag === "below" ? "below" : "above",
            flags: evaluation.flag === "below" ? score < evaluation.threshold : score >= evaluation.threshold,
          },
    accept: verb(context, own?.accept) ?? context.voice.words.unflagged,
    refuse: verb(context, own?.refuse) ?? context.voice.words.flagged,
    window: assessment.deployment.base_rate?.window ?? null,
  };
}

/** The author's verb; in another language the name it is given there. */
function verb({ evaluation }: DocumentContext, said: string | undefined): string | undefined {
  return said === undefined ? undefined : (evaluation.facet_names?.[said] ?? said);
}

function breakEvenOf(context: DocumentContext, own: CasePlan | undefined): BreakEven | null {
  const money = amountsOf(own);
  if (money !== null) {
    const ref = `plan:documents.${context.index}.case`;
    const at = (earns: number, loses: number) => ({ ref, value: earns / (earns + loses) });
    const { earns, loses } = money;
    return {
      kind: "case",
      at: at(earns.value, loses.value),
      low: at(earns.low, loses.high),
      high: at(earns.high, loses.low),
    };
  }
  const found = (metric: string): Estimate | undefined => estimateAt(context, metric);
  const middle = found("break-even-precision");
  if (middle === undefined) return null;
  const point = (estimate: Estimate | undefined) =>
    estimate?.value == null ? null : { ref: estimate.id, value: estimate.value };
  return {
    kind: "model",
    at: point(middle),
    low: point(found("break-even-precision[low]")),
    high: point(found("break-even-precision[high]")),
  };
}

/** What each answer brings, by how the case turns out. */
function stakesOf(
  { assessment, index, voice }: DocumentContext,
  own: CasePlan | undefined,
): CaseStakes | null {
  const money = amountsOf(own);
  const { costs } = assessment;
  // What a case costs us is nothing for a reader outside the house.
  if (costs === null || voice.audience === "customer" || voice.audience === "public") return null;
  if (money !== null)
    return {
      ref: `plan:documents.${index}.case`,
      currency: costs.currency,
      accepted: { positive: -money.loses.value, negative: money.earns.value },
      refused: { positive: 0, negative: 0 },
    };
  if (costs.miss === null || (costs.action === null && costs.false_alarm === null)) return null;
  const [action, alarm, effect] = [
    costs.action?.value ?? 0,
    costs.false_alarm?.value ?? 0,
    costs.effect?.value ?? 1,
  ];
  return {
    ref: "plan:costs",
    currency: costs.currency,
    accepted: { positive: -costs.miss.value, negative: 0 },
    refused: { positive: -action - (1 - effect) * costs.miss.value, negative: -action - alarm },
  };
}

/** What the case brings and costs, with the ends of both; null unless both are stated and not nothing. */
function amountsOf(own: CasePlan | undefined) {
  if (own?.earns === undefined || own.loses === undefined) return null;
  const [earns, loses] = [own.earns, own.loses].map((given) =>
    typeof given === "number"
      ? { value: given, low: given, high: given }
      : { value: given.value, low: given.low ?? given.value, high: given.high ?? given.value },
  );
  if (earns === undefined || loses === undefined) return null;
  const least = [earns.low + loses.high, earns.high + loses.low, earns.value + loses.value];
  return least.every((sum) => sum > 0) ? { earns, loses } : null;
}
