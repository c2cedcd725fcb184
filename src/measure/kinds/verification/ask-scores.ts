import { UserError } from "../../../errors.js";
import type { EvaluationPlan, Plan } from "../../../model/plan.js";
import type { EvidenceSource } from "../../../model/project.js";
import { placeOf } from "../../place-of.js";
import type { Ask, ColumnUse, GroupAnswer, Key } from "../../query/count-query.js";
import { mostRowsOf } from "../binary/count-binary.js";
import { checkLabels } from "../binary/usable-rows.js";
import { numbersOf, textReader } from "../../query/read-keys.js";
import { isValue } from "../is-value.js";
import { scoresOf } from "./scores-of.js";
import type { VerificationCounts } from "./verification-counts.js";

export interface VerificationQuestion {
  readonly plan: Plan;
  readonly evaluation: EvaluationPlan;
  readonly source: EvidenceSource;
}

/** Above this many rows, scores are counted in bins instead of one by one. */
const exactRows = 1_000_000;
/** So fine that scores of six decimals stay apart. */
const fineBins = 2 ** 20;

type ScoreCounts = Pick<
  VerificationCounts,
  "rows" | "used" | "labelBlank" | "scoreBlank" | "scoreNotFinite" | "range" | "scores"
>;

/**
 * Asks for the scores of both sorts of comparison, and for the rows that do not count.
 *
 * @throws UserError for labels that are not two, and where no row has a label and a score
 */
export async function askScores(question: VerificationQuestion, ask: Ask): Promise<ScoreCounts> {
  const { evaluation, source } = question;
  const { label = "", score = "" } = evaluation;
  const columns = scoreColumns(evaluation);
  const scoreKey = await scoreKeyOf(question, ask);
  const { rows, groups } = await ask({
    source,
    columns,
    groups: [
      { keys: { label: { key: "text", column: label }, status: { key: "status", column: score } } },
      {
        keys: { score: scoreKey, label: { key: "text", column: label } },
        extremes: { score: { column: score } },
      },
    ],
  });
  const [facts, scored] = groups;
  if (facts === undefined || scored === undefined) throw new Error("An engine left a group unanswered");
  const left = rowsLeftOut(facts, question);
  if (left.used === 0) {
    throw new UserError("input", {
      code: "E-NO-ROWS",
      severity: "error",
      place: placeOf(source),
      text: `No row has both a label and a score: ${rows} rows, ${left.labelBlank} without a label.`,
    });
  }
  const scores = scoresOf(scored, genuineReader(scored, evaluation));
  const highest = scored.extremes.score?.high ?? new Float64Array(0);
  const range = [scores[0]?.score ?? 0, highest.reduce((a, b) => (b > a ? b : a), -Infinity)] as const;
  return { rows, ...left, range, scores };
}

/** The columns of both questions: label and score. */
export function scoreColumns({ label = "", score = "", score_range }: EvaluationPlan): ColumnUse[] {
  return [
    { name: label, as: "text", range: null },
    { name: score, as: "number", range: score_range ?? null },
  ];
}

/** Says whether a row is a genuine comparison; null for a row without a label. */
export function genuineReader(
  answer: GroupAnswer,
  { positive }: EvaluationPlan,
): (row: number) => boolean | null {
  const labelOf = textReader(answer, "label");
  return (row) => {
    const label = labelOf(row);
    return label === null ? null : isValue(label, String(positive));
  };
}

async function scoreKeyOf({ evaluation, source }: VerificationQuestion, ask: Ask): Promise<Key> {
  const { score = "", score_range } = evaluation;
  if ((await mostRowsOf(source, ask)) <= exactRows) return { key: "number", column: score };
  const [low, high] = score_range ?? (await extremesOf({ evaluation, source }, ask));
  if (!(high > low)) return { key: "number", column: score };
  return { key: "bin", column: score, low, high, bins: fineBins };
}

async function extremesOf(
  { evaluation, source }: Pick<VerificationQuestion, "evaluation" | "source">,
  ask: Ask,
): Promise<readonly [number, number]> {
  const { score = "" } = evaluation;
  const { groups } = await ask({
    source,
    columns: [{ name: score, as: "number", range: null }],
    groups: [{ keys: {}, extremes: { score: { column: score } } }],
  });
  const { low, high } = groups[0]?.extremes.score ?? { low: [0], high: [0] };
  return [low[0] ?? 0, high[0] ?? 0];
}

/** Rows that count and rows that do not, and why. */
function rowsLeftOut(facts: GroupAnswer, question: VerificationQuestion) {
  const left = { used: 0, labelBlank: 0, scoreBlank: 0, scoreNotFinite: 0 };
  const labelOf = textReader(facts, "label");
  const status = numbersOf(facts, "status");
  const sizes = new Map<string, number>();
  facts.n.forEach((n, row) => {
    const label = labelOf(row);
    if (label === null) {
      left.labelBlank += n;
      return;
    }
    sizes.set(label, (sizes.get(label) ?? 0) + n);
    if (status?.[row] === 0) left.used += n;
    if (status?.[row] === 1) left.scoreBlank += n;
    if (status?.[row] === 2) left.scoreNotFinite += n;
  });
  checkLabels(sizes, question);
  return left;
}
