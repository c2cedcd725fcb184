import type { EvaluationPlan, Plan } from "../../../model/plan.js";
import type { EvidenceSource } from "../../../model/project.js";
import type { Confusion } from "../../../stats/types.js";
import type { ColumnUse, GroupAnswer, Key } from "../../query/count-query.js";
import { isValue } from "../is-value.js";
import { thresholdOf } from "./threshold-of.js";

/** A binary evaluation whose rows are asked for. */
export interface BinaryQuestion {
  readonly plan: Plan;
  readonly evaluation: EvaluationPlan;
  readonly source: EvidenceSource;
}

/** True when the cases are decided: by a prediction, or by a score and a threshold. */
export function isDecided({ plan, evaluation }: Pick<BinaryQuestion, "plan" | "evaluation">): boolean {
  return evaluation.prediction !== undefined || thresholdOf(evaluation, plan) !== null;
}

/** Keys that tell the four outcomes apart. */
export function outcomeKeys({ evaluation, plan }: BinaryQuestion): { label: Key; decided: Key } {
  const { label = "", score, prediction = "", flag } = evaluation;
  const threshold = thresholdOf(evaluation, plan);
  return {
    label: { key: "text", column: label },
    decided:
      score === undefined || threshold === null
        ? { key: "text", column: prediction }
        : { key: "flagged", column: score, threshold, flag },
  };
}

/** How those columns are read, with more of them; each once. */
export function outcomeColumns({ evaluation }: BinaryQuestion, more: readonly ColumnUse[]): ColumnUse[] {
  const { label = "", score, prediction = "", score_range: range = [0, 1] } = evaluation;
  const decided: ColumnUse =
    score === undefined
      ? { name: prediction, as: "text", range: null }
      : { name: score, as: "number", range };
  const all: ColumnUse[] = [{ name: label, as: "text", range: null }, decided, ...more];
  return all.filter(
    (use, index) => all.findIndex(({ name, as }) => name === use.name && as === use.as) === index,
  );
}

/** Reads the outcome of a group; null for rows without a label or a decision. */
export function outcomeReader(
  { evaluation }: BinaryQuestion,
  { keys }: GroupAnswer,
): (row: number) => keyof Confusion | null {
  const positive = String(evaluation.positive);
  const [label, decided] = [textReader(keys.label), textReader(keys.decided)];
  const isNumber = keys.decided?.kind === "number";
  return (row) => {
    const [actual, said] = [label(row), decided(row)];
    if (actual === null || said === null) return null;
    const flagged = isNumber ? said === "1" : isValue(said, positive);
    if (isValue(actual, positive)) return flagged ? "tp" : "fn";
    return flagged ? "fp" : "tn";
  };
}

/** A key of any kind as a text; null where it is missing. */
export function textReader(column: GroupAnswer["keys"][string] | undefined): (row: number) => string | null {
  if (column === undefined) return () => null;
  if (column.kind === "text") return (row) => column.values[column.codes[row] ?? -1] ?? null;
  return (row) => {
    const number = column.numbers[row] ?? Number.NaN;
    return Number.isNaN(number) ? null : String(number);
  };
}
