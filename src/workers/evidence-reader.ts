import process from "node:process";

import { UserError } from "../errors.js";
import { duckdb } from "../measure/engines/duckdb.js";
import { prepareSession } from "../measure/engines/duckdb-session.js";
import { profileTable } from "../measure/engines/duckdb-profile.js";
import type { EvidenceCounts, EvidenceFailure, EvidenceJob, TableProfile } from "../measure/evidence-job.js";
import type { EvidenceFile } from "../model/project.js";

/**
 * Child process that reads one evidence file. A file that crashes or starves the reader takes this process
 * down and nothing else; it holds no secret, for its environment is empty.
 */
export interface EvidenceAnswer {
  readonly counts?: EvidenceCounts;
  readonly profile?: TableProfile;
  readonly failed?: EvidenceFailure;
}

/** Count a file for an evaluation, or say what its columns look like. */
export type EvidenceQuestion = { readonly count: EvidenceJob } | { readonly profile: EvidenceFile };

prepareSession(); // The question comes later: the parent is still loading the plan.

const memoryLimitBytes = 4 * 2 ** 30;

process.on("message", (question: EvidenceQuestion) => {
  void answer(question).then((reply) => {
    process.send?.(reply, () => process.exit(0));
  });
});
process.on("disconnect", () => process.exit(1)); // The parent is gone: so is the reason to go on.

setInterval(() => {
  if (process.memoryUsage.rss() > memoryLimitBytes) process.exit(5);
}, 250).unref();

async function answer(question: EvidenceQuestion): Promise<EvidenceAnswer> {
  try {
    return "count" in question
      ? { counts: await duckdb.count(question.count) }
      : { profile: await profileTable(question.profile) };
  } catch (cause) {
    if (cause instanceof UserError) return { failed: { failure: cause.failure, messages: cause.messages } };
    const text = cause instanceof Error ? (cause.stack ?? cause.message) : String(cause);
    return { failed: { failure: "internal", messages: [{ code: "E-INTERNAL", severity: "error", text }] } };
  }
}
