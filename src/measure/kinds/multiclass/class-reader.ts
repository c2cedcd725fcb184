import type { EvaluationPlan } from "../../../model/plan.js";
import type { GroupAnswer } from "../../query/count-query.js";
import { numbersOf, textReader } from "../../query/read-keys.js";
import { isValue } from "../is-value.js";

/** Reads actual and predicted class of a group as places among the classes; -1 where a cell is blank. */
export interface ClassReader {
  readonly actual: (answer: GroupAnswer) => (row: number) => number;
  readonly predicted: (answer: GroupAnswer) => (row: number) => number;
}

/** Without a prediction column the prediction is the place of the highest score among the score columns. */
export function classReader({ prediction, scores }: EvaluationPlan, classes: readonly string[]): ClassReader {
  const places = new Map<string, number>();
  const placeAt = (cell: string | null): number => {
    if (cell === null) return -1;
    const known = places.get(cell);
    if (known !== undefined) return known;
    const place = classes.findIndex((name) => isValue(cell, name));
    places.set(cell, place);
    return place;
  };
  const scored = Object.keys(scores ?? {}).map(placeAt);
  const text = (name: string) => (answer: GroupAnswer) => {
    const read = textReader(answer, name);
    return (row: number): number => placeAt(read(row));
  };
  const highest = (answer: GroupAnswer) => {
    const numbers = numbersOf(answer, "predicted");
    return (row: number): number => scored[numbers?.[row] ?? -1] ?? -1;
  };
  return { actual: text("label"), predicted: prediction === undefined ? highest : text("predicted") };
}
