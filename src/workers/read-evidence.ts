import { fork, type ChildProcess } from "node:child_process";
import process from "node:process";

import { UserError } from "../errors.js";
import { serverAccess } from "../measure/engines/server-access.js";
import { placeOf } from "../measure/place-of.js";
import type { Ask } from "../measure/query/count-query.js";
import type { TableProfile } from "../measure/query/table-profile.js";
import { isFile, type EvidenceFile } from "../model/project.js";
import { packageFile } from "../package-file.js";
import type { EvidenceAnswer, EvidenceQuestion } from "./evidence-reader.js";

const timeLimitMs = 10 * 60_000;
/** A server keeps its own time per query; a question may hold many of them. */
const longQueries = 10;

/** Reads the evidence of one project in a child process, with limits on time and memory. */
export interface EvidenceReader {
  /** Counts groups of rows. */
  readonly count: Ask;
  /** Says what the columns of a file look like. */
  readonly profile: (file: EvidenceFile) => Promise<TableProfile>;
  /**
   * Ends its processes when the project is done. With `keep`, one that has read nothing but text stays for the next
   * project: a crafted Parquet file could spoil the memory of its process, and a server's address is a secret, so
   * such a process never meets another project's evidence.
   */
  readonly release: (options?: { readonly keep: boolean }) => void;
}

/** A reader for one project. Its process starts with the first question, unless one is waiting. */
export function takeReader(): EvidenceReader {
  const own: Reading[] = [];
  const asking = async (question: EvidenceQuestion, file: string, limitMs: number) => {
    const reading = own.pop() ?? waiting.pop() ?? { child: start(), textOnly: true };
    reading.textOnly &&= isText(question);
    const answer = await ask(reading.child, question, file, limitMs);
    rest(reading, own);
    return answerOf(answer);
  };
  return {
    count: async (query) => {
      const { file } = placeOf(query.source);
      const access = isFile(query.source) ? null : serverAccess(query.source, process.env);
      const limitMs = access === null ? timeLimitMs : access.seconds * longQueries * 1_000;
      const { counts } = await asking({ count: query, access }, file, limitMs);
      if (counts === undefined) throw crashError(file, "no answer");
      return counts;
    },
    profile: async (file) => {
      const { profile } = await asking({ profile: file }, file.path, timeLimitMs);
      if (profile === undefined) throw crashError(file.path, "no answer");
      return profile;
    },
    release: ({ keep } = { keep: false }) => {
      for (const reading of own.splice(0)) {
        if (keep && reading.textOnly && waiting.length < mostWaiting) rest(reading, waiting);
        else reading.child.disconnect();
      }
    },
  };
}

/** A child process between two questions, or at work on one. */
interface Reading {
  readonly child: ChildProcess;
  /** Whether it has read nothing but text so far. */
  textOnly: boolean;
}

/** Processes that belong to no project. */
const waiting: Reading[] = [];
const mostWaiting = 4;

/** Starts a process before there is a question, so that it is ready by then. One that gets none ends with us. */
export function startReader(): void {
  if (waiting.length === 0) rest({ child: start(), textOnly: true }, waiting);
}

/** Puts a process where the next question finds it. It holds nobody up, and leaves when it ends. */
function rest(reading: Reading, place: Reading[]): void {
  const { child } = reading;
  child.removeAllListeners("message").removeAllListeners("error").removeAllListeners("close");
  place.push(reading);
  child.unref();
  child.channel?.unref();
  child.once("close", () => {
    const at = place.indexOf(reading);
    if (at >= 0) place.splice(at, 1);
  });
}

function isText(question: EvidenceQuestion): boolean {
  const source = "count" in question ? question.count.source : question.profile;
  return isFile(source) && source.format === "csv";
}

function start(): ChildProcess {
  return fork(packageFile("dist/evidence-reader.js"), [], {
    serialization: "advanced",
    stdio: ["ignore", "ignore", "ignore", "ipc"],
    env: { TZ: "UTC" },
    execArgv: [],
  });
}

async function ask(
  child: ChildProcess,
  question: EvidenceQuestion,
  path: string,
  limitMs: number,
): Promise<EvidenceAnswer> {
  child.ref();
  child.channel?.ref();
  return new Promise<EvidenceAnswer>((resolve, reject) => {
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
}

function answerOf(answer: EvidenceAnswer): EvidenceAnswer {
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
