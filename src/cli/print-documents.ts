import type { Published } from "../pipeline.js";
import type { BuildTalk } from "./build-project.js";

export interface PrintOptions {
  readonly folder: string;
  readonly browser: string | null;
  readonly noSandbox: boolean;
  readonly date: string | null;
}

/** Prints documents to PDF beside their HTML. @returns the exit code */
export async function printDocuments(
  _documents: readonly Published[],
  _options: PrintOptions,
  _talk: BuildTalk,
): Promise<number> {
  return Promise.resolve(4);
}
