import process from "node:process";

import { UserError } from "../errors.js";
import { countParts } from "../measure/engines/count-parts.js";
import { engines } from "../measure/engines/all.js";
import type { EngineFailure } from "../measure/engines/engine.js";
import type { Access } from "../measure/engines/server-access.js";
import { prepareSession } from "../measure/engines/duckdb-session.js";
import { profileTable } from "../measure/engines/duckdb-profile.js";
import type { CountAnswer, CountQuery } from "../measure/query/count-query.js";
import type { TableProfile } from "../measure/query/table-profile.js";
import { isFile, type EvidenceFile } from "../model/project.js";

/**
 * Child process that reads evidence, one question after the other. A file that crashes or starves the reader
 * takes this process down and nothing else; it holds no secret, for its environment is empty: the address of a
 * server comes with the question.
 */
export interface EvidenceAnswer {
  readonly counts?: CountAnswer;
  readonly profile?: TableProfile;
  readonly failed?: EngineFailure;
}

/** Count groups of rows, or say what the columns of a file look like. */
export type EvidenceQuestion =
  { readonly count: CountQuery; readonly access: Access | null } | { readonly profile: EvidenceFile };

prepareSession(); // The question comes later: the parent is still loading the plan.

const memoryLimitBytes = 4 * 2 ** 30;

process.on("message", (question: EvidenceQuestion) => {
  void answer(question).then((reply) => {
    process.send?.(reply);
    prepareSession(); // Another question may follow.
  });
});
process.on("disconnect", () => process.exit(1)); // The parent is gone: so is the reason to go on.

setInterval(() => {
  if (process.memoryUsage.rss() > memoryLimitBytes) process.exit(5);
}, 250).unref();

async function answer(question: EvidenceQuestion): Promise<EvidenceAnswer> {
  try {
    return "count" in question
      ? { counts: await count(question.count, question.access) }
      : { profile: await profileTable(question.profile) };
  } catch (cause) {
    if (cause instanceof UserError) return { failed: { failure: cause.failure, messages: cause.messages } };
    const text = cause instanceof Error ? (cause.stack ?? cause.message) : String(cause);
    return { failed: { failure: "internal", messages: [{ code: "E-INTERNAL", severity: "error", text }] } };
  }
}

async function count(query: CountQuery, access: Access | null): Promise<CountAnswer> {
  const id = isFile(query.source) ? "duckdb" : query.source.engine;
  const engine = engines.find((candidate) => candidate.id === id);
  if (engine === undefined) throw new Error(`There is no engine "${id}"`);
  return countParts(query, (part) => engine.count(part, access));
}
