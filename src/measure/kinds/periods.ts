/** Periods of a time column in their order. */
export interface Periods {
  /** Texts as written, ascending in time. */
  readonly texts: readonly string[];
  /** Places of the texts that were given, ascending in time. */
  readonly order: readonly number[];
  /** Steps since the first period, by the smallest step there is: neighbours differ by 1 where nothing is missing. */
  readonly steps: readonly number[];
  /** Periods missing between the first and the last, by the smallest step there is. */
  readonly gaps: number;
}

/**
 * Reads and orders the distinct texts of a time column: days, months, weeks, quarters, or whole numbers such as years, all
 * written in one way. Days that all fall on the same day of the month are months.
 *
 * @returns the periods, or the first text that is none of these, is written otherwise than the first one, or names the same
 *   period as another (1 and 01)
 */
export function readPeriods(texts: readonly string[]): Periods | { readonly unreadable: string } {
  const [first] = texts;
  const form = first === undefined ? "number" : formOf(first);
  if (form === null) return { unreadable: first ?? "" };
  const wrong = texts.find((text) => formOf(text) !== form);
  if (wrong !== undefined) return { unreadable: wrong };

  const ordinals = texts.map((text) => ordinalOf(text, form));
  const order = texts.map((_, place) => place).sort((a, b) => (ordinals[a] ?? 0) - (ordinals[b] ?? 0));
  const monthly =
    form === "day" && texts.length > 1 && texts.every((text) => text.slice(8, 10) === first?.slice(8, 10));
  const rising = order.map((place) =>
    monthly ? ordinalOf((texts[place] ?? "").slice(0, 7), "month") : (ordinals[place] ?? 0),
  );
  const twice = order.find((_, index) => index > 0 && rising[index] === rising[index - 1]);
  if (twice !== undefined) return { unreadable: texts[twice] ?? "" };
  const differences = rising.slice(1).map((ordinal, index) => ordinal - (rising[index] ?? 0));
  const step = Math.min(...differences);
  const steps = rising.map((ordinal) =>
    Math.round((ordinal - (rising[0] ?? 0)) / (texts.length > 1 ? step : 1)),
  );
  return {
    texts: order.map((place) => texts[place] ?? ""),
    order,
    steps,
    gaps: texts.length === 0 ? 0 : (steps.at(-1) ?? 0) + 1 - texts.length,
  };
}

type Form = "day" | "month" | "week" | "quarter" | "number";

const forms: readonly (readonly [Form, RegExp])[] = [
  ["day", /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/],
  ["month", /^\d{4}-(0[1-9]|1[0-2])$/],
  ["week", /^\d{4}-W(0[1-9]|[1-4]\d|5[0-3])$/],
  ["quarter", /^\d{4}-Q[1-4]$/],
  ["number", /^-?\d{1,15}$/],
];

function formOf(text: string): Form | null {
  const form = forms.find(([, pattern]) => pattern.test(text))?.[0] ?? null;
  // The calendar knows no 30 February: such a day reads back as another one.
  if (form === "day" && new Date(dayOf(text) * dayLength).toISOString().slice(0, 10) !== text) return null;
  return form;
}

const dayLength = 86_400_000;

function dayOf(text: string): number {
  return (
    Date.UTC(Number(text.slice(0, 4)), Number(text.slice(5, 7)) - 1, Number(text.slice(8, 10))) / dayLength
  );
}

/** Number of a period among its kind, so that neighbours differ by one. */
function ordinalOf(text: string, form: Form): number {
  const year = Number(text.slice(0, 4));
  if (form === "day") return dayOf(text);
  if (form === "month") return year * 12 + Number(text.slice(5, 7));
  if (form === "quarter") return year * 4 + Number(text.slice(6));
  if (form === "week") {
    // ISO 8601: week 1 holds 4 January; day 0 of the epoch was a Thursday.
    const fourth = Date.UTC(year, 0, 4) / dayLength;
    return Math.floor((fourth + 3) / 7) + Number(text.slice(6)) - 1;
  }
  return Number(text);
}
