import { suggestName } from "../../model/nearest-name.js";
import type { Plan } from "../../model/plan.js";
import type { Report } from "./check.js";

/** Criteria that stages of the rollout name have to exist, and a rollback has to lead somewhere. */
export function checkOperation({ rollout, rollback, criteria = [] }: Plan, report: Report): void {
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
}
