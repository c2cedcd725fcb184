import path from "node:path";

import { UserError } from "./errors.js";

const causes: Readonly<Record<string, readonly [code: string, text: string, hint: string]>> = {
  ENOSPC: [
    "E-DISK-FULL",
    "There is no space left on the disk.",
    "Free some space and build again; earlier outputs are untouched.",
  ],
  EROFS: ["E-READ-ONLY", "The folder is on a read-only disk.", "Name another folder with --out."],
  EACCES: ["E-PERMISSION", "The folder may not be written.", "Name another folder with --out."],
  EPERM: ["E-PERMISSION", "The folder may not be written.", "Name another folder with --out."],
  EDQUOT: ["E-DISK-FULL", "The share of the disk for this user is full.", "Free some space and build again."],
  EFBIG: [
    "E-FILE-SIZE",
    "A file grew larger than this machine allows.",
    "Raise the limit (ulimit -f) and build again; earlier outputs are untouched.",
  ],
  EMFILE: [
    "E-TOO-MANY-FILES",
    "Too many files are open on this machine.",
    "Raise the limit (ulimit -n) and build again.",
  ],
  ENOTDIR: ["E-OUT", "A file stands where a folder is needed.", "Name another folder with --out."],
};

/**
 * Does something with files, and says what this machine refused.
 *
 * @param name - path of what is written; its last part is named
 */
export async function onDisk<T>(name: string, action: () => T | Promise<T>): Promise<T> {
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
