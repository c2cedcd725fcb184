import { scoringRates } from "../../../../stats/scoring-rates.js";
import type { EvaluationInput } from "../../../evaluation-input.js";
import { numbersOf } from "../../../query/read-keys.js";

/** Median score of everyone assessed, outcome known or not; null where nobody has a score. */
export async function medianScore({ evaluation, source, ask }: EvaluationInput): Promise<number | null> {
  const { score } = evaluation;
  if (source === null || score === undefined) return null;
  const { groups } = await ask({
    source,
    columns: [{ name: score, as: "number", range: evaluation.score_range ?? [0, 1] }],
    groups: [{ keys: { score: { key: "number", column: score } } }],
  });
  const [answer] = groups;
  const scores = answer === undefined ? null : numbersOf(answer, "score");
  const counted = Array.from(scores ?? [], (value, row) => ({ score: value, count: answer?.n[row] ?? 0 }));
  return scoringRates([{ group: "all", scores: counted.filter(({ score: value }) => !Number.isNaN(value)) }])
    .median;
}
