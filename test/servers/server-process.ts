import { spawn, spawnSync, type ChildProcess } from "node:child_process";
import { chown, mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import os from "node:os";
import path from "node:path";
import process from "node:process";

/** A server that runs on this machine for as long as a test does. */
export interface RunningServer {
  readonly pid: number;
  /** Ends the process, by its own id, and waits for it. */
  readonly stop: () => Promise<void>;
}

export interface ServerCommand {
  readonly program: string;
  readonly args: readonly string[];
  readonly folder: string;
  readonly owner: Owner;
  /** Asks the server to end at once, without waiting for its clients. */
  readonly stopSignal: "SIGINT" | "SIGTERM";
  /** Resolves true when the server answers. */
  readonly answers: () => Promise<boolean>;
}

/** Who runs a server; no ids means the user who runs the tests. */
export interface Owner {
  readonly uid?: number;
  readonly gid?: number;
}

const startLimitMs = 60_000;
const stopLimitMs = 20_000;

/** Database servers refuse to run as root, so root lends them a lesser user. */
export function serverOwner(): Owner {
  if (process.getuid?.() !== 0) return {};
  for (const name of ["postgres", "nobody"]) {
    const [uid, gid] = ["-u", "-g"].map((flag) => spawnSync("id", [flag, name], { encoding: "utf8" }));
    if (uid?.status === 0 && gid?.status === 0)
      return { uid: Number(uid.stdout.trim()), gid: Number(gid.stdout.trim()) };
  }
  throw new Error("Unexpected machine without a user postgres or nobody.");
}

/** A folder of the server's own below the system's temporary folder. */
export async function serverFolder(owner: Owner): Promise<string> {
  const folder = await mkdtemp(path.join(os.tmpdir(), "forthright-server-"));
  if (owner.uid !== undefined && owner.gid !== undefined) await chown(folder, owner.uid, owner.gid);
  return folder;
}

/** A port of the loopback address that nobody listens on. */
export async function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => {
        resolve(typeof address === "object" && address !== null ? address.port : 0);
      });
    });
  });
}

/** Starts a server and waits until it answers. Its folder is removed when it stops. */
export async function startServer(command: ServerCommand): Promise<RunningServer> {
  const { program, args, folder, owner } = command;
  const child = spawn(program, args, { ...owner, cwd: folder, stdio: ["ignore", "ignore", "pipe"] });
  let said = "";
  child.stderr.setEncoding("utf8").on("data", (text: string) => (said = (said + text).slice(-4_000)));
  const kill = (): void => void child.kill("SIGKILL");
  process.once("exit", kill); // A test run that is cut short leaves no server behind.
  const ended = new Promise<void>((resolve) => {
    child.once("close", () => resolve());
    child.once("error", () => resolve());
  });
  const stop = async (): Promise<void> => {
    process.removeListener("exit", kill);
    if (isRunning(child)) child.kill(command.stopSignal);
    const timer = setTimeout(kill, stopLimitMs);
    await ended;
    clearTimeout(timer);
    await rm(folder, { recursive: true, force: true });
  };
  const deadline = Date.now() + startLimitMs;
  while (!(await command.answers())) {
    if (!isRunning(child) || Date.now() > deadline) {
      await stop();
      throw new Error(`${path.basename(program)} did not start: ${said}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return { pid: child.pid ?? 0, stop };
}

function isRunning(child: ChildProcess): boolean {
  return child.pid !== undefined && child.exitCode === null && child.signalCode === null;
}
