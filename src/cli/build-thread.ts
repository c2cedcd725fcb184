import { parentPort, workerData } from "node:worker_threads";

import { UserError, type Failure, type Message } from "../errors.js";
import { prepareProject, type BuildOptions, type PreparedProject } from "./prepare-project.js";

/** Thread that makes the documents of one project after the other, and of a few at once; it writes nothing. */
export interface ThreadTask {
  readonly number: number;
  readonly project: string;
}

export type ThreadAnswer = { readonly number: number } & (
  | { readonly prepared: PreparedProject }
  | { readonly failure: Failure; readonly messages: readonly Message[] }
  | { readonly fault: Error }
);

const options = workerData as BuildOptions;

parentPort?.on("message", (task: ThreadTask) => {
  void answer(task).then((reply) => parentPort?.postMessage(reply));
});

async function answer({ number, project }: ThreadTask): Promise<ThreadAnswer> {
  try {
    return {
      number,
      prepared: await prepareProject(project, options, { stage: () => undefined, keep: true }),
    };
  } catch (cause) {
    if (cause instanceof UserError) return { number, failure: cause.failure, messages: cause.messages };
    return { number, fault: cause instanceof Error ? cause : new Error(String(cause)) };
  }
}
