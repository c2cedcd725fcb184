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
