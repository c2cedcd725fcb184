import type { Message } from "../errors.js";

/** What a command may use of the world. */
export interface CommandContext {
  /** Positional arguments. */
  readonly arguments: readonly string[];
  /** Options by name; switches are true, options given several times are lists. */
  readonly options: Readonly<Record<string, string | true | readonly string[] | undefined>>;
  readonly env: NodeJS.ProcessEnv;
  /** Results. */
  readonly print: (text: string) => void;
  /** A further field of the one object that `--json` prints. */
  readonly add: (name: string, value: unknown) => void;
  /** Talk; silent under `--quiet`. */
  readonly say: (text: string) => void;
  /** Messages of the run; printed in the order they come. */
  readonly report: (messages: readonly Message[]) => void;
}

/** One command of the command line. A file of `commands/` exports one, named as the file. */
export interface Command {
  readonly id: string;
  /** Positional arguments as help shows them: `<project...>`. */
  readonly usage: string;
  readonly summary: string;
  /** True when what it prints under `--json` is JSON as it stands; other words go into one object with the messages. */
  readonly printsJson?: boolean;
  /** @returns the exit code */
  readonly run: (context: CommandContext) => Promise<number>;
}
