import { UserError } from "../../../errors.js";
import { placeOf } from "../../place-of.js";
import { printable } from "../../printable.js";
import type { GroupAnswer } from "../../query/count-query.js";
import { numbersOf, textReader } from "../../query/read-keys.js";
import { isValue } from "../is-value.js";
import type { BinaryQuestion } from "./count-table.js";

/** Rows that count and rows that do not, and why. */
export function usableRows(group: GroupAnswer, question: BinaryQuestion) {
  const { positive } = question.evaluation;
  const left = {
    used: 0,
    labelBlank: 0,
    scoreBlank: 0,
    scoreNotFinite: 0,
    scoreMissing: { positives: 0, negatives: 0 },
  };
  const labelOf = textReader(group, "label");
  const predictionOf = textReader(group, "prediction");
  const status = numbersOf(group, "status");
  const sizes = new Map<string, number>();
  group.n.forEach((n, row) => {
    const label = labelOf(row);
    if (label === null) {
      left.labelBlank += n;
      return;
    }
    sizes.set(label, (sizes.get(label) ?? 0) + n);
    const missing = status === null ? Number(predictionOf(row) === null) : (status[row] ?? 0);
    if (missing === 0) left.used += n;
    if (missing === 1) left.scoreBlank += n;
    if (missing === 2) left.scoreNotFinite += n;
    if (missing > 0) left.scoreMissing[isValue(label, String(positive)) ? "positives" : "negatives"] += n;
  });
  checkLabels(sizes, question);
  return left;
}

/** Throws when the label column holds anything but the positive and one negative value. */
export function checkLabels(
  sizes: ReadonlyMap<string, number>,
  { evaluation, source }: BinaryQuestion,
): void {
  const positive = String(evaluation.positive);
  const negative = evaluation.negative === undefined ? null : String(evaluation.negative);
  const labels = [...sizes.keys()].sort(
    (a, b) => (sizes.get(b) ?? 0) - (sizes.get(a) ?? 0) || (a < b ? -1 : 1),
  );
  const others = labels.filter((label) => !isValue(label, positive));
  const strangers = negative === null ? others.slice(1) : others.filter((label) => !isValue(label, negative));
  const found = labels
    .slice(0, 6)
    .map((label) => `"${printable(label)}"`)
    .join(", ");
  const fault = (text: string, hint: string): UserError =>
    new UserError("input", { code: "E-LABEL", severity: "error", place: placeOf(source), text, hint });
  const column = evaluation.label ?? "";
  if (labels.length === others.length && others.length > 1)
    throw fault(
      `The positive value "${positive}" never occurs in column "${column}", which has ${found}.`,
      "Set `positive` to the value that means positive.",
    );
  if (strangers.length > 0)
    throw fault(
      `Unexpected value "${printable(strangers[0] ?? "")}" in column "${column}", expected "${positive}" and one other; it has ${found}.`,
      "Set `negative` and clean the rest, or leave the cell blank where the outcome is not known.",
    );
}
