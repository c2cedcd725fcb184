import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { chown } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { Readable, Writable } from "node:stream";
import type { ConnectionTransport } from "puppeteer-core";

import { UserError } from "../../errors.js";
import type { Browser } from "../find-browser.js";
import { chromiumFlags } from "./chromium-flags.js";
import { dropRoot, nobody, othersMayRead, type Start } from "./drop-root.js";
import { pipeTransport } from "./pipe-transport.js";
import { makeTemporaryFolder, removeFolder } from "./temporary-folder.js";

/** A running browser process. */
export interface Chromium {
  readonly transport: ConnectionTransport;
  /** Last words on its standard error, at most 8,192 characters. */
  readonly lastWords: () => string;
  /** Ends it with everything it started, and removes its profile. */
  readonly kill: () => Promise<void>;
}

/**
 * Starts a browser with a profile of its own and nothing of our environment.
 *
 * The sandbox stays on. Where it cannot start, that is an error; only `noSandbox` goes without.
 */
export async function startChromium(found: Browser, noSandbox: boolean): Promise<Chromium> {
  const start = await dropRoot(found.executable, process.env["PATH"]);
  if (start.as === "refused" && !noSandbox) throw sandboxError(start.reason, start.hint);
  const profile = await makeProfile(start);
  const words = [...(start.as === "refused" ? [] : start.prefix), found.executable];
  const [command = found.executable, ...rest] = [...words, ...chromiumFlags(profile, noSandbox)];
  const child = spawn(command, rest, {
    cwd: profile,
    env: childEnvironment(found, profile),
    stdio: ["ignore", "ignore", "pipe", "pipe", "pipe"],
    // A process group of its own: it is killed with all its children, and spared the terminal's Ctrl-C.
    detached: process.platform !== "win32",
    windowsHide: true,
  });
  const ended = endOf(child);
  const kill = async (): Promise<void> => {
    killGroup(child);
    await ended;
    await removeFolder(profile);
  };
  const [toBrowser, fromBrowser] = [child.stdio[3], child.stdio[4]];
  if (child.pid === undefined || !(toBrowser instanceof Writable) || !(fromBrowser instanceof Readable)) {
    await kill();
    throw startError(found, "");
  }
  return { transport: pipeTransport(toBrowser, fromBrowser), lastWords: lastWordsOf(child), kill };
}

/** What to tell the user when a browser did not start, judged by its last words. */
export function startError(found: Browser, lastWords: string): UserError {
  if (/No usable sandbox|no-sandbox|new namespace|namespace sandbox|SUID sandbox/i.test(lastWords)) {
    return sandboxError(
      "This machine does not let it make one.",
      "Allow unprivileged user namespaces on this machine; or accept the risk with --browser-no-sandbox.",
    );
  }
  const line = lastWords.split("\n").find((text) => /FATAL|error while loading/i.test(text)) ?? "";
  const said = line.replace(/^\[[^\]]*\]\s*/, "").replaceAll(path.dirname(found.executable) + path.sep, "");
  const reason = said === "" ? "" : ` It said: ${said.slice(0, 200)}`;
  return new UserError("environment", {
    code: "E-BROWSER",
    severity: "error",
    text: `Unexpected end of the browser at its start, expected it to answer.${reason}`,
    hint: `Found by ${found.source}. Name another one with --browser, or run: forthright doctor`,
  });
}

function sandboxError(reason: string, hint: string): UserError {
  return new UserError("environment", {
    code: "E-SANDBOX",
    severity: "error",
    text: `Unexpected browser without a sandbox, expected one. ${reason}`,
    hint,
  });
}

async function makeProfile(start: Start): Promise<string> {
  if (start.as !== "nobody") return makeTemporaryFolder(os.tmpdir(), "forthright-browser-");
  const parent = (await othersMayRead(os.tmpdir())) ? os.tmpdir() : "/tmp";
  const profile = await makeTemporaryFolder(parent, "forthright-browser-");
  await chown(profile, nobody, nobody);
  return profile;
}

/** Nothing of ours but the search path: no tokens, no home, no proxy, and one time zone and language for all. */
function childEnvironment(found: Browser, profile: string): NodeJS.ProcessEnv {
  const env: NodeJS.ProcessEnv = { HOME: profile, TMPDIR: profile, TZ: "UTC", LANG: "C" };
  for (const name of process.platform === "win32" ? ["Path", "SystemRoot", "windir"] : ["PATH"]) {
    const value = process.env[name];
    if (value !== undefined) env[name] = value;
  }
  if (process.platform === "win32") {
    for (const name of ["TEMP", "TMP", "LOCALAPPDATA", "USERPROFILE"]) env[name] = profile;
  }
  if (found.libraryPath !== null) env["LD_LIBRARY_PATH"] = found.libraryPath;
  if (found.fontConfig !== null) env["FONTCONFIG_FILE"] = found.fontConfig;
  return env;
}

/** Resolves when the process has ended, or could not be started at all. */
async function endOf(child: ChildProcess): Promise<void> {
  await Promise.race([once(child, "exit"), once(child, "error")]).catch(() => undefined);
}

function killGroup(child: ChildProcess): void {
  if (child.pid === undefined) return;
  try {
    if (process.platform === "win32") child.kill("SIGKILL");
    else process.kill(-child.pid, "SIGKILL");
  } catch (error) {
    // Gone already: what we wanted.
    if (!(error instanceof Error && "code" in error && error.code === "ESRCH")) throw error;
  }
}

function lastWordsOf(child: ChildProcess): () => string {
  let text = "";
  child.stderr?.setEncoding("utf8").on("data", (chunk: string) => {
    text = (text + chunk).slice(-8192);
  });
  return () => text;
}
