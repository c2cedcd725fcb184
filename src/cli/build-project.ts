import { readFile, realpath } from "node:fs/promises";
import path from "node:path";

import { exitCodes, formatMessage, UserError, type Message } from "../errors.js";
import type { OutputFile } from "../export/write-outputs.js";
import { writeOutputs } from "../export/write-outputs.js";
import { loadMaterials, materialFolders } from "../load/load-materials.js";
import { assessmentSchema, type Assessment } from "../model/assessment.js";
import { canonicalJson } from "../model/canonical-json.js";
import type { Materials } from "../model/materials.js";
import type { Audience } from "../model/plan.js";
import { sourceName } from "../model/source-name.js";
import { assess, editionOf, publish, unbuildable, type Assessed, type Published } from "../pipeline.js";
import { slugOf } from "../slug.js";
import { uniqueMessages } from "./unique-messages.js";
import type { Printer } from "./printer.js";

export interface BuildOptions {
  readonly out: string;
  readonly formats: readonly ("html" | "pdf" | "md" | "json")[];
  readonly kinds: readonly string[];
  readonly audience: Audience | null;
  /** Language of the documents; that of the plan when null. */
  readonly lang: string | null;
  readonly date: string | null;
  readonly assessment: string | null;
}

export interface BuildTalk {
  /** Prints PDF; null when none is asked for. */
  readonly printer: Printer | null;
  readonly say: (text: string) => void;
  /** What is being done; said when the work takes long. */
  readonly stage: (what: string) => void;
  readonly report: (messages: readonly Message[]) => void;
  /** Files and folders this build read and wrote, for the check whether anything changed. */
  readonly seen: {
    readonly inputs: Set<string>;
    readonly outputs: Set<string>;
    readonly tables: Set<string>;
    readonly folders: Set<string>;
  };
}

/** Builds one project, or one saved Assessment when `project` is null. @returns the exit code */
export async function buildProject(
  project: string | null,
  options: BuildOptions,
  talk: BuildTalk,
): Promise<number> {
  const name = project ?? options.assessment ?? "";
  talk.stage(`${name}: reading the evidence`);
  const known = await loadMaterials(project, options.lang ?? "en");
  const { assessment, messages, places } = await assessmentOf(project, options, known, talk);
  const lang = options.lang ?? assessment.lang ?? "en";
  const materials = options.lang === null && lang !== "en" ? await loadMaterials(project, lang) : known;
  talk.stage(`${name}: writing the documents`);
  const documents = await publish(assessment, {
    materials,
    lang,
    kinds: options.kinds,
    audience: options.audience,
    places,
  });
  const folder = path.join(options.out, slugOf(assessment.model.name));
  const refused = unbuildable(assessment, {
    materials,
    lang,
    kinds: options.kinds,
    audience: options.audience,
  });
  const said = [...messages, ...refused, ...uniqueMessages(documents)];
  talk.report(said);

  const ready = documents.filter(
    (document) => !document.final || document.messages.every(({ severity }) => severity !== "error"),
  );
  const held = documents.filter((document) => !ready.includes(document));
  talk.report(held.map(heldMessage));
  const files = filesOf(ready, assessment, { ...options, lang }, said);
  await writeOutputs(folder, files);
  for (const file of files) talk.seen.outputs.add(path.join(folder, file.path));
  await seeInputs(project, assessment, options, talk);

  let exitCode: number = held.length + refused.length > 0 ? exitCodes.findings : exitCodes.done;
  if (talk.printer !== null) {
    talk.stage(`${name}: printing`);
    exitCode = Math.max(exitCode, await print(ready, folder, assessment, talk.printer, talk));
  }
  talk.say(
    `${assessment.model.name}: ${ready.length} of ${documents.length + refused.length} documents in ${path.relative(process.cwd(), folder) || "."}\n`,
  );
  return exitCode;
}

/** PDFs beside the pages. Without a browser the pages stand alone and one message says how to get one. */
async function print(
  documents: readonly Published[],
  folder: string,
  { date }: Assessment,
  printer: Printer,
  talk: BuildTalk,
): Promise<number> {
  try {
    const printed = await printer.print(
      documents.map(({ html, title, author, kind, lang, data, pages }) => ({
        html,
        title,
        author,
        subject: kind,
        lang,
        date,
        attachment: data,
        maxPages: pages,
      })),
    );
    const files = documents.flatMap(({ name }, index): OutputFile[] => {
      const pdf = printed[index];
      return pdf === undefined ? [] : [{ path: `${name}.pdf`, bytes: pdf.bytes }];
    });
    await writeOutputs(folder, files);
    for (const file of files) talk.seen.outputs.add(path.join(folder, file.path));
    talk.report(documents.flatMap((document, index) => tooLong(document, printed[index]?.pages ?? 0)));
    return exitCodes.done;
  } catch (cause) {
    if (!(cause instanceof UserError)) throw cause;
    talk.report([
      ...cause.messages,
      { code: "E-NO-PDF", severity: "warning", text: "The pages are written as HTML; no PDF was made." },
    ]);
    return exitCodes[cause.failure];
  }
}

function tooLong({ name, pages }: Published, printed: number): Message[] {
  if (pages === null || printed <= pages) return [];
  return [
    {
      code: "page-limit",
      severity: "warning",
      text: `Unexpected ${printed} pages of "${name}", expected ${pages}.`,
      hint: "Shorten the notes; the letters are as small as they may be.",
    },
  ];
}

async function assessmentOf(
  project: string | null,
  options: BuildOptions,
  { documents }: Materials,
  talk: BuildTalk,
): Promise<Assessed> {
  if (options.assessment === null)
    return assess(project ?? ".", {
      date: options.date,
      kinds: Object.keys(documents),
      stage: (what) => talk.stage(`${project ?? "."}: ${what}`),
    });
  talk.seen.inputs.add(path.resolve(options.assessment));
  return { assessment: await readAssessment(options.assessment), messages: [], places: {} };
}

/** Reads a saved Assessment and checks its form. */
export async function readAssessment(file: string): Promise<Assessment> {
  const place = { file: path.basename(file) };
  const text = await readFile(file, "utf8").catch(() => {
    throw new UserError("input", {
      code: "E-NO-FILE",
      severity: "error",
      place,
      text: "The Assessment cannot be read.",
    });
  });
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new UserError("input", {
      code: "E-JSON",
      severity: "error",
      place,
      text: "Unexpected text, expected JSON as `forthright assess` prints it.",
    });
  }
  const result = assessmentSchema.safeParse(value);
  if (result.success) return result.data;
  throw new UserError(
    "input",
    result.error.issues.slice(0, 5).map((issue): Message => ({
      code: "E-ASSESSMENT",
      severity: "error",
      place,
      text: `Unexpected value at ${issue.path.map(String).join(".") || "the top"}: ${issue.message}.`,
      hint: "Make it again with `forthright assess`.",
    })),
  );
}

function heldMessage(document: Published): Message {
  return {
    code: "E-NOT-PUBLISHED",
    severity: "error",
    text: `The final document "${document.name}" has errors and was not written.`,
    hint: "Mend them, or publish it as a draft (status: draft). Earlier outputs are untouched.",
  };
}

function filesOf(
  documents: readonly Published[],
  assessment: Assessment,
  { formats, audience, lang }: BuildOptions,
  messages: readonly Message[],
): OutputFile[] {
  const files: OutputFile[] = [];
  for (const document of documents) {
    if (formats.includes("html") || formats.includes("pdf"))
      files.push({ path: `${document.name}.html`, bytes: document.html });
    if (!formats.includes("md")) continue;
    files.push({ path: `${document.name}.md`, bytes: document.markdown() });
    for (const [name, svg] of Object.entries(document.pictures))
      files.push({ path: `charts/${document.name}-${name}`, bytes: svg });
  }
  if (formats.includes("json")) {
    // Whoever asks for one edition gets no more than it beside the pages.
    const told = audience === null ? assessment : editionOf(assessment, audience);
    files.push({ path: "assessment.json", bytes: canonicalJson(told) });
  }
  if (formats.includes("md"))
    files.push({
      path: lang === "en" ? "messages.txt" : `messages.${lang}.txt`,
      bytes: `${messages.map(formatMessage).join("\n")}\n`,
    });
  return files;
}

async function seeInputs(
  project: string | null,
  assessment: Assessment,
  options: BuildOptions,
  { seen }: BuildTalk,
): Promise<void> {
  if (project === null) return;
  for (const folder of materialFolders(project)) seen.folders.add(path.resolve(folder));
  const root = await realpath(project);
  if (options.assessment === null) {
    seen.inputs.add(path.join(root, "forthright.yaml"));
    for (const source of assessment.sources)
      if (!("path" in source)) seen.tables.add(sourceName(source));
      else if (!source.path.includes("*")) seen.inputs.add(path.join(root, source.path));
      // A file that comes to fit a pattern changes the evidence too; the project folder itself holds too much to list.
      else if (path.dirname(source.path) === ".") seen.tables.add(source.path);
      else seen.folders.add(path.dirname(path.join(root, source.path)));
  }
  for (const folder of ["notes", "limitations"]) seen.folders.add(path.join(root, folder));
}
