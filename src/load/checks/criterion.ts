import type { CriterionPlan } from "../../model/plan.js";
import type { Report } from "./check.js";

const demands = ["relative_to_overall", "relative_to", "non_inferior", "exists", "all_measured"] as const;

/** One demand per criterion, and the keys that only some demands take. */
export function checkCriterion(criterion: CriterionPlan, path: string, report: Report): void {
  const bounded = criterion.at_least !== undefined || criterion.at_most !== undefined;
  const given = demands.filter((key) => criterion[key] !== undefined);
  if (given.length + (bounded ? 1 : 0) !== 1)
    report(path, `Expected exactly one of at_least and at_most, ${demands.join(", ")}.`);
  const { at_least: least, at_most: most, slice, metric } = criterion;
  if (least !== undefined && most !== undefined && least >= most)
    report(
      `${path}.at_most`,
      `Unexpected at_most ${most} beside at_least ${least}, expected a larger number.`,
    );
  if (metric === undefined && criterion.all_measured === undefined)
    report(path, "Missing `metric`, expected the metric that the criterion is about.");
  if (metric !== undefined && criterion.all_measured !== undefined)
    report(`${path}.metric`, "Unexpected metric beside all_measured, which is about what was tested.");
  if (criterion.relative_to_overall !== undefined && slice === "all")
    report(`${path}.slice`, "Unexpected slice all beside relative_to_overall, expected a slice to compare.");
  if (criterion.required !== undefined && !slice.startsWith("each:"))
    report(`${path}.required`, "Unexpected required, expected it only with slice: each:column.");
  if (criterion.judged_on === "observed" && criterion.importance !== "info")
    report(
      `${path}.judged_on`,
      `Unexpected judged_on observed of a criterion that ${criterion.importance} hold, expected it only with importance: info.`,
    );
}
