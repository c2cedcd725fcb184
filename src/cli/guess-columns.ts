import { UserError } from "../errors.js";
import type { ColumnProfile, TableProfile } from "../measure/query/table-profile.js";

/** What `init` thinks the columns of a table mean. */
export interface Guess {
  readonly label: string;
  readonly positive: string;
  /** Null when the table has hard decisions only. */
  readonly score: string | null;
  readonly scoreRange: readonly [number, number] | null;
  readonly prediction: string | null;
  readonly rowId: string | null;
  readonly slices: readonly string[];
}

export interface Given {
  readonly label: string | null;
  readonly score: string | null;
  readonly positive: string | null;
}

const labelNames =
  /^(label|y|y_true|target|truth|actual|outcome|class|is_\w+|has_\w+|churn(ed)?|default(ed)?|bad|fraud|event|converted)$/i;
const scoreNames = /(score|prob|pred|risk|^p$|^p_|_p$|^pd$|yhat|y_hat)/i;
const positiveValues = /^(1|1\.0|true|t|yes|y|positive|pos|fraud|bad|churned|default|event)$/i;
const idNames = /(^id$|_id$|^id_|uuid|key)/i;

/**
 * Guesses label, score and slices from names and values; what is given is taken as it is.
 *
 * @throws UserError naming the option to give, when there is no candidate or more than one
 */
export function guessColumns({ columns }: TableProfile, given: Given, file: string): Guess {
  const label = labelOf(columns, given, file);
  const positive =
    given.positive ?? label.values.find((value) => positiveValues.test(value)) ?? smallerOf(label, file);
  const rest = columns.filter(({ name }) => name !== label.name);
  const score = scoreOf(rest, given, file);
  const prediction =
    score === null
      ? (rest.find(({ name, distinct }) => distinct === 2 && scoreNames.test(name))?.name ?? null)
      : null;
  if (score === null && prediction === null) {
    throw new UserError("usage", {
      code: "E-GUESS",
      severity: "error",
      place: { file, line: 1 },
      text: "No column looks like a score: none holds numbers between 0 and 1.",
      hint: `Name it: --score <column>. Columns: ${columns.map(({ name }) => name).join(", ")}`,
    });
  }
  const unit = score === null || ((score.low ?? 0) >= 0 && (score.high ?? 1) <= 1);
  const others = rest.filter(({ name }) => name !== score?.name && name !== prediction);
  const rowId =
    others.find(({ name, distinct, filled }) => idNames.test(name) && distinct === filled)?.name ?? null;
  const slices = others
    .filter(
      ({ name, distinct, numeric }) => name !== rowId && distinct >= 2 && distinct <= (numeric ? 6 : 12),
    )
    .slice(0, 6);
  return {
    label: label.name,
    positive,
    score: score?.name ?? null,
    scoreRange: unit ? null : [Math.min(0, Math.floor(score.low ?? 0)), Math.ceil(score.high ?? 1)],
    prediction,
    rowId,
    slices: slices.map(({ name }) => name),
  };
}

function labelOf(columns: readonly ColumnProfile[], { label }: Given, file: string): ColumnProfile {
  if (label !== null) return named(columns, label, file);
  const two = columns.filter(({ distinct }) => distinct === 2);
  const byName = two.filter(({ name }) => labelNames.test(name));
  const byValue = two.filter(({ values }) => values.some((value) => positiveValues.test(value)));
  const candidates = byName.length > 0 ? byName : byValue.length > 0 ? byValue : two;
  const [only, ...more] = candidates;
  if (only !== undefined && (more.length === 0 || byName.length === 1)) return only;
  const names = (candidates.length > 0 ? candidates : columns).map(({ name }) => name).join(", ");
  throw new UserError("usage", {
    code: "E-GUESS",
    severity: "error",
    place: { file, line: 1 },
    text:
      candidates.length === 0
        ? "No column looks like an outcome: none has exactly two values."
        : "More than one column could be the outcome.",
    hint: `Name it: --label <column>. ${candidates.length === 0 ? "Columns" : "Candidates"}: ${names}`,
  });
}

function scoreOf(columns: readonly ColumnProfile[], { score }: Given, file: string): ColumnProfile | null {
  if (score !== null) return named(columns, score, file);
  const numeric = columns.filter(({ numeric: isNumeric, distinct }) => isNumeric && distinct > 2);
  const unit = numeric.filter(({ low, high }) => (low ?? -1) >= 0 && (high ?? 2) <= 1);
  const candidates = unit.filter(({ name }) => scoreNames.test(name));
  const [first] =
    candidates.length > 0
      ? candidates
      : unit.length === 1
        ? unit
        : numeric.filter(({ name }) => scoreNames.test(name));
  return first ?? null;
}

function named(columns: readonly ColumnProfile[], name: string, file: string): ColumnProfile {
  const column = columns.find((candidate) => candidate.name === name);
  if (column !== undefined) return column;
  throw new UserError("usage", {
    code: "E-COLUMN",
    severity: "error",
    place: { file, line: 1 },
    text: `There is no column "${name}".`,
    hint: `Columns: ${columns.map((candidate) => candidate.name).join(", ")}`,
  });
}

/** Neither value says "positive": the rarer one is what a model looks for. */
function smallerOf({ values }: ColumnProfile, file: string): string {
  const rarer = values[1] ?? values[0];
  if (rarer !== undefined) return rarer;
  throw new UserError("input", {
    code: "E-NO-ROWS",
    severity: "error",
    place: { file },
    text: "The outcome column is empty.",
  });
}
