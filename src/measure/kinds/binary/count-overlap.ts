import type { Overlap } from "../../../model/binary-details.js";
import type { EvidenceSource } from "../../../model/project.js";
import type { Confusion } from "../../../stats/types.js";
import type { Ask, Key } from "../../query/count-query.js";
import {
  isDecided,
  outcomeColumns,
  outcomeKeys,
  outcomeReader,
  textReader,
  type BinaryQuestion,
} from "./decided-groups.js";

/**
 * Subjects of the test (row ids, where no subject is named) that the training rows hold too, and what was decided about
 * the others; null without training rows or a column to tell by.
 */
export async function countOverlap(
  question: BinaryQuestion,
  train: EvidenceSource | undefined,
  ask: Ask,
): Promise<Overlap | null> {
  const { evaluation, source } = question;
  const by = evaluation.subject === undefined ? "row_id" : "subject";
  const column = evaluation[by];
  if (train === undefined || column === undefined) return null;
  const id: Key = { key: "text", column };
  const use = { name: column, as: "text", range: null } as const;
  const [trained] = (await ask({ source: train, columns: [use], groups: [{ keys: { id } }] })).groups;
  const decided = isDecided(question);
  const keys = decided ? { id, ...outcomeKeys(question) } : { id };
  const columns = decided ? outcomeColumns(question, [use]) : [use];
  const [tested] = (await ask({ source, columns, groups: [{ keys }] })).groups;
  if (trained === undefined || tested === undefined) return null;
  const idOf = textReader(trained.keys.id);
  const known = new Set(Array.from(trained.n.keys()).map(idOf));
  const testedId = textReader(tested.keys.id);
  const outcome = outcomeReader(question, tested);
  const [seen, shared] = [new Set<string>(), new Set<string>()];
  const nothing = { tp: 0, fn: 0, fp: 0, tn: 0 };
  const [all, apart]: Record<keyof Confusion, number>[] = [{ ...nothing }, { ...nothing }];
  tested.n.forEach((n, row) => {
    const name = testedId(row);
    if (name !== null) seen.add(name);
    const isShared = name !== null && known.has(name);
    if (isShared) shared.add(name);
    const kind = decided ? outcome(row) : null;
    if (kind === null || all === undefined || apart === undefined) return;
    all[kind] += n;
    if (!isShared) apart[kind] += n;
  });
  return {
    by,
    shared: shared.size,
    of: seen.size,
    all: decided ? (all ?? null) : null,
    apart: decided ? (apart ?? null) : null,
  };
}
