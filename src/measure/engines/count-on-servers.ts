import { mergeGroups } from "../query/merge-groups.js";
import type { ColumnUse, CountAnswer, CountQuery, GroupAnswer, GroupQuery } from "../query/count-query.js";
import { askGroup, faultKey } from "./ask-group.js";
import { changedTable, checkColumns, checkFaults, statusesOf } from "./check-table.js";
import { digestOfGroups } from "./digest-of-groups.js";
import type { TableServer } from "./table-server.js";
import { joinSums } from "./whole-sums.js";

/**
 * Counts the groups of a query where the rows are: one plain GROUP BY per group, on every shard at the same
 * time, added here. Never GROUPING SETS (PostgreSQL sorts the table for each), never a subquery (a ClickHouse
 * Distributed table would ship its rows).
 *
 * @param servers - the shards of the table, at least one, with the same columns each
 */
export async function countOnServers(
  query: CountQuery,
  servers: readonly TableServer[],
): Promise<CountAnswer> {
  for (const server of servers) checkColumns(query, server);
  let clean: ReadonlySet<ColumnUse> = new Set();
  const ask = async (group: GroupQuery, faults: readonly ColumnUse[]): Promise<Counted> => {
    const parts = await Promise.all(
      servers.map((server) => askGroup({ query, group, faults, clean }, server)),
    );
    return {
      answer: mergeGroups(parts.map(({ answer }) => answer)),
      queries: parts.slice(0, 1).map(({ sql }) => sql),
    };
  };
  const host = hostOf(query.groups);
  const checked = query.columns.filter(({ as }) => as !== "text");
  const hosted = await ask(host, checked);
  checkFaults(query, checked, hosted.answer);
  clean = new Set(checked.filter((use) => statusesOf(use, hosted.answer).every((status) => status < 2)));
  const rows = total(hosted.answer);
  const countGroup = async (group: GroupQuery): Promise<Counted> => {
    if (group === host) return { answer: mergeGroups([withoutFaults(hosted.answer, checked)]), queries: [] };
    const counted =
      group.distinct !== undefined && servers.length > 1
        ? await countDistinct(group, ask)
        : await ask(group, []);
    if (total(counted.answer) !== rows) throw changedTable(query, rows, total(counted.answer));
    return counted;
  };
  const counted = await inLanes(query.groups, countGroup);
  const groups = counted.map(({ answer }, index) =>
    joinSums(answer, Object.keys(query.groups[index]?.sums ?? {})),
  );
  const queries = [hosted, ...counted].flatMap((one) => one.queries);
  return {
    rows,
    groups,
    asked: { version: servers[0]?.version ?? "", queries, digest: digestOfGroups(groups) },
  };
}

interface Counted {
  readonly answer: GroupAnswer;
  /** What the first shard was asked for it. */
  readonly queries: readonly string[];
}

/** Statements a server works on at a time: while one comes home, the next is counted. */
const lanes = 2;

/** Runs a task for each item, a few at a time; @returns the answers in the order of the items */
async function inLanes<Item, Answer>(
  items: readonly Item[],
  task: (item: Item) => Promise<Answer>,
): Promise<Answer[]> {
  const answers = new Map<number, Answer>();
  const waiting = items.entries();
  const lane = async (): Promise<void> => {
    for (const [index, item] of waiting) answers.set(index, await task(item));
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return items.flatMap((_, index) => (answers.has(index) ? [answers.get(index) as Answer] : []));
}

/** The group that also carries how the cells of number columns read: the one with the fewest keys. */
function hostOf(groups: readonly GroupQuery[]): GroupQuery {
  const plain = groups.filter(({ distinct }) => distinct === undefined);
  const sizeOf = ({ keys }: GroupQuery): number =>
    Object.values(keys).reduce((sum, { key }) => sum + (key === "number" || key === "bin" ? 100 : 1), 0);
  return [...plain].sort((a, b) => sizeOf(a) - sizeOf(b))[0] ?? { keys: {} };
}

/** What is distinct on two shards may be the same on both, so the values themselves come home. */
async function countDistinct(
  group: GroupQuery,
  ask: (group: GroupQuery, faults: readonly ColumnUse[]) => Promise<Counted>,
): Promise<Counted> {
  const { distinct = {}, ...plain } = group;
  const { answer, queries } = await ask(plain, []);
  const asked = [...queries];
  const sizes: Record<string, number> = {};
  for (const [name, column] of Object.entries(distinct)) {
    const values = await ask({ keys: { value: { key: "text", column } } }, []);
    asked.push(...values.queries);
    const { value } = values.answer.keys;
    sizes[name] = value?.kind === "text" ? value.values.length : 0;
  }
  return { answer: { ...answer, distinct: sizes }, queries: asked };
}

function withoutFaults(answer: GroupAnswer, checked: readonly ColumnUse[]): GroupAnswer {
  const names = new Set(checked.map(({ name, as }) => faultKey(name, as)));
  return {
    ...answer,
    keys: Object.fromEntries(Object.entries(answer.keys).filter(([name]) => !names.has(name))),
  };
}

function total({ n }: GroupAnswer): number {
  return n.reduce((sum, count) => sum + count, 0);
}
