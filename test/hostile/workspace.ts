import { mkdtemp, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll } from "vitest";

import { makeProject, type ProjectParts } from "./make-project.js";
import { readOutputs } from "./read-outputs.js";
import { runProgram, type Run, type RunOptions } from "./run-program.js";

/** A temporary folder that lives as long as a test file, and what tests do in it. */
export interface Workspace {
  readonly root: string;
  /** Path of a file or folder in it. */
  readonly at: (...names: string[]) => string;
  /** A name nobody has used yet. */
  readonly fresh: (name?: string) => string;
  /** A small project in a folder of its own. */
  readonly project: (parts?: ProjectParts) => Promise<string>;
  /** Every file below a folder, but the records of builds, with its bytes. */
  readonly outputs: (out: string) => Promise<Record<string, string>>;
  /** Runs the program in it. */
  readonly run: (args: readonly string[], options?: Partial<RunOptions>) => Promise<Run>;
}

/** Makes a folder for the tests of a file, and removes it at the end. Called at the top of the file. */
export function workspace(): Workspace {
  let root = "";
  let count = 0;
  beforeAll(async () => {
    root = await mkdtemp(path.join(os.tmpdir(), "forthright-test-"));
  });
  afterAll(async () => {
    await rm(root, { recursive: true, force: true });
  });
  const fresh = (name = "work"): string => {
    count += 1;
    return path.join(root, `${name}-${count}`);
  };
  return {
    get root() {
      return root;
    },
    at: (...names) => path.join(root, ...names),
    fresh,
    project: (parts) => makeProject(fresh("project"), parts),
    outputs: readOutputs,
    run: (args, options = {}) => runProgram(args, { cwd: root, ...options }),
  };
}
