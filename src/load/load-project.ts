import { readdir } from "node:fs/promises";
import path from "node:path";

import { UserError, type Message } from "../errors.js";
import { limitationSchema } from "../model/limitation.js";
import { planSchema, type Plan } from "../model/plan.js";
import type { LoadedLimitation, LoadedNote, Project } from "../model/project.js";
import { checkPlan, reportTo, type KnownNames } from "./check-plan.js";
import { checkWatched } from "./checks/operation.js";
import { remarkReportedNames } from "./checks/reported-names.js";
import { readPrevious } from "./previous-assessments.js";
import { findProjectFile } from "./project-file.js";
import { checkProjectFolder } from "./project-folder.js";
import { readText } from "./read-text.js";
import { readYaml, type ReadYaml } from "./read-yaml.js";
import { splitFrontMatter } from "./split-front-matter.js";

export const planName = "forthright.yaml";

const planLimitBytes = 256 * 1024;
/** Largest note or limitation taken; remark takes seconds on some texts of this size. */
export const noteLimitBytes = 256 * 1024;

/**
 * Reads a project folder: the plan, `limitations/*.md` and `notes/**.md`. Evidence files are read later.
 *
 * A mistake in the plan or in a limitation stops the build, all mistakes at once. A note that cannot be read
 * becomes a message, so that the other notes still reach their documents.
 */
export async function loadProject(root: string, known: KnownNames = {}): Promise<Project> {
  await checkProjectFolder(root);
  const file = await findProjectFile(root, planName).catch((cause: unknown) => {
    throw missingPlan(root, cause);
  });
  const mistakes: Message[] = [];
  const read = readPlan(await readText(file, planLimitBytes), known, mistakes);
  const limitations = await readLimitations(root, mistakes);
  const ids = limitations.map(({ record }) => record.id);
  // A file that could not be read is told already; whether it is the one meant is not known then.
  if (read !== null && mistakes.length === 0)
    checkWatched(read.value, ids, reportTo(mistakes, read.places, planName));
  if (read === null || mistakes.length > 0) throw new UserError("usage", mistakes);
  const { value: plan, places } = read;
  const messages = remarkReportedNames(plan, places, known.metrics ?? []);
  const notes = await readNotes(root, messages);
  const previous = await readPrevious(root, plan);
  const bodies = limitations.map(({ path: name, bodyLine }) => [name, { file: name, line: bodyLine }]);
  const all = { ...places, ...(Object.fromEntries(bodies) as typeof places) };
  return { root, plan, places: all, notes, limitations, previous, messages };
}

/** The plan; null when its mistakes leave nothing to go on with. */
function readPlan(text: string, known: KnownNames, mistakes: Message[]): ReadYaml<Plan> | null {
  try {
    const read = readYaml(text, planName, planSchema, 1, mistakes);
    mistakes.push(...checkPlan(read.value, read.places, planName, known));
    return read;
  } catch (cause) {
    if (!(cause instanceof UserError) || cause.failure !== "usage") throw cause;
    mistakes.push(...cause.messages);
    return null;
  }
}

function missingPlan(root: string, cause: unknown): unknown {
  if (!(cause instanceof UserError) || cause.messages[0]?.code !== "E-NO-FILE") return cause;
  return new UserError("input", {
    code: "E-NO-PLAN",
    severity: "error",
    place: { file: path.join(path.basename(path.resolve(root)), planName) },
    text: `There is no ${planName} in this folder.`,
    hint: "Start one from a table: forthright init predictions.csv",
  });
}

async function readLimitations(root: string, mistakes: Message[]): Promise<LoadedLimitation[]> {
  const limitations: LoadedLimitation[] = [];
  for (const name of await markdownFiles(root, "limitations")) {
    try {
      const text = await readText(await findProjectFile(root, name), noteLimitBytes);
      const { yaml, body, yamlLine, bodyLine } = splitFrontMatter(text);
      const { value: record } = readYaml(yaml ?? "", name, limitationSchema, yamlLine);
      const twin = limitations.find((other) => other.record.id === record.id);
      if (twin !== undefined) {
        mistakes.push({
          code: "E-PLAN",
          severity: "error",
          place: { file: name, line: 1 },
          text: `Unexpected second ${record.id}, expected each limitation id once (also in ${twin.path}).`,
        });
      }
      const blank = /^\s*/.exec(body)?.[0].split("\n").length ?? 1;
      limitations.push({ path: name, record, body: body.trim(), bodyLine: bodyLine + blank - 1 });
    } catch (cause) {
      if (!(cause instanceof UserError)) throw cause;
      mistakes.push(...cause.messages);
    }
  }
  return limitations;
}

async function readNotes(root: string, messages: Message[]): Promise<LoadedNote[]> {
  const notes: LoadedNote[] = [];
  const folders = ["notes", ...(await subfolders(root, "notes"))];
  for (const folder of folders) {
    for (const name of await markdownFiles(root, folder)) {
      const kind = folder === "notes" ? null : path.posix.basename(folder);
      const slot = path.posix.basename(name, ".md");
      notes.push({ path: name, kind, slot, text: await readNote(root, name, messages) });
    }
  }
  return notes;
}

async function readNote(root: string, name: string, messages: Message[]): Promise<string> {
  try {
    return await readText(await findProjectFile(root, name), noteLimitBytes);
  } catch (cause) {
    if (!(cause instanceof UserError)) throw cause;
    messages.push(...cause.messages);
    return "";
  }
}

/** Markdown files of a folder, by name in code-unit order, so that no file system decides the order. */
async function markdownFiles(root: string, folder: string): Promise<string[]> {
  const entries = await readdir(path.join(root, folder), { withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => entry.name.endsWith(".md") && !entry.isDirectory() && entry.name !== "README.md")
    .map((entry) => `${folder}/${entry.name}`)
    .sort();
}

async function subfolders(root: string, folder: string): Promise<string[]> {
  const entries = await readdir(path.join(root, folder), { withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => `${folder}/${entry.name}`)
    .sort();
}
