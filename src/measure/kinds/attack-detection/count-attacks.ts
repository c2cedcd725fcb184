import { UserError } from "../../../errors.js";
import type { EvaluationPlan } from "../../../model/plan.js";
import type { EvidenceSource } from "../../../model/project.js";
import { placeOf } from "../../place-of.js";
import { printable } from "../../printable.js";
import type { Ask, ColumnUse, GroupAnswer, GroupQuery, Key } from "../../query/count-query.js";
import { numbersOf, textReader } from "../../query/read-keys.js";
import { mostRowsOf } from "../binary/count-binary.js";
import { isValue } from "../is-value.js";
import { sliceColumns, sliceValues, type SliceColumn } from "../slice-columns.js";
import type { AttackCount } from "./attack-count.js";
import type { AttackScores } from "./attack-points.js";
import { truthKeys, truthReader } from "./attack-truth.js";

/** Above this many rows scores are counted in bins. */
const exactRows = 1_000_000;
const fineBins = 2 ** 20;

/** Presentations of one value of a slice column. */
export interface AttackSlice {
  readonly column: string;
  readonly value: string | null;
  readonly counts: readonly AttackCount[];
}

export interface AttackCounts {
  readonly rows: number;
  readonly labelBlank: number;
  /** Presentations with an answer and without a usable score or decision. */
  readonly scoreBlank: number;
  readonly scoreNotFinite: number;
  readonly all: readonly AttackCount[];
  readonly slices: readonly AttackSlice[];
  /** Null without a score column. */
  readonly scores: AttackScores | null;
}

/** What is counted, and from which score on a presentation is flagged. */
export interface AttackSource {
  readonly evaluation: EvaluationPlan;
  readonly source: EvidenceSource;
  readonly threshold: number | null;
}

/**
 * Asks for the presentations of an attack evaluation, by what was presented and what became of it.
 *
 * @throws UserError when nothing is usable, when the bona fide value never occurs, for a way of attack that is not
 *         known, and whatever the engine refuses
 */
export async function countAttacks(question: AttackSource, ask: Ask): Promise<AttackCounts> {
  const { evaluation, source } = question;
  const slices = sliceColumns(evaluation);
  const isLarge = evaluation.score !== undefined && (await mostRowsOf(source, ask)) > exactRows;
  const scores = scoreGroup(evaluation, isLarge);
  const { rows, groups } = await ask({
    source,
    columns: columnsOf(evaluation, slices),
    groups: [groupQuery(question, null), ...slices.map((slice) => groupQuery(question, slice)), ...scores],
  });
  const [first, ...others] = groups;
  if (first === undefined) throw new Error("An engine left a group unanswered");
  const read = readGroup(first, question);
  const all = read.flatMap(({ count }) => count ?? []);
  checkCounts(all, rows, question);
  const sum = (keep: (row: ReadRow) => boolean): number =>
    read.reduce((total, row) => total + (keep(row) ? row.n : 0), 0);
  const scored = others[slices.length];
  return {
    rows,
    labelBlank: sum(({ count }) => count === null),
    scoreBlank: sum(({ count, missing }) => count?.responded === true && missing === 1),
    scoreNotFinite: sum(({ count, missing }) => count?.responded === true && missing === 2),
    all,
    slices: slices.flatMap((slice, index) => slicesOf(slice, others[index], question)),
    scores: scored === undefined ? null : scoresOf(scored, question, isLarge),
  };
}

function columnsOf(evaluation: EvaluationPlan, slices: readonly SliceColumn[]): ColumnUse[] {
  const { label, species, attack_class, no_response, accepted, outcome, prediction, score } = evaluation;
  const texts = [
    label,
    species,
    attack_class,
    no_response?.column,
    accepted?.column,
    outcome?.column,
    prediction,
  ];
  const all: ColumnUse[] = [
    ...texts.flatMap((name): ColumnUse[] => (name === undefined ? [] : [{ name, as: "text", range: null }])),
    ...(score === undefined
      ? []
      : [{ name: score, as: "number", range: evaluation.score_range ?? [0, 1] } as const]),
    ...slices.map(({ use }) => use),
  ];
  return all.filter(
    (use, index) => all.findIndex(({ name, as }) => name === use.name && as === use.as) === index,
  );
}

function groupQuery({ evaluation, threshold }: AttackSource, slice: SliceColumn | null): GroupQuery {
  const { score, prediction, flag, accepted, outcome } = evaluation;
  const text = (name: string, column: string | undefined): Record<string, Key> =>
    column === undefined ? {} : { [name]: { key: "text", column } };
  const scored: Record<string, Key> = score === undefined ? {} : { status: { key: "status", column: score } };
  if (score !== undefined && threshold !== null)
    scored.flagged = { key: "flagged", column: score, threshold, flag };
  return {
    keys: {
      ...(slice === null ? {} : { slice: slice.key }),
      ...truthKeys(evaluation),
      ...scored,
      ...text("prediction", score === undefined ? prediction : undefined),
      ...text("accepted", accepted?.column),
      ...text("outcome", outcome?.column),
    },
  };
}

function scoreGroup(evaluation: EvaluationPlan, isLarge: boolean): GroupQuery[] {
  const { score: column } = evaluation;
  if (column === undefined) return [];
  const [low, high] = evaluation.score_range ?? [0, 1];
  const score: Key = isLarge ? { key: "bin", column, low, high, bins: fineBins } : { key: "number", column };
  return [{ keys: { ...truthKeys(evaluation), score } }];
}

interface ReadRow {
  /** Null without a label. */
  readonly count: AttackCount | null;
  /** As the status key: 0 usable, 1 blank, 2 not finite. */
  readonly missing: number;
  readonly n: number;
}

function readGroup(group: GroupAnswer, { evaluation, source }: AttackSource): ReadRow[] {
  const { flagged: flaggedValue, accepted } = evaluation;
  const truthOf = truthReader(group, evaluation, source);
  const predictionOf = textReader(group, "prediction");
  const acceptedOf = textReader(group, "accepted");
  const outcomeOf = textReader(group, "outcome");
  const [status, flagged] = [numbersOf(group, "status"), numbersOf(group, "flagged")];
  const decide = (row: number): Pick<ReadRow, "missing"> & Pick<AttackCount, "flagged"> => {
    if (status !== null) {
      const missing = status[row] ?? 1;
      return { missing, flagged: missing > 0 || flagged === null ? null : flagged[row] === 1 };
    }
    const prediction = predictionOf(row);
    if (prediction === null) return { missing: 1, flagged: null };
    return { missing: 0, flagged: isValue(prediction, String(flaggedValue)) };
  };
  return Array.from(group.n, (n, row): ReadRow => {
    const truth = truthOf(row);
    const { missing, flagged: isFlagged } = decide(row);
    if (truth === null) return { count: null, missing, n };
    const wasAccepted =
      accepted === undefined ? null : isValue(acceptedOf(row) ?? "", String(accepted.value));
    const outcome = outcomeNamed(outcomeOf(row), evaluation.outcome);
    return { count: { ...truth, flagged: isFlagged, accepted: wasAccepted, outcome, n }, missing, n };
  });
}

function outcomeNamed(text: string | null, outcome: EvaluationPlan["outcome"]): AttackCount["outcome"] {
  if (outcome === undefined) return null;
  if (text !== null && isValue(text, String(outcome.straight_through))) return "straight-through";
  return text !== null && outcome.review !== undefined && isValue(text, String(outcome.review))
    ? "review"
    : "other";
}

function checkCounts(all: readonly AttackCount[], rows: number, { evaluation, source }: AttackSource): void {
  const { label = "", bona_fide } = evaluation;
  const place = placeOf(source);
  if (all.length === 0) {
    const text = `No row has a label: ${rows} rows, all of them blank in column "${label}".`;
    throw new UserError("input", { code: "E-NO-ROWS", severity: "error", place, text });
  }
  if (bona_fide === undefined || all.some(({ attack }) => attack === null)) return;
  // Taken for attacks, bona fide presentations would count as slips of a species of their own.
  const species = [...new Set(all.map(({ attack }) => `"${printable(attack?.species ?? "")}"`))];
  throw new UserError("input", {
    code: "E-LABEL",
    severity: "error",
    place,
    text: `The bona fide value "${String(bona_fide)}" never occurs in column "${label}", which has ${species.slice(0, 6).join(", ")}.`,
    hint: "Set `bona_fide` to the value that means bona fide; leave it out where only attacks were presented.",
  });
}

function slicesOf(slice: SliceColumn, group: GroupAnswer | undefined, question: AttackSource): AttackSlice[] {
  if (group === undefined) return [];
  const labelled = readGroup(group, question).flatMap(({ count }, row) =>
    count === null ? [] : [{ count, row }],
  );
  const rows = labelled.map(({ row }) => row);
  const { values, group: places } = sliceValues(slice, group.keys.slice, rows, question.source);
  const byValue = values.map((value) => ({ column: slice.column, value, counts: [] as AttackCount[] }));
  labelled.forEach(({ count }, index) => byValue[places[index] ?? -1]?.counts.push(count));
  return byValue;
}

/** Scores of the presentation attacks that got one, per species; in a document check, of every type. */
function scoresOf(group: GroupAnswer, { evaluation, source }: AttackSource, isLarge: boolean): AttackScores {
  const [low, high] = evaluation.score_range ?? [0, 1];
  const numbers = numbersOf(group, "score");
  const truthOf = truthReader(group, evaluation, source);
  const bonaFide = new Map<number, number>();
  const attacks = new Map<string, Map<number, number>>();
  group.n.forEach((n, row) => {
    const number = numbers?.[row] ?? Number.NaN;
    const truth = truthOf(row);
    if (!Number.isFinite(number) || truth?.responded !== true) return;
    const { attack } = truth;
    if (attack?.class === "injection" && evaluation.check !== "document") return;
    const species = attack?.species ?? "(missing)";
    const own = attack === null ? bonaFide : (attacks.get(species) ?? new Map<number, number>());
    if (attack !== null) attacks.set(species, own);
    const score = isLarge ? low + (number * (high - low)) / fineBins : number;
    own.set(score, (own.get(score) ?? 0) + n);
  });
  const rising = (counts: ReadonlyMap<number, number>): [number, number][] =>
    [...counts].sort(([a], [b]) => a - b);
  return {
    attacks: [...attacks].map(([species, counts]) => ({
      species,
      scores: rising(counts).map(([score, positives]) => ({ score, positives, negatives: 0 })),
    })),
    bonaFide: rising(bonaFide).map(([score, negatives]) => ({ score, positives: 0, negatives })),
  };
}
