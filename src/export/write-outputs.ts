import { randomBytes } from "node:crypto";
import { renameSync } from "node:fs";
import { lstat, mkdir, open, readdir, rm } from "node:fs/promises";
import path from "node:path";

import { onDisk } from "../on-disk.js";
import { UserError } from "../errors.js";
import { endFolder, startFolder } from "../unfinished-folders.js";

/** A file to write: path relative to the folder, and its bytes. */
export interface OutputFile {
  readonly path: string;
  readonly bytes: Uint8Array | string;
  /** Permissions; those of a new file when not given. */
  readonly mode?: number;
}

const workPrefix = ".work-";

/**
 * Writes a set of files, all or none: first aside into a private folder, flushed to disk, then renamed into
 * place. A failure leaves every earlier file as it was.
 *
 * @param folder - created when missing; must not be a file or a link
 */
export async function writeOutputs(folder: string, files: readonly OutputFile[]): Promise<void> {
  await checkFolder(folder);
  await onDisk(folder, () => mkdir(folder, { recursive: true }));
  await sweep(folder);
  const work = startFolder(
    path.join(folder, `${workPrefix}${process.pid}-${randomBytes(4).toString("hex")}`),
  );
  try {
    await onDisk(work, () => mkdir(work, { mode: 0o700 }));
    await Promise.all(files.map((file, index) => writeFlushed(path.join(work, String(index)), file)));
    for (const { path: name } of files) await checkTarget(folder, name);
    await onDisk(folder, () => {
      // Without a pause, so that no signal ends the program between two files of one build.
      for (const [index, file] of files.entries())
        renameSync(path.join(work, String(index)), path.join(folder, file.path));
    });
  } finally {
    await rm(work, { recursive: true, force: true });
    endFolder(work);
  }
}

/** Makes room for a file; what cannot be replaced is said before anything is. */
async function checkTarget(folder: string, name: string): Promise<void> {
  const target = path.join(folder, name);
  await onDisk(target, () => mkdir(path.dirname(target), { recursive: true }));
  const stat = await lstat(target).catch(() => null);
  if (stat?.isDirectory() !== true) return;
  throw new UserError("usage", {
    code: "E-OUT",
    severity: "error",
    place: { file: name },
    text: "Unexpected folder where a document should be.",
    hint: "Move it away, or name another folder with --out.",
  });
}

async function writeFlushed(target: string, file: OutputFile): Promise<void> {
  await onDisk(file.path, async () => {
    const handle = await open(target, "wx", 0o644);
    try {
      await handle.writeFile(file.bytes);
      if (file.mode !== undefined) await handle.chmod(file.mode);
      await handle.sync();
    } finally {
      await handle.close();
    }
  });
}

async function checkFolder(folder: string): Promise<void> {
  const stat = await lstat(folder).catch(() => null);
  if (stat === null || stat.isDirectory()) return;
  throw new UserError("usage", {
    code: "E-OUT",
    severity: "error",
    place: { file: path.basename(folder) },
    text: `Unexpected ${stat.isSymbolicLink() ? "link" : "file"} where the output folder should be.`,
    hint: "Name another folder with --out.",
  });
}

/** Removes what a killed build of a process that is gone has left behind. */
async function sweep(folder: string): Promise<void> {
  const names = (await readdir(folder).catch(() => [])).filter((name) => name.startsWith(workPrefix));
  for (const name of names) {
    const pid = Number(name.slice(workPrefix.length).split("-")[0]);
    if (!isAlive(pid)) await rm(path.join(folder, name), { recursive: true, force: true });
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
