import { UserError } from "../../../errors.js";
import type { EvaluationPlan } from "../../../model/plan.js";
import type { EvidenceSource } from "../../../model/project.js";
import { placeOf } from "../../place-of.js";
import type { Ask, ColumnUse, GroupAnswer, Key } from "../../query/count-query.js";
import { numbersOf, textReader } from "../../query/read-keys.js";
import { isValue } from "../is-value.js";
import { mostGroups } from "../slice-columns.js";
import { truthKeys, truthReader } from "./attack-truth.js";
import type { MatrixCell } from "./coverage-matrix.js";

type Coverage = NonNullable<EvaluationPlan["coverage"]>;

interface CoverageSource {
  readonly evaluation: EvaluationPlan;
  readonly source: EvidenceSource;
  /** The file of production volumes; null where the plan lists them. */
  readonly volume: EvidenceSource | null;
}

/**
 * The cells of the coverage matrix: what was tested in each, its production volume, and whether it is in scope.
 *
 * In scope is what production sees or the plan lists, unless it says `in_scope: false` or the column's `in_scope`
 * list leaves the value out. What was tested and is neither seen nor listed is out of scope.
 *
 * @throws UserError for more cells than anyone can look at, and whatever the engine refuses
 */
export async function countCoverage(
  { evaluation, source, volume }: CoverageSource,
  coverage: Coverage,
  ask: Ask,
): Promise<MatrixCell[]> {
  const { columns } = coverage;
  const cells = new Map<string, MatrixCell>();
  const at = (values: readonly (string | null)[]): MatrixCell =>
    cells.get(JSON.stringify(values)) ?? { values, attacks: 0, bonaFide: 0, volume: 0, inScope: false };
  const put = (cell: MatrixCell): void => {
    cells.set(JSON.stringify(cell.values), cell);
  };
  for (const { values, volume: cases } of volume === null ? [] : await volumesOf(volume, coverage, ask)) {
    const cell = at(values);
    put({ ...cell, volume: cell.volume + cases, inScope: true });
  }
  for (const { values: written, volume: cases = 0, in_scope: inScope = true } of coverage.cells ?? []) {
    const values = columns.map((_, index) => String(written[index]));
    put({ ...at(values), volume: cases, inScope });
  }
  for (const { values, attacks, bonaFide } of await testedIn(evaluation, source, columns, ask)) {
    const cell = at(values);
    put({ ...cell, attacks: cell.attacks + attacks, bonaFide: cell.bonaFide + bonaFide });
  }
  if (cells.size > mostGroups) throw tooManyCells(cells.size, columns, source);
  return [...cells.values()]
    .map((cell) => ({ ...cell, inScope: cell.inScope && isListed(cell, columns, evaluation) }))
    .sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
}

function keyOf({ values }: MatrixCell): string {
  return JSON.stringify(values);
}

/** False where the plan names what is in scope of a column, and the value is not among it. */
function isListed(
  { values }: MatrixCell,
  columns: readonly string[],
  { in_scope = {} }: EvaluationPlan,
): boolean {
  return columns.every((column, index) => {
    const listed = in_scope[column];
    return listed === undefined || listed.some((value) => isValue(values[index] ?? "", String(value)));
  });
}

function keysOf(columns: readonly string[]): Record<string, Key> {
  return Object.fromEntries(
    columns.map((column, index): [string, Key] => [`cell${index}`, { key: "text", column }]),
  );
}

function valuesReader(group: GroupAnswer, columns: readonly string[]): (row: number) => (string | null)[] {
  const readers = columns.map((_, index) => textReader(group, `cell${index}`));
  return (row) => readers.map((read) => read(row));
}

async function volumesOf(source: EvidenceSource, { columns, volume_column }: Coverage, ask: Ask) {
  const name = volume_column ?? "volume";
  const texts = columns.map((column): ColumnUse => ({ name: column, as: "text", range: null }));
  const { groups } = await ask({
    source,
    columns: [...texts, { name, as: "number", range: [0, Number.MAX_SAFE_INTEGER] }],
    groups: [{ keys: { ...keysOf(columns), volume: { key: "number", column: name } } }],
  });
  const [group] = groups;
  if (group === undefined) throw new Error("An engine left a group unanswered");
  const valuesOf = valuesReader(group, columns);
  const volumes = numbersOf(group, "volume");
  return Array.from(group.n, (n, row) => {
    const each = volumes?.[row] ?? 0;
    return { values: valuesOf(row), volume: Number.isNaN(each) ? 0 : each * n };
  });
}

async function testedIn(
  evaluation: EvaluationPlan,
  source: EvidenceSource,
  columns: readonly string[],
  ask: Ask,
) {
  const names = [
    evaluation.label,
    evaluation.species,
    evaluation.attack_class,
    evaluation.no_response?.column,
    ...columns,
  ];
  const texts = [...new Set(names)].flatMap((name): ColumnUse[] =>
    name === undefined ? [] : [{ name, as: "text", range: null }],
  );
  const { groups } = await ask({
    source,
    columns: texts,
    groups: [{ keys: { ...truthKeys(evaluation), ...keysOf(columns) } }],
  });
  const [group] = groups;
  if (group === undefined) throw new Error("An engine left a group unanswered");
  const truthOf = truthReader(group, evaluation, source);
  const valuesOf = valuesReader(group, columns);
  return Array.from(group.n, (n, row) => {
    const truth = truthOf(row);
    const counts = truth?.responded === true ? n : 0;
    return {
      values: valuesOf(row),
      attacks: truth?.attack === null ? 0 : counts,
      bonaFide: truth?.attack === null ? counts : 0,
    };
  });
}

function tooManyCells(found: number, columns: readonly string[], source: EvidenceSource): UserError {
  return new UserError("limit", {
    code: "E-GROUPS",
    severity: "error",
    place: placeOf(source),
    text: `Unexpected ${found} cells of ${columns.join(" x ")}, expected at most ${mostGroups}.`,
    hint: "Take a column out of `coverage.columns`.",
  });
}
