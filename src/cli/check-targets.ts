import { stat } from "node:fs/promises";
import path from "node:path";
import process from "node:process";

import { UserError } from "../errors.js";
import { planName } from "../load/load-project.js";
import { checkProjectFolder } from "../load/project-folder.js";

/** What one argument of `check` asks for. */
export type CheckTarget = ProjectTarget | TextTarget;

export interface ProjectTarget {
  /** Folder, as the user named it or found from a file of it. */
  readonly project: string;
  /** Files of it that are asked about; null for all. */
  readonly only: readonly string[] | null;
}

/** Markdown that belongs to no project. */
export interface TextTarget {
  readonly file: string;
}

const textName = /\.(md|markdown|txt)$/i;

/** True for the name of a text that `check` reads by itself. */
export function isTextName(name: string): boolean {
  return textName.test(name);
}

/**
 * A folder is a project. A note or a limitation is read as part of its project; any other text stands alone. Files
 * of one project are read together.
 *
 * @throws UserError for what is neither a project nor a text
 */
export async function checkTargets(names: readonly string[]): Promise<readonly CheckTarget[]> {
  const projects = new Map<string, string[] | null>();
  const targets: TextTarget[] = [];
  for (const name of names) {
    const found = await stat(name).catch(() => null);
    if (found === null && isTextName(name)) throw noFile(name);
    if (found === null || !found.isFile() || !isTextName(name)) {
      const folder = found?.isFile() === true && path.basename(name) === planName ? path.dirname(name) : name;
      await checkProjectFolder(folder);
      projects.set(folder, null);
      continue;
    }
    const own = await projectOf(name);
    if (own === null) targets.push({ file: slashed(name) });
    else if (projects.get(own.folder) !== null)
      projects.set(own.folder, [...(projects.get(own.folder) ?? []), own.file]);
  }
  return [...[...projects].map(([project, only]) => ({ project, only })), ...targets];
}

/** The project that a text is a note or a limitation of, and its name there. */
async function projectOf(name: string): Promise<{ folder: string; file: string } | null> {
  const full = path.resolve(name);
  if (path.basename(full) === "README.md" || !full.endsWith(".md")) return null;
  const above = path.dirname(full);
  for (const [folder, names] of [
    [path.dirname(above), ["notes", "limitations"]],
    [path.dirname(path.dirname(above)), ["notes"]],
  ] as const) {
    const file = slashed(path.relative(folder, full));
    if (!names.some((own) => file.startsWith(`${own}/`))) continue;
    const plan = await stat(path.join(folder, planName)).catch(() => null);
    if (plan?.isFile() === true) return { folder: path.relative(process.cwd(), folder) || ".", file };
  }
  return null;
}

function noFile(name: string): UserError {
  return new UserError("input", {
    code: "E-NO-FILE",
    severity: "error",
    place: { file: slashed(name) },
    text: "There is no file of this name.",
  });
}

function slashed(name: string): string {
  return name.split(path.sep).join("/");
}
