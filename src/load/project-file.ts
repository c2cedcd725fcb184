import { constants } from "node:fs";
import { lstat, open, realpath } from "node:fs/promises";
import path from "node:path";

import { UserError } from "../errors.js";

/** A regular file inside the project folder, found and checked, but not yet read. */
export interface ProjectFile {
  /** As the author wrote it, with forward slashes, relative to the project folder. */
  readonly path: string;
  /** Where it really is. */
  readonly absolute: string;
  readonly bytes: number;
}

/**
 * Finds a file of the project and refuses everything else: paths that lead out of the folder (also through
 * links), folders, devices, pipes.
 */
export async function findProjectFile(root: string, relative: string): Promise<ProjectFile> {
  const place = { file: relative };
  if (relative.includes("\0") || path.isAbsolute(relative) || /^[A-Za-z]:[\\/]/.test(relative)) {
    throw new UserError("input", {
      code: "E-PATH",
      severity: "error",
      place,
      text: "Unexpected absolute path, expected one relative to the project folder.",
    });
  }
  const base = await realpath(root);
  const absolute = await realpath(path.resolve(base, relative)).catch((cause: unknown) => {
    throw noFile(relative, cause);
  });
  if (!absolute.startsWith(base + path.sep)) {
    throw new UserError("input", {
      code: "E-PATH",
      severity: "error",
      place,
      text: "Unexpected path out of the project folder, expected a file inside it.",
      hint: "Copy the file into the project; a link out of it is not followed.",
    });
  }
  const stat = await lstat(absolute);
  if (!stat.isFile()) {
    throw new UserError("input", {
      code: "E-NOT-A-FILE",
      severity: "error",
      place,
      text: `Unexpected ${stat.isDirectory() ? "folder" : "special file"}, expected a regular file.`,
    });
  }
  return { path: relative.split(path.sep).join("/"), absolute, bytes: stat.size };
}

/** Opens without following a link that was put there after the check. */
export async function openProjectFile(file: ProjectFile): ReturnType<typeof open> {
  return open(file.absolute, constants.O_RDONLY | constants.O_NOFOLLOW).catch((cause: unknown) => {
    throw noFile(file.path, cause);
  });
}

function noFile(relative: string, cause: unknown): UserError {
  const code = cause instanceof Error && "code" in cause ? String(cause.code) : "unknown";
  const missing = code === "ENOENT" || code === "ENOTDIR";
  return new UserError("input", {
    code: missing ? "E-NO-FILE" : "E-READ",
    severity: "error",
    place: { file: relative },
    text: missing
      ? "There is no file of this name in the project folder."
      : `The file cannot be read (${code}).`,
  });
}
