import type { CombinationCounts } from "../../../model/binary-details.js";
import type { Confusion } from "../../../stats/types.js";
import type { Ask, GroupAnswer } from "../../query/count-query.js";
import { sliceColumns, sliceValues, type SliceColumn } from "../slice-columns.js";
import {
  isDecided,
  outcomeColumns,
  outcomeKeys,
  outcomeReader,
  type BinaryQuestion,
} from "./decided-groups.js";

/** Fewest cases of a combination, and smallest share of all, that the search looks at. */
const leastCases = 30;
const leastShare = 0.01;

/**
 * Decided cases by two, and by three, slice columns at once, for the search for weak slices.
 *
 * One question per depth, for all pairs and then for all triples, since a file is read once per question. A triple is
 * only asked for where each of its pairs has a combination with enough cases.
 *
 * @param cases - all decided cases
 */
export async function countCombinations(
  question: BinaryQuestion,
  ask: Ask,
  cases: number,
): Promise<CombinationCounts[]> {
  const { evaluation } = question;
  const depth = evaluation.search_depth ?? 1;
  if (depth < 2 || !isDecided(question)) return [];
  const slices = sliceColumns(evaluation);
  const least = Math.max(leastCases, leastShare * cases);
  const pairs = await countAll(question, ask, choose(slices, 2), least);
  if (depth < 3) return pairs;
  const seen = new Set(pairs.map(({ columns }) => JSON.stringify(columns)));
  const triples = choose(slices, 3).filter((three) =>
    choose(three, 2).every((two) => seen.has(JSON.stringify(two.map(({ column }) => column)))),
  );
  return [...pairs, ...(await countAll(question, ask, triples, least))];
}

/** Every choice of so many, in the order of the list. */
function choose<Item>(items: readonly Item[], count: number): Item[][] {
  if (count === 0) return [[]];
  return items.flatMap((item, index) =>
    choose(items.slice(index + 1), count - 1).map((others) => [item, ...others]),
  );
}

async function countAll(
  question: BinaryQuestion,
  ask: Ask,
  combinations: readonly (readonly SliceColumn[])[],
  least: number,
): Promise<CombinationCounts[]> {
  if (combinations.length === 0) return [];
  const { source } = question;
  const { groups } = await ask({
    source,
    columns: outcomeColumns(
      question,
      combinations.flat().map(({ use }) => use),
    ),
    groups: combinations.map((own) => ({
      keys: {
        ...Object.fromEntries(own.map(({ key }, place) => [`slice${place.toString()}`, key])),
        ...outcomeKeys(question),
      },
    })),
  });
  return combinations.flatMap((own, index) => {
    const answer = groups[index];
    return answer === undefined ? [] : cellsOf(question, own, answer, least);
  });
}

/** The combinations with enough cases, and what was decided about them. */
function cellsOf(
  question: BinaryQuestion,
  slices: readonly SliceColumn[],
  answer: GroupAnswer,
  least: number,
): CombinationCounts[] {
  const outcome = outcomeReader(question, answer);
  const rows = Array.from(answer.n.keys()).filter((row) => outcome(row) !== null);
  const values = slices.map((slice, place) =>
    sliceValues(slice, answer.keys[`slice${place.toString()}`], rows, question.source),
  );
  const found = new Map<string, { places: number[]; counts: Record<keyof Confusion, number> }>();
  rows.forEach((row, index) => {
    const places = values.map(({ group }) => group[index] ?? 0);
    const name = places.join(",");
    const cell = found.get(name) ?? { places, counts: { tp: 0, fn: 0, fp: 0, tn: 0 } };
    found.set(name, cell);
    const kind = outcome(row);
    if (kind !== null) cell.counts[kind] += answer.n[row] ?? 0;
  });
  return [...found.values()]
    .filter(({ counts: { tp, fn, fp, tn } }) => tp + fn + fp + tn >= least)
    .map(({ places, counts }) => ({
      columns: slices.map(({ column }) => column),
      values: places.map((place, column) => values[column]?.values[place] ?? null),
      counts,
    }));
}
