import type { SliceShare } from "../../../model/binary-details.js";
import { sliceId } from "../../../model/slice-id.js";
import type { Ask, GroupAnswer, Key } from "../../query/count-query.js";
import { isValue } from "../is-value.js";
import { sliceColumns, sliceValues, type SliceColumn } from "../slice-columns.js";
import { isDecided, outcomeColumns, outcomeKeys, textReader, type BinaryQuestion } from "./decided-groups.js";

/**
 * How often a person decided otherwise than the model, over all cases and per slice value; empty without a column that
 * says what was decided in the end. The outcome does not matter here, so cases without a label count too.
 */
export async function countFinalDecisions(question: BinaryQuestion, ask: Ask): Promise<SliceShare[]> {
  const { evaluation, source } = question;
  const { final } = evaluation;
  if (final === undefined || !isDecided(question)) return [];
  const slices = sliceColumns(evaluation);
  const keys: Record<string, Key> = {
    final: { key: "text", column: final },
    decided: outcomeKeys(question).decided,
  };
  const { groups } = await ask({
    source,
    columns: outcomeColumns(question, [
      { name: final, as: "text", range: null },
      ...slices.map(({ use }) => use),
    ]),
    groups: [{ keys }, ...slices.map(({ key }) => ({ keys: { ...keys, slice: key } }))],
  });
  const [all, ...own] = groups;
  if (all === undefined) return [];
  return [
    ...sharesOf(question, all, null),
    ...slices.flatMap((slice, index) => {
      const answer = own[index];
      return answer === undefined ? [] : sharesOf(question, answer, slice);
    }),
  ];
}

function sharesOf(
  { evaluation, source }: BinaryQuestion,
  answer: GroupAnswer,
  slice: SliceColumn | null,
): SliceShare[] {
  const positive = String(evaluation.positive);
  const [final, decided] = [textReader(answer.keys.final), textReader(answer.keys.decided)];
  const isNumber = answer.keys.decided?.kind === "number";
  const rows = Array.from(answer.n.keys()).filter((row) => final(row) !== null && decided(row) !== null);
  const { values, group } =
    slice === null
      ? { values: [null], group: new Int32Array(rows.length) }
      : sliceValues(slice, answer.keys.slice, rows, source);
  const shares = values.map((value) => ({
    slice: slice === null ? "all" : sliceId(slice.column, value),
    x: 0,
    n: 0,
  }));
  rows.forEach((row, index) => {
    const share = shares[group[index] ?? 0];
    if (share === undefined) return;
    const flagged = isNumber ? decided(row) === "1" : isValue(decided(row) ?? "", positive);
    share.n += answer.n[row] ?? 0;
    if (flagged !== isValue(final(row) ?? "", positive)) share.x += answer.n[row] ?? 0;
  });
  return shares;
}
