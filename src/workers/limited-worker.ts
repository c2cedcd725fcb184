import { Worker } from "node:worker_threads";

import { UserError } from "../errors.js";
import { packageFile } from "../package-file.js";

export interface WorkerLimits {
  /** Longest time for one answer, in seconds: so long that on any machine it is a hang, not work. */
  readonly seconds: number;
  /** Most memory of the thread, in MB. */
  readonly megabytes: number;
}

/** What a thread answers: something, or why there is nothing. */
export type WorkerAnswer<Answer> = Answer | { readonly error: string };

/** A thread that answers one question after the other, within limits. */
export interface LimitedWorker<Question, Answer> {
  /** Starts the thread before there is a question, so that it is ready by then. */
  readonly start: () => void;
  /**
   * A thread that is too large or gone is an answer, and the next gets a fresh one.
   *
   * @param what - named when the thread hangs
   * @throws UserError when it is too slow. What a document holds must not depend on how busy a machine is, so nothing
   *   is made without the answer
   */
  readonly ask: (question: Question, what: string) => Promise<WorkerAnswer<Answer>>;
  readonly close: () => void;
}

/** @param file - program of the thread, in `dist/` */
export function createWorker<Question, Answer>(
  file: string,
  limits: WorkerLimits,
): LimitedWorker<Question, Answer> {
  let thread: Worker | null = null;
  let last: Promise<unknown> = Promise.resolve();
  let waiting = 0;
  const start = (): Worker => {
    thread ??= new Worker(packageFile(file), {
      resourceLimits: { maxOldGenerationSizeMb: limits.megabytes },
      env: {},
    });
    thread.unref(); // A thread without a question holds nobody up.
    return thread;
  };
  const close = (): void => {
    void thread?.terminate();
    thread = null;
  };
  const askNow = async (question: Question, what: string): Promise<WorkerAnswer<Answer>> => {
    const answer = await askOnce<Answer>(start(), question, limits);
    if (answer === "hangs" || "gone" in answer) close();
    if (answer === "hangs") throw hangError(what, limits.seconds);
    return "gone" in answer ? { error: answer.gone } : answer.heard;
  };
  return {
    start: () => void start(),
    ask: (question, what) => {
      // An idle thread is asked at once: a promise would wait until this thread has nothing else to do.
      const answer = waiting === 0 ? askNow(question, what) : last.then(() => askNow(question, what));
      waiting += 1;
      // Whoever asks next waits for the end of this one, not for its success.
      const end = (): void => {
        waiting -= 1;
      };
      last = answer.then(end, end);
      return answer;
    },
    close,
  };
}

function hangError(what: string, seconds: number): UserError {
  return new UserError("limit", {
    code: "E-LIMIT",
    severity: "error",
    place: { file: what },
    text: `Reading took longer than ${seconds} seconds.`,
    hint: "Make it simpler or shorter, or run again when the machine is less busy.",
  });
}

/** An answer, why there will be none, or that the thread hangs. */
type Heard<Answer> = { readonly heard: WorkerAnswer<Answer> } | { readonly gone: string } | "hangs";

async function askOnce<Answer>(
  thread: Worker,
  question: unknown,
  { seconds, megabytes }: WorkerLimits,
): Promise<Heard<Answer>> {
  return new Promise((resolve) => {
    const settle = (heard: Heard<Answer>): void => {
      clearTimeout(timer);
      thread.off("message", hear).off("error", fail).off("exit", stop);
      thread.unref();
      resolve(heard);
    };
    const hear = (answer: WorkerAnswer<Answer>): void => settle({ heard: answer });
    const fail = (cause: Error): void => {
      // Node names the limit in the error's code, not in its words.
      const memory = "code" in cause && cause.code === "ERR_WORKER_OUT_OF_MEMORY";
      settle({ gone: memory ? `it needed more than ${megabytes} MB` : cause.message });
    };
    const stop = (): void => settle({ gone: "its reader stopped" });
    const timer = setTimeout(() => settle("hangs"), seconds * 1_000);
    thread.ref();
    thread.on("message", hear).on("error", fail).on("exit", stop);
    thread.postMessage(question);
  });
}
