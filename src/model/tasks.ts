/** Kinds of evidence, as `task` of an evaluation names them. */
export const tasks = [
  "binary",
  "verification",
  "attack-detection",
  "layers",
  "comparison",
  "regression",
  "forecast",
  "series",
  "multiclass",
  "labels",
  "reported",
] as const;

export type Task = (typeof tasks)[number];

/**
 * True for evidence of decisions about two classes, one of them positive: only there do a fact box, a base rate over
 * all cases and "caught" or "missed" mean anything.
 */
export function isBinary(task: string): boolean {
  return task === "binary";
}

/** Evidence whose sentences name no positive and no negative: numbers, and classes with names of their own. */
const withoutClasses: readonly string[] = ["regression", "forecast", "series", "multiclass", "labels"];

/** True for evidence whose sentences name two classes of cases, and what happens to the flagged and the missed. */
export function hasTwoClasses(task: string): boolean {
  return !withoutClasses.includes(task);
}
