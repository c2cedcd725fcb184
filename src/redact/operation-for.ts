import type { Assessment } from "../model/assessment.js";
import type { Audience } from "../model/plan.js";
import { smallCell } from "./hidden-slices.js";
import { maySee } from "./may-see.js";

type Operation = Pick<
  Assessment,
  | "criteria"
  | "monitoring"
  | "unwatched"
  | "acceptance"
  | "stages"
  | "triggers"
  | "rollback"
  | "controls"
  | "experiment"
  | "labelling"
  | "operation_held"
>;

/**
 * How the model is watched, rolled out and stepped back from, as an edition may know it.
 *
 * How a fault is noticed, and from which value on, also tells how to stay below it: none of it is for readers outside.
 * A line of the author about the rollback stays; one that was put together from triggers does not.
 */
export function operationFor(assessment: Assessment, audience: Audience): Operation {
  if (!maySee(audience, "executive"))
    return {
      // Who answers for a criterion is nobody's business outside.
      criteria: assessment.criteria.map((criterion) => ({ ...criterion, owner: null })),
      monitoring: [],
      unwatched: [],
      acceptance: null,
      stages: [],
      triggers: [],
      rollback: assessment.triggers.length > 0 ? null : assessment.rollback,
      controls: [],
      experiment: null,
      labelling: null,
      // What is held is not the same as what nobody planned: pages say which.
      operation_held: hasOperation(assessment),
    };
  const { monitoring, acceptance, stages, triggers, rollback, controls, labelling } = assessment;
  const known = new Set(
    assessment.limitations.filter(({ disclosure }) => maySee(audience, disclosure)).map(({ id }) => id),
  );
  return {
    criteria: assessment.criteria,
    // A limitation above the reader's level is not named, also not as what a signal would show.
    monitoring: monitoring.map(({ limitations = [], ...signal }) => {
      const told = limitations.filter((id) => known.has(id));
      return told.length === 0 ? signal : { ...signal, limitations: told };
    }),
    unwatched: assessment.unwatched.filter(({ limitation }) => known.has(limitation)),
    acceptance,
    stages,
    triggers,
    rollback,
    controls,
    experiment: audience === "internal" ? assessment.experiment : withoutFewUnits(assessment.experiment),
    labelling,
    operation_held: false,
  };
}

/** True where the plan gives something of what readers outside are not told. */
function hasOperation(assessment: Assessment): boolean {
  const { monitoring, acceptance, stages, triggers, controls, experiment, labelling } = assessment;
  const lists = [monitoring, stages, triggers, controls];
  return (
    lists.some((list) => list.length > 0) || [acceptance, experiment, labelling].some((part) => part !== null)
  );
}

/** An arm of few people so far is not counted outside the internal edition, and the check of the split with it. */
function withoutFewUnits(experiment: Assessment["experiment"]): Assessment["experiment"] {
  const few = experiment?.arms.some(({ units }) => units !== undefined && units > 0 && units < smallCell);
  if (experiment === null || few !== true) return experiment;
  return {
    ...experiment,
    arms: experiment.arms.map(({ name, share }) => ({ name, share })),
    sample_ratio_p: null,
  };
}
