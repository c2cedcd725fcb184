import type { Evidence } from "../model/evidence.js";
import type { ProtocolTrigger } from "../model/exception-protocol-plan.js";
import type { ProtocolFacts, TriedTrigger } from "../model/protocol-facts.js";
import type { SeriesFacts } from "../model/series-facts.js";
import { exactUpperBound } from "../stats/exact-upper-bound.js";
import { valuesOf } from "./series-facts.js";

/** Every trigger of every exception protocol, tried on the series it watches. */
export function protocolsOf(evidence: Evidence, series: readonly SeriesFacts[]): ProtocolFacts[] {
  return (evidence.plan.documents ?? []).flatMap(({ protocol }, document) =>
    protocol === undefined
      ? []
      : [
          {
            document,
            triggers: (protocol.triggers ?? []).map((trigger) => tried(evidence, series, trigger)),
          },
        ],
  );
}

function tried(evidence: Evidence, series: readonly SeriesFacts[], trigger: ProtocolTrigger): TriedTrigger {
  const facts = series.find(({ evaluation }) => evaluation === trigger.series);
  const untried = { id: trigger.id, evaluation: null, before: { n: 0, alarms: 0, bound: null }, since: null };
  if (facts === undefined) return { ...untried, reason: "no-series" };
  if (trigger.above === undefined && trigger.below === undefined)
    return { ...untried, reason: "no-threshold" };
  const table = evidence.tables.find(
    ({ evaluation, id }) => evaluation === facts.evaluation && id.endsWith("series@all"),
  );
  const periods = (table?.rows ?? []).map(({ label }) => label);
  const fires = firing(valuesOf(table), trigger);
  const at = facts.break === null ? periods.length : periods.indexOf(facts.break.period);
  // A run of firing periods is one alarm: nobody is called twice for the same thing.
  const alarms = fires.slice(0, at).filter((fired, index) => fired && fires[index - 1] !== true).length;
  const after = fires.slice(at).indexOf(true);
  return {
    id: trigger.id,
    reason: null,
    evaluation: facts.evaluation,
    before: { n: at, alarms, bound: alarms > 0 || at === 0 ? null : exactUpperBound(0, at, 0.95) },
    since:
      facts.break === null
        ? null
        : {
            n: periods.length - at,
            after: after < 0 ? null : after + 1,
            period: after < 0 ? null : (periods[at + after] ?? null),
          },
  };
}

/** Whether the trigger fires at each period: at the last of so many beyond it running. A period without a value breaks a run. */
function firing(values: readonly (number | null)[], { above, below, periods }: ProtocolTrigger): boolean[] {
  let run = 0;
  return values.map((value) => {
    const beyond =
      value !== null && ((above !== undefined && value > above) || (below !== undefined && value < below));
    run = beyond ? run + 1 : 0;
    return run >= periods;
  });
}
