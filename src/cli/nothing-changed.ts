import { createHash } from "node:crypto";
import { readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import process from "node:process";

import { packageFile } from "../package-file.js";

/** One file a build read or wrote. */
export interface SeenFile {
  /** Absolute path; stays in the record, which is never part of a document. */
  readonly path: string;
  readonly size: number;
  readonly mtimeMs: number;
  readonly inode: number;
  readonly sha256: string;
}

/** What the last build with the same arguments saw and said. */
export interface BuildRecord {
  readonly buildId: string;
  readonly inputs: readonly SeenFile[];
  /** Folders whose lists of files matter, with those lists. */
  readonly folders: readonly { readonly path: string; readonly names: readonly string[] }[];
  readonly outputs: readonly SeenFile[];
  readonly exitCode: number;
  readonly text: string;
  /** What is said under `--quiet`. */
  readonly errors: string;
}

/**
 * The answer of the last build, if every input and output is still what it was; otherwise null.
 *
 * A file counts as unchanged when size, time and inode agree, or, where they do not, when its bytes do.
 */
export function nothingChanged(
  argv: readonly string[],
  cwd: string,
): Pick<BuildRecord, "exitCode" | "text" | "errors"> | null {
  if (argv.includes("--force") || argv.includes("--json") || argv.includes("--help")) return null;
  try {
    const record = JSON.parse(readFileSync(recordPath(argv, cwd), "utf8")) as BuildRecord;
    if (record.buildId !== buildId()) return null;
    const same =
      [...record.inputs, ...record.outputs].every(isSame) &&
      record.folders.every(({ path: folder, names }) => namesOf(folder).join("\n") === names.join("\n"));
    return same ? record : null;
  } catch {
    return null; // No record, or one of another version: build.
  }
}

/** Where the record of a build with these arguments lies. */
export function recordPath(argv: readonly string[], cwd: string): string {
  const key = createHash("sha256")
    .update(
      JSON.stringify([
        cwd,
        process.env.SOURCE_DATE_EPOCH ?? null,
        ...argv.filter((argument) => argument !== "--quiet" && argument !== "--force"),
      ]),
    )
    .digest("hex");
  return path.join(outFolder(argv, cwd), ".forthright", `${key.slice(0, 24)}.json`);
}

/** The program's own digest: another build of it answers anew. */
export function buildId(): string {
  return readFileSync(packageFile("dist/build-id"), "utf8").trim();
}

/** Names in a folder, sorted; none when it does not exist. */
export function namesOf(folder: string): string[] {
  try {
    return readdirSync(folder).sort();
  } catch {
    return [];
  }
}

export function outFolder(argv: readonly string[], cwd: string): string {
  const at = argv.indexOf("--out");
  const joined = argv.find((argument) => argument.startsWith("--out="));
  return path.resolve(cwd, joined?.slice("--out=".length) ?? (at >= 0 ? (argv[at + 1] ?? "out") : "out"));
}

function isSame(seen: SeenFile): boolean {
  const stat = statSync(seen.path);
  if (stat.size !== seen.size) return false;
  if (stat.mtimeMs === seen.mtimeMs && stat.ino === seen.inode) return true;
  return createHash("sha256").update(readFileSync(seen.path)).digest("hex") === seen.sha256;
}
