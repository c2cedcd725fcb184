import { spawn } from "node:child_process";
import path from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";

/** The built program. */
export const program = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../../dist/cli.js");

export interface Run {
  /** Exit code; null when a signal ended it. */
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  readonly cwd: string;
  /** Added to the environment; undefined takes a variable away. */
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** Longest run that is not taken for a hang; `hangMs` when not given. */
  readonly limitMs?: number;
  /** Another command in front, such as `sh -c`. */
  readonly prefix?: readonly string[];
  /** Called as soon as the program runs: for killing it, or changing its files. */
  readonly whileRunning?: (kill: (signal: NodeJS.Signals) => void, ended: () => boolean) => Promise<void>;
}

/** Longest run that is not taken for a hang. */
export const hangMs = 50_000;

/** Lines of progress would show on a slow machine and not on a fast one; test/cli/progress.test.ts asks for them. */
const deterministic = { SOURCE_DATE_EPOCH: undefined, NO_COLOR: "1", FORTHRIGHT_PROGRESS_SECONDS: "never" };

/** Runs the program to its end, as a user would. Rejects only when it hangs. */
export async function runProgram(args: readonly string[], options: RunOptions): Promise<Run> {
  const { cwd, env = {}, prefix = [], whileRunning, limitMs = hangMs } = options;
  const [command = process.execPath, ...rest] = [...prefix, process.execPath, program, ...args];
  const child = spawn(command, rest, {
    cwd,
    env: { ...process.env, ...deterministic, ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const text = { stdout: "", stderr: "" };
  child.stdout.setEncoding("utf8").on("data", (chunk: string) => (text.stdout += chunk));
  child.stderr.setEncoding("utf8").on("data", (chunk: string) => (text.stderr += chunk));
  const ended = new Promise<Pick<Run, "code" | "signal">>((resolve, reject) => {
    const timer = setTimeout(() => {
      child.kill("SIGKILL");
      reject(new Error(`Unexpected run of over ${limitMs / 1_000} s: ${args.join(" ")}`));
    }, limitMs);
    child.once("error", reject);
    child.once("close", (code, signal) => {
      clearTimeout(timer);
      resolve({ code, signal });
    });
  });
  ended.catch(() => undefined); // Heard below, after `whileRunning`.
  await whileRunning?.(
    (signal) => child.kill(signal),
    () => child.exitCode !== null || child.signalCode !== null,
  );
  return { ...(await ended), ...text };
}
