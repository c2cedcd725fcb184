import os from "node:os";
import process from "node:process";
import { Worker } from "node:worker_threads";

import { UserError } from "../errors.js";
import { makeTemporaryFolder, removeFolder } from "../export/chromium/temporary-folder.js";
import { packageFile } from "../package-file.js";
import type { ThreadAnswer, ThreadTask } from "./build-thread.js";
import { manyProjects } from "./many-projects.js";
import { prepareProject, type BuildOptions, type PreparedProject } from "./prepare-project.js";

/** Makes the documents of projects; what is made does not depend on where. */
export interface Preparing {
  /** Projects to ask for before the first is taken: while one waits for its evidence or its charts, another is made. */
  readonly atOnce: number;
  readonly prepare: (project: string | null) => Promise<PreparedProject>;
  readonly close: () => Promise<void>;
}

/** Each thread takes about 300 MB with its helpers, and more than four seldom have a processor each. */
const mostThreads = 4;
const atOncePerThread = 2;

/** A few projects are made in this thread, many in threads of their own, one per processor. */
export async function startPreparing(
  projects: number,
  options: BuildOptions,
  stage: (what: string) => void,
): Promise<Preparing> {
  const threads = Math.min(os.availableParallelism(), mostThreads);
  if (projects >= manyProjects && threads > 1) return startThreads(threads, options);
  const keep = projects > 1;
  return {
    atOnce: Math.min(projects, atOncePerThread),
    prepare: (project) => prepareProject(project, options, { stage, keep }),
    close: () => Promise.resolve(),
  };
}

async function startThreads(count: number, options: BuildOptions): Promise<Preparing> {
  // Their temporary folders lie in one of ours: a signal that ends the program removes it, and threads hear no signal.
  const folder = await makeTemporaryFolder(os.tmpdir(), "forthright-batch-");
  const env = { ...process.env, TMPDIR: folder, TEMP: folder, TMP: folder };
  const threads = Array.from({ length: count }, () => startThread(options, env));
  let turn = 0;
  return {
    atOnce: count * atOncePerThread,
    // In turn, not to the least busy: projects are finished in their order, so none may fall far behind.
    prepare: (project) => {
      const thread = threads[turn % count];
      turn += 1;
      return thread === undefined ? Promise.reject(new Error("no thread")) : thread.ask(project ?? "");
    },
    close: async () => {
      await Promise.all(threads.map(({ close }) => close()));
      await removeFolder(folder);
    },
  };
}

interface BuildThread {
  readonly ask: (project: string) => Promise<PreparedProject>;
  readonly close: () => Promise<unknown>;
}

function startThread(options: BuildOptions, env: NodeJS.ProcessEnv): BuildThread {
  const worker = new Worker(packageFile("dist/build-thread.js"), { workerData: options, env });
  const asked = new Map<number, (answer: ThreadAnswer | Error) => void>();
  let next = 0;
  let ended: Error | null = null;
  worker.on("message", (answer: ThreadAnswer) => {
    asked.get(answer.number)?.(answer);
    asked.delete(answer.number);
  });
  const end = (cause: Error): void => {
    ended ??= cause;
    for (const tell of asked.values()) tell(cause);
    asked.clear();
  };
  worker
    .on("error", end)
    .on("exit", () => end(new Error("A thread of the build ended before its work was done")));
  return {
    ask: async (project) => {
      const number = (next += 1);
      const answer = await new Promise<ThreadAnswer | Error>((resolve) => {
        if (ended !== null) return resolve(ended);
        asked.set(number, resolve);
        worker.postMessage({ number, project } satisfies ThreadTask);
      });
      return preparedOf(answer);
    },
    close: () => worker.terminate(),
  };
}

function preparedOf(answer: ThreadAnswer | Error): PreparedProject {
  if (answer instanceof Error) throw answer;
  if ("prepared" in answer) return answer.prepared;
  throw "failure" in answer ? new UserError(answer.failure, answer.messages) : answer.fault;
}
