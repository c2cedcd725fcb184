import { chmod, lstat, mkdir } from "node:fs/promises";
import os from "node:os";
import path from "node:path";

/**
 * Folders where unpacked and downloaded browsers may live, best first.
 *
 * As root they lie outside the home: the browser is started as another user, who must be able to read them.
 */
export function cacheFolders(home: string): readonly string[] {
  const uid = process.getuid?.() ?? 0;
  const isRoot = process.getuid?.() === 0;
  const usual = isRoot ? "/var/cache/forthright" : path.join(home, ".cache", "forthright");
  return [usual, path.join(os.tmpdir(), `forthright-cache-${uid}`)];
}

/** Makes a cache folder that only we can write to; false if that cannot be had here. */
export async function claimFolder(folder: string): Promise<boolean> {
  try {
    await mkdir(path.dirname(folder), { recursive: true });
    await mkdir(folder).catch((error: unknown) => {
      if (!isCode(error, "EEXIST")) throw error;
    });
    if (!(await isOurs(folder))) return false;
    await chmod(folder, process.getuid?.() === 0 ? 0o755 : 0o700);
    return true;
  } catch (error) {
    if (isCode(error, "EACCES", "EROFS", "EPERM", "ENOENT", "ENOTDIR", "EEXIST")) return false;
    throw error;
  }
}

/** True for a real folder (no link) of our own that nobody else can write to: what lies there may be run. */
export async function isOurs(folder: string): Promise<boolean> {
  const stats = await lstat(folder).catch(() => null);
  if (stats?.isDirectory() !== true) return false;
  if (process.getuid === undefined) return true;
  return stats.uid === process.getuid() && (stats.mode & 0o022) === 0;
}

/** Whether an error of the file system carries one of these codes, e.g. "ENOENT". */
export function isCode(error: unknown, ...codes: readonly string[]): boolean {
  return error instanceof Error && "code" in error && codes.includes(String(error.code));
}
