import { Worker } from "node:worker_threads";

import { packageFile } from "../package-file.js";

export interface WorkerLimits {
  /** Longest time for one answer, in seconds. */
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
  /** Never rejects: a thread that is too slow, too large or gone is an answer, and the next gets a fresh one. */
  readonly ask: (question: Question) => Promise<WorkerAnswer<Answer>>;
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
  const askNow = async (question: Question): Promise<WorkerAnswer<Answer>> => {
    const { answer, alive } = await askOnce<Answer>(start(), question, limits);
    if (!alive) close();
    return answer;
  };
  return {
    start: () => void start(),
    ask: (question) => {
      // An idle thread is asked at once: a promise would wait until this thread has nothing else to do.
      const answer = waiting === 0 ? askNow(question) : last.then(() => askNow(question));
      waiting += 1;
      last = answer.finally(() => {
        waiting -= 1;
      });
      return answer;
    },
    close,
  };
}

async function askOnce<Answer>(
  thread: Worker,
  question: unknown,
  { seconds, megabytes }: WorkerLimits,
): Promise<{ readonly answer: WorkerAnswer<Answer>; readonly alive: boolean }> {
  return new Promise((resolve) => {
    const settle = (answer: WorkerAnswer<Answer>, alive: boolean): void => {
      clearTimeout(timer);
      thread.off("message", hear).off("error", fail).off("exit", stop);
      thread.unref();
      resolve({ answer, alive });
    };
    const hear = (answer: WorkerAnswer<Answer>): void => settle(answer, true);
    const fail = (cause: Error): void => {
      // Node names the limit in the error's code, not in its words.
      const memory = "code" in cause && cause.code === "ERR_WORKER_OUT_OF_MEMORY";
      settle({ error: memory ? `it needed more than ${megabytes} MB` : cause.message }, false);
    };
    const stop = (): void => settle({ error: "its reader stopped" }, false);
    const timer = setTimeout(
      () => settle({ error: `it took longer than ${seconds} seconds to read` }, false),
      seconds * 1_000,
    );
    thread.ref();
    thread.on("message", hear).on("error", fail).on("exit", stop);
    thread.postMessage(question);
  });
}
