import type { Assessment, Slice } from "../model/assessment.js";

/** Shortest name that is looked for by itself; a shorter one needs the name of its column before it. */
const shortest = 4;

/** Slices that a text names in the words of the plan or of the data: "fibre customers", "Gibraltar", "group B". */
export function namedSlices(text: string, { slices }: Pick<Assessment, "slices">): Slice[] {
  return slices.filter(
    ({ name, value, column, column_name, negated }) =>
      !negated &&
      [
        name,
        value !== null && value.length >= shortest && !/^[\d.]+$/.test(value) ? value : null,
        value === null ? null : `${column_name ?? column} ${value}`,
      ].some((words) => words !== null && words !== "" && holds(text, words)),
  );
}

/** True where a text holds these words whole, whatever their case. */
export function holds(text: string, words: string): boolean {
  const at = text.toLowerCase().indexOf(words.toLowerCase());
  if (at < 0) return false;
  const letter = /[\p{L}\d]/u;
  return !letter.test(text[at - 1] ?? " ") && !letter.test(text[at + words.length] ?? " ");
}
