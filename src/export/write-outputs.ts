import { randomBytes } from "node:crypto";
import { renameSync } from "node:fs";
import { lstat, mkdir, open, readdir, rm } from "node:fs/promises";
import path from "node:path";

import { UserError } from "../errors.js";
import { endFolder, startFolder } from "../unfinished-folders.js";

/** A file to write: path relative to the folder, and its bytes. */
export interface OutputFile {
  readonly path: string;
  readonly bytes: Uint8Array | string;
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
  await inFolder(folder, () => mkdir(folder, { recursive: true }));
  await sweep(folder);
  const work = startFolder(
    path.join(folder, `${workPrefix}${process.pid}-${randomBytes(4).toString("hex")}`),
  );
  try {
    await inFolder(work, () => mkdir(work, { mode: 0o700 }));
    await Promise.all(files.map((file, index) => writeFlushed(path.join(work, String(index)), file)));
    for (const { path: name } of files) await checkTarget(folder, name);
    await inFolder(folder, () => {
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
  await inFolder(target, () => mkdir(path.dirname(target), { recursive: true }));
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
  await inFolder(file.path, async () => {
    const handle = await open(target, "wx", 0o644);
    try {
      await handle.writeFile(file.bytes);
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

const causes: Readonly<Record<string, readonly [code: string, text: string, hint: string]>> = {
  ENOSPC: [
    "E-DISK-FULL",
    "There is no space left on the disk.",
    "Free some space and build again; earlier outputs are untouched.",
  ],
  EROFS: ["E-READ-ONLY", "The output folder is on a read-only disk.", "Name another folder with --out."],
  EACCES: ["E-PERMISSION", "The output folder may not be written.", "Name another folder with --out."],
  EPERM: ["E-PERMISSION", "The output folder may not be written.", "Name another folder with --out."],
  EMFILE: [
    "E-TOO-MANY-FILES",
    "Too many files are open on this machine.",
    "Raise the limit (ulimit -n) and build again.",
  ],
  ENOTDIR: ["E-OUT", "A file stands where a folder is needed.", "Name another folder with --out."],
};

async function inFolder<T>(name: string, action: () => T | Promise<T>): Promise<T> {
  try {
    return await action();
  } catch (cause) {
    const code = cause instanceof Error && "code" in cause ? String(cause.code) : "";
    const known =
      causes[code] ??
      (code === "EIO"
        ? (["E-IO", "The disk reports an error.", "Check the disk; earlier outputs are untouched."] as const)
        : null);
    if (known === null) throw cause;
    throw new UserError("environment", {
      code: known[0],
      severity: "error",
      place: { file: path.basename(name) },
      text: known[1],
      hint: known[2],
    });
  }
}
