import type { Assessment, Estimate } from "../model/assessment.js";
import { roundsTo, typedRates } from "./typed-rates.js";

/** Fewest cases at which a typed count that is a count of the evidence is hardly one by chance. */
const sureFrom = 30;

/** What to do about a typed number: a hint, and the directive that prints the very same where that is sure. */
export interface NumberAdvice {
  readonly hint: string;
  readonly fix?: string;
}

/** The directive an author can write instead of a number, when the number is one of the evidence. */
export function suggestNumber(typed: string, { estimates }: Assessment): NumberAdvice {
  const [rate] = typedRates({ text: typed, numbers: [] });
  if (rate !== undefined) {
    const same = estimates.find(
      ({ unit, value }) => unit === "share" && value !== null && roundsTo(rate, value),
    );
    return same === undefined ? notInEvidence : { hint: `Did you mean :rate{ref="${same.id}"}?` };
  }
  if (typed.includes("%")) return notInEvidence;
  const value = Number(typed.replace(/[^\d.]/g, ""));
  const plain = /^\d[\d,]*$/.test(typed);
  for (const estimate of estimates) {
    const directive = directiveFor(estimate, value);
    if (directive === null) continue;
    const sure = plain && value >= sureFrom && isOneCount(estimates, value);
    return { hint: `Did you mean ${directive}?`, ...(sure ? { fix: directive } : {}) };
  }
  return notInEvidence;
}

/** What to do about a number that nothing in the evidence is. */
export const notInEvidence: NumberAdvice = {
  hint: "It is not in the evidence; leave it out, or measure it. A price belongs under `costs`.",
};

function directiveFor({ id, numerator, denominator }: Estimate, value: number): string | null {
  if (value < 10) return null;
  if (numerator === value) return `:count{ref="${id}"}`;
  return denominator === value ? `:count{ref="${id}" part="denominator"}` : null;
}

/** True when all estimates with this count are about the same cases: whichever the author meant, it is that count. */
function isOneCount(estimates: readonly Estimate[], value: number): boolean {
  const places = estimates
    .filter((estimate) => directiveFor(estimate, value) !== null)
    .map(({ evaluation, slice }) => `${evaluation}/${slice}`);
  return new Set(places).size === 1;
}
