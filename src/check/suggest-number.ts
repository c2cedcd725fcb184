import type { Assessment } from "../model/assessment.js";

/** The directive an author can write instead of a number, when the number is one of the evidence. */
export function suggestNumber(typed: string, { estimates }: Assessment): string {
  const value = Number(typed.replace(/[^\d.]/g, ""));
  const percent = typed.includes("%");
  for (const estimate of estimates) {
    if (
      percent &&
      estimate.unit === "share" &&
      estimate.value !== null &&
      Math.round(estimate.value * 100) === Math.round(value)
    )
      return `Did you mean :rate{ref="${estimate.id}"}?`;
    if (percent) continue;
    if (estimate.numerator === value && value >= 10) return `Did you mean :count{ref="${estimate.id}"}?`;
    if (estimate.denominator === value && value >= 10)
      return `Did you mean :count{ref="${estimate.id}" part="denominator"}?`;
  }
  return "It is not in the evidence; leave it out, or measure it. A price belongs under `costs`.";
}
