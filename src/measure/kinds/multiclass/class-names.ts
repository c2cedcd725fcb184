import { UserError } from "../../../errors.js";
import type { EvidenceSource } from "../../../model/project.js";
import type { EvaluationPlan } from "../../../model/plan.js";
import { plainClasses } from "../../../model/plain-classes.js";
import { placeOf } from "../../place-of.js";
import { printable } from "../../printable.js";
import { isValue } from "../is-value.js";

/** More classes than anyone can look at one by one; a column of ids named as a label has more. */
const mostClasses = 200;

/**
 * Every class of an evaluation: those of the plan, or those found as label, as prediction and among the scores.
 *
 * `1` and `1.0` are one class, as everywhere in the plan.
 *
 * @param found - distinct cells of label and prediction, blank ones left out
 * @throws UserError E-LABEL for a class that the plan does not list, E-CLASSES for more than anyone can compare
 */
export function classNames(
  { classes, scores, label = "" }: EvaluationPlan,
  found: readonly string[],
  source: EvidenceSource,
): string[] {
  if (classes !== undefined) {
    const names = plainClasses(classes);
    const stranger = found.find((cell) => !names.some((name) => isValue(cell, name)));
    if (stranger === undefined) return names;
    throw new UserError("input", {
      code: "E-LABEL",
      severity: "error",
      place: placeOf(source),
      text: `Unexpected class "${printable(stranger)}", expected one of those listed in \`classes\`.`,
      hint: "Add it to `classes`, or leave the cell blank where the class is not known.",
    });
  }
  const names: string[] = [];
  const known = new Set<string>();
  for (const cell of [...Object.keys(scores ?? {}), ...found]) {
    if (known.has(cell)) continue;
    known.add(cell);
    if (names.length > mostClasses || !names.some((name) => isValue(cell, name))) names.push(cell);
  }
  if (names.length > mostClasses) {
    throw new UserError("limit", {
      code: "E-CLASSES",
      severity: "error",
      place: placeOf(source),
      text: `Unexpected ${names.length} classes or more in column "${printable(label)}", expected at most ${mostClasses}.`,
      hint: "Is it a column of ids? Join rare classes into one before they are evaluated.",
    });
  }
  return names.sort(inOrder);
}

/** Numbers by size before words by their letters, the same on every machine. */
export function inOrder(a: string, b: string): number {
  const [x, y] = [Number(a), Number(b)];
  const [isX, isY] = [a.trim() !== "" && Number.isFinite(x), b.trim() !== "" && Number.isFinite(y)];
  if (isX && isY && x !== y) return x - y;
  if (isX !== isY) return isX ? -1 : 1;
  return a < b ? -1 : 1;
}
