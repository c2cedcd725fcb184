import { suggestName } from "../../model/nearest-name.js";
import type { Plan } from "../../model/plan.js";
import type { Report } from "./check.js";

/** Criteria and evaluations that the operation of a model names have to exist, and a rollback has to lead somewhere. */
export function checkOperation(plan: Plan, report: Report): void {
  const { rollout, rollback, criteria = [], acceptance, labelling, evaluations } = plan;
  const known = criteria.map(({ id }) => id);
  if (typeof rollout === "object")
    rollout.stages.forEach(({ entry = [] }, index) => {
      for (const id of entry.filter((one) => !known.includes(one)))
        report(`rollout.stages.${index}.entry`, `Unexpected criterion "${id}".`, suggestName(id, known));
    });
  if (typeof rollback === "object")
    rollback.triggers.forEach(({ action, target }, index) => {
      if (action === "rollback" && target === undefined)
        report(
          `rollback.triggers.${index}`,
          "Missing `target`, expected the version that is rolled back to.",
        );
    });
  acceptance?.accepted.forEach(({ criterion, on, until }, index) => {
    const path = `acceptance.accepted.${index}`;
    if (!known.includes(criterion))
      report(`${path}.criterion`, `Unexpected criterion "${criterion}".`, suggestName(criterion, known));
    if (until < on)
      report(`${path}.until`, `Unexpected until ${until}, expected a day that is not before ${on}.`);
  });
  const measured = labelling?.kappa?.evaluation;
  const ids = evaluations.map(({ id }) => id);
  if (measured !== undefined && !ids.includes(measured))
    report("labelling.kappa.evaluation", `Unexpected evaluation "${measured}".`, suggestName(measured, ids));
}

/** Limitations that signals name are in files of their own: one that is not there is watched by nobody. */
export function checkWatched(
  { monitoring = [], unwatched = [] }: Plan,
  limitations: readonly string[],
  report: Report,
): void {
  const check = (id: string, path: string): void => {
    if (!limitations.includes(id))
      report(path, `Unexpected limitation "${id}".`, suggestName(id, limitations));
  };
  monitoring.forEach(({ limitations: watched = [] }, index) =>
    watched.forEach((id, at) => {
      check(id, `monitoring.${index}.limitations.${at}`);
    }),
  );
  unwatched.forEach(({ limitation }, index) => {
    check(limitation, `unwatched.${index}.limitation`);
  });
}
