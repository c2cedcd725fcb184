import { lstat, mkdtemp, readdir, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";

import { endFolder, startFolder } from "../../unfinished-folders.js";
import { nobody } from "./drop-root.js";

/**
 * Makes a folder of mode 0700 whose name tells which process of which machine owns it.
 *
 * Folders of the same purpose whose process is gone are removed first: a killed process cannot clean up.
 *
 * @param purpose - start of the name, e.g. "forthright-browser-"
 */
export async function makeTemporaryFolder(parent: string, purpose: string): Promise<string> {
  await sweep(parent, purpose);
  return startFolder(await mkdtemp(path.join(parent, `${purpose}${machine()}-${process.pid}-`)));
}

/** Removes a folder whose last writers may still be dying. */
export async function removeFolder(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 });
  endFolder(folder);
}

async function sweep(parent: string, purpose: string): Promise<void> {
  const start = `${purpose}${machine()}-`;
  for (const name of await readdir(parent).catch(() => [])) {
    if (!name.startsWith(start)) continue;
    const pid = /^(\d+)-\w+$/.exec(name.slice(start.length))?.[1];
    const folder = path.join(parent, name);
    if (pid === undefined || isAlive(Number(pid)) || !(await mayRemove(folder))) continue;
    // Another process may be sweeping the same folder; what is left waits for the next start.
    await removeFolder(folder).catch(() => undefined);
  }
}

/** Containers may share a temporary folder but not their process numbers. */
function machine(): string {
  return (
    os
      .hostname()
      .replace(/[^A-Za-z0-9]/g, "")
      .slice(0, 32) || "host"
  );
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return !(error instanceof Error && "code" in error && error.code === "ESRCH");
  }
}

async function mayRemove(folder: string): Promise<boolean> {
  const stats = await lstat(folder).catch(() => null);
  if (stats?.isDirectory() !== true) return false;
  const uid = process.getuid?.();
  return uid === undefined || stats.uid === uid || (uid === 0 && stats.uid === nobody);
}
