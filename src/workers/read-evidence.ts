import { fork, type ChildProcess } from "node:child_process";
import process from "node:process";

import { UserError } from "../errors.js";
import { serverAccess } from "../measure/engines/server-access.js";
import { placeOf } from "../measure/place-of.js";
import type { CountAnswer, CountQuery } from "../measure/query/count-query.js";
import type { TableProfile } from "../measure/query/table-profile.js";
import { isFile, type EvidenceFile } from "../model/project.js";
import { packageFile } from "../package-file.js";
import type { EvidenceAnswer, EvidenceQuestion } from "./evidence-reader.js";

const timeLimitMs = 10 * 60_000;
/** A server keeps its own time per query; a question may hold many of them. */
const longQueries = 10;

/** Counts groups of rows in a child process, with limits on time and memory. */
export async function readEvidence(query: CountQuery): Promise<CountAnswer> {
  const { file } = placeOf(query.source);
  const access = isFile(query.source) ? null : serverAccess(query.source, process.env);
  const limitMs = access === null ? timeLimitMs : access.seconds * longQueries * 1_000;
  const { counts } = await ask({ count: query, access }, file, limitMs);
  if (counts === undefined) throw crashError(file, "no answer");
  return counts;
}

/** Says what the columns of a file look like, in a child process too. */
export async function profileEvidence(file: EvidenceFile): Promise<TableProfile> {
  const { profile } = await ask({ profile: file }, file.path, timeLimitMs);
  if (profile === undefined) throw crashError(file.path, "no answer");
  return profile;
}

let waiting: ChildProcess | null = null;

/** Starts a reader before there is a question, so that it is ready by then. One that gets none ends with us. */
export function startReader(): void {
  waiting ??= start();
  waiting.unref();
  waiting.channel?.unref();
}

/** Ends the reader that waits for the next question. */
export function releaseReader(): void {
  waiting?.disconnect();
  waiting = null;
}

/** Keeps a reader that has answered for the next question. */
function keep(child: ChildProcess): void {
  child.removeAllListeners("message").removeAllListeners("error").removeAllListeners("close");
  if (waiting !== null) {
    child.disconnect();
    return;
  }
  waiting = child;
  child.unref();
  child.channel?.unref();
  child.once("close", () => {
    if (waiting === child) waiting = null;
  });
}

function start(): ChildProcess {
  return fork(packageFile("dist/evidence-reader.js"), [], {
    serialization: "advanced",
    stdio: ["ignore", "ignore", "ignore", "ipc"],
    env: { TZ: "UTC" },
    execArgv: [],
  });
}

async function ask(question: EvidenceQuestion, path: string, limitMs: number): Promise<EvidenceAnswer> {
  const child = waiting ?? start();
  waiting = null;
  child.ref();
  child.channel?.ref();
  const answer = await new Promise<EvidenceAnswer>((resolve, reject) => {
    const timer = setTimeout(() => {
      child.kill("SIGKILL");
      reject(limitError(path, `Reading took over ${limitMs / 60_000} minutes.`));
    }, limitMs);
    child.once("message", (reply: EvidenceAnswer) => {
      clearTimeout(timer);
      resolve(reply);
    });
    child.once("error", reject);
    // Not "exit": its news may overtake the answer, which comes through a pipe.
    child.once("close", (code: number | null, signal: string | null) => {
      clearTimeout(timer);
      reject(
        code === 5
          ? limitError(path, "Reading needed more memory than 4 GiB.")
          : crashError(path, signal ?? `exit code ${code ?? "unknown"}`),
      );
    });
    // A reader that died while it waited is told by its close; the failed write adds nothing.
    child.send(question, () => undefined);
  });
  keep(child);
  if (answer.failed === undefined) return answer;
  if (answer.failed.failure === "internal")
    throw new Error(answer.failed.messages[0]?.text ?? "evidence reader");
  throw new UserError(answer.failed.failure, answer.failed.messages);
}

function limitError(path: string, text: string): UserError {
  return new UserError("limit", { code: "E-LIMIT", severity: "error", place: { file: path }, text });
}

function crashError(path: string, how: string): UserError {
  return new UserError("input", {
    code: "E-READER-CRASH",
    severity: "error",
    place: { file: path },
    text: `The reader stopped while reading this file (${how}).`,
    hint: "The file may be damaged; write it again.",
  });
}
