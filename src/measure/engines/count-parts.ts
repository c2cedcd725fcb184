import { isFile, type EvidenceFile } from "../../model/project.js";
import { mergeGroups } from "../query/merge-groups.js";
import type { CountAnswer, CountQuery, GroupAnswer, GroupQuery } from "../query/count-query.js";

/** Counts a query over files of a pattern: each by itself, the answers added. One file is counted as it is. */
export async function countParts(
  query: CountQuery,
  count: (query: CountQuery) => Promise<CountAnswer>,
): Promise<CountAnswer> {
  const { source } = query;
  const parts = isFile(source) ? source.parts : undefined;
  if (parts === undefined) return count(query);
  // What is distinct in two files may be the same in both: distinct cells are groups of their own until they are added.
  const groups = query.groups.flatMap((group) => [group, ...distinctGroups(group)]);
  const answers: CountAnswer[] = [];
  for (const part of parts)
    answers.push(await count({ ...query, source: part satisfies EvidenceFile, groups }));
  const merged = groups.map((_, index) =>
    mergeGroups(answers.flatMap((answer) => answer.groups[index] ?? [])),
  );
  let next = 0;
  return {
    rows: answers.reduce((sum, { rows }) => sum + rows, 0),
    groups: query.groups.map((group): GroupAnswer => {
      const own = merged[next];
      if (own === undefined) throw new Error("An engine left a group unanswered");
      next += 1;
      const distinct = Object.fromEntries(
        Object.keys(group.distinct ?? {}).map((name) => {
          const cells = merged[next]?.keys.cell;
          next += 1;
          return [name, cells?.kind === "text" ? cells.values.length : 0];
        }),
      );
      return { ...own, distinct };
    }),
    asked: null,
  };
}

function distinctGroups({ distinct = {} }: GroupQuery): GroupQuery[] {
  return Object.values(distinct).map((column) => ({ keys: { cell: { key: "text", column } } }));
}
