import type { SliceShare } from "../../../model/binary-details.js";
import { sliceId } from "../../../model/slice-id.js";
import type { Ask, Key } from "../../query/count-query.js";
import { sliceColumns, sliceValues } from "../slice-columns.js";
import { outcomeColumns, textReader, type BinaryQuestion } from "./decided-groups.js";

/** Rows without a label, or without a score or decision, per value of each slice column. */
export async function countMissing(question: BinaryQuestion, ask: Ask): Promise<SliceShare[]> {
  const { evaluation, source } = question;
  const { label = "", score, prediction = "" } = evaluation;
  const slices = sliceColumns(evaluation);
  if (slices.length === 0) return [];
  const decided: Key =
    score === undefined ? { key: "blank", column: prediction } : { key: "status", column: score };
  const { groups } = await ask({
    source,
    columns: outcomeColumns(
      question,
      slices.map(({ use }) => use),
    ),
    groups: slices.map(({ key }) => ({
      keys: { slice: key, label: { key: "blank", column: label }, decided },
    })),
  });
  return slices.flatMap((slice, index) => {
    const answer = groups[index];
    if (answer === undefined) return [];
    const rows = Array.from(answer.n.keys());
    const { values, group } = sliceValues(slice, answer.keys.slice, rows, source);
    const shares = values.map((value) => ({ slice: sliceId(slice.column, value), x: 0, n: 0 }));
    const [noLabel, status] = [textReader(answer.keys.label), textReader(answer.keys.decided)];
    for (const row of rows) {
      const share = shares[group[row] ?? 0];
      if (share === undefined) continue;
      share.n += answer.n[row] ?? 0;
      if (noLabel(row) !== "0" || status(row) !== "0") share.x += answer.n[row] ?? 0;
    }
    return shares;
  });
}
