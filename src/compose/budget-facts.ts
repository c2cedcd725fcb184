import type { MoneyFacts } from "../phrasing/budget-sentences.js";
import type { DocumentContext } from "./context.js";
import { estimateAt } from "./resolve.js";

/** What the Assessment holds of money, told of one period of use where its volume is stated. */
export function budgetFactsOf(context: DocumentContext): MoneyFacts {
  const { assessment, voice } = context;
  const { volume } = assessment.deployment;
  const at = (metric: string) => estimateAt(context, metric) ?? null;
  const baseRate = at("deployment-base-rate") ?? at("base-rate");
  const ends = { low: at("break-even-precision[low]"), high: at("break-even-precision[high]") };
  return {
    net: at("net-gain"),
    netOfAll: at("net-gain[all]"),
    missedValue: at("missed-value"),
    breakEven: at("break-even-precision"),
    breakEvenEnds: ends.low === null || ends.high === null ? null : { low: ends.low, high: ends.high },
    wrongPerRight: at("wrong-per-right"),
    recall: at("recall"),
    falseAlarms: at("false-alarms"),
    baseRate,
    precision: at("precision"),
    action: assessment.costs?.action ?? null,
    falseAlarm: assessment.costs?.false_alarm ?? null,
    miss: assessment.costs?.miss ?? null,
    effect: assessment.costs?.effect ?? null,
    list:
      volume === null
        ? { cases: voice.outOf.cases, per: null, ref: baseRate?.id ?? "plan:deployment.base_rate" }
        : { cases: volume.cases, per: volume.per, ref: "plan:deployment.volume" },
  };
}
