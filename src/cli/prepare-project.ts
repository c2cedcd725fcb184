import { realpath } from "node:fs/promises";
import path from "node:path";

import { backlogOf } from "../compose/backlog.js";
import { exitCodes, formatMessage, type Message } from "../errors.js";
import { backlogCsv } from "../export/backlog-csv.js";
import { backlogMarkdown } from "../export/backlog-markdown.js";
import type { PrintJob } from "../export/print-pdf.js";
import type { OutputFile } from "../export/write-outputs.js";
import type { IndexEntry } from "../index-page.js";
import { loadMaterials, materialFolders } from "../load/load-materials.js";
import type { Assessment } from "../model/assessment.js";
import { canonicalJson } from "../model/canonical-json.js";
import type { Materials } from "../model/materials.js";
import type { Audience } from "../model/plan.js";
import { sourceName } from "../model/source-name.js";
import { assess, editionOf, publish, unbuildable, type Assessed, type Published } from "../pipeline.js";
import { slugOf } from "../slug.js";
import { readAssessment } from "./read-assessment.js";
import { uniqueMessages } from "./unique-messages.js";

export interface BuildOptions {
  readonly out: string;
  readonly formats: readonly ("html" | "pdf" | "md" | "json" | "backlog")[];
  readonly kinds: readonly string[];
  readonly audience: Audience | null;
  /** Language of the documents; that of the plan when null. */
  readonly lang: string | null;
  readonly date: string | null;
  readonly assessment: string | null;
}

/** What is built of one project, before anything of it is written or said: plain data, so that a thread can make it. */
export interface PreparedProject {
  /** Where its files go. */
  readonly folder: string;
  readonly files: readonly OutputFile[];
  /** Its documents, for the page that links them; files by their format, PDF among them where one is asked for. */
  readonly entries: readonly IndexEntry[];
  /** Documents to print, in their order; empty when no PDF is asked for. */
  readonly prints: readonly DocumentPrint[];
  readonly messages: readonly Message[];
  /** What is said last: "churn-score: 3 of 3 documents". */
  readonly summary: string;
  readonly exitCode: number;
  /** What was read, for the check whether anything changed. */
  readonly inputs: readonly string[];
  readonly tables: readonly string[];
  readonly folders: readonly string[];
}

export interface DocumentPrint extends PrintJob {
  /** File name without ending. */
  readonly name: string;
}

export interface PrepareTalk {
  /** What is being done; said when the work takes long. */
  readonly stage: (what: string) => void;
  /** True when other projects follow, which may use what this one has started. */
  readonly keep: boolean;
}

/**
 * Makes the documents of one project, or of one saved Assessment when `project` is null. Writes and says nothing, so
 * that several can be made at once.
 */
export async function prepareProject(
  project: string | null,
  options: BuildOptions,
  talk: PrepareTalk,
): Promise<PreparedProject> {
  const name = project ?? options.assessment ?? "";
  talk.stage(`${name}: reading the evidence`);
  const known = await loadMaterials(project, options.lang ?? "en");
  const { assessment, messages, places } = await assessmentOf(project, options, known, talk);
  const lang = options.lang ?? assessment.lang ?? "en";
  const materials = options.lang === null && lang !== "en" ? await loadMaterials(project, lang) : known;
  talk.stage(`${name}: writing the documents`);
  const wanted = { materials, lang, kinds: options.kinds, audience: options.audience };
  const documents = await publish(assessment, { ...wanted, places });
  const refused = unbuildable(assessment, wanted);
  const said = [...messages, ...refused, ...uniqueMessages(documents)];
  const ready = documents.filter(
    (document) => !document.final || document.messages.every(({ severity }) => severity !== "error"),
  );
  const held = documents.filter((document) => !ready.includes(document));
  return {
    folder: path.join(options.out, slugOf(assessment.model.name)),
    files: [
      ...filesOf(ready, assessment, { ...options, lang }, said),
      ...backlogFiles(assessment, options, wanted),
    ],
    entries: ready.map((document) => entryOf(document, assessment, materials, options)),
    prints: options.formats.includes("pdf") ? ready.map((document) => printOf(document, assessment)) : [],
    messages: [...said, ...held.map(heldMessage)],
    summary: `${assessment.model.name}: ${ready.length} of ${documents.length + refused.length} documents`,
    exitCode: held.length + refused.length > 0 ? exitCodes.findings : exitCodes.done,
    ...(await inputsOf(project, assessment, options)),
  };
}

async function assessmentOf(
  project: string | null,
  options: BuildOptions,
  { documents }: Materials,
  { stage, keep }: PrepareTalk,
): Promise<Assessed> {
  if (options.assessment === null)
    return assess(project ?? ".", {
      date: options.date,
      kinds: Object.keys(documents),
      stage: (what) => stage(`${project ?? "."}: ${what}`),
      keep,
    });
  return { assessment: await readAssessment(options.assessment), messages: [], places: {} };
}

function entryOf(
  { name, kind, title, lang, audience, final }: Published,
  { model, documents: plans }: Assessment,
  { documents }: Materials,
  { formats }: BuildOptions,
): IndexEntry {
  const folder = slugOf(model.name);
  const endings = (["html", "pdf", "md"] as const).filter(
    (format) => formats.includes(format) || (format === "html" && formats.includes("pdf")),
  );
  const files = endings.map((format) => ({ format, path: `${folder}/${name}.${format}` }));
  const kindTitle = documents[kind]?.title ?? kind;
  const ofKind = plans.filter((plan) => plan.kind === kind);
  const { readers = null } = ofKind.find((plan) => plan.audience === audience) ?? ofKind[0] ?? {};
  return { model: model.name, title, lang, kindTitle, audience, readers, final, files };
}

function printOf(
  { name, html, title, author, kind, lang, data, pages }: Published,
  { date }: Assessment,
): DocumentPrint {
  return { name, html, title, author, subject: kind, lang, date, attachment: data, maxPages: pages };
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

/** Work items for a tracker, beside the documents: those of the edition asked for, else of all that is known. */
function backlogFiles(
  assessment: Assessment,
  { formats }: BuildOptions,
  {
    materials,
    lang,
    audience,
  }: { readonly materials: Materials; readonly lang: string; readonly audience: Audience | null },
): OutputFile[] {
  if (!formats.includes("backlog")) return [];
  const edition = audience ?? "internal";
  const backlog = backlogOf(editionOf(assessment, edition), { lang, materials, audience: edition });
  const ending = lang === "en" ? "" : `.${lang}`;
  return [
    { path: `backlog${ending}.md`, bytes: backlogMarkdown(backlog) },
    { path: `backlog${ending}.csv`, bytes: backlogCsv(backlog) },
  ];
}

async function inputsOf(
  project: string | null,
  assessment: Assessment,
  options: BuildOptions,
): Promise<Pick<PreparedProject, "inputs" | "tables" | "folders">> {
  const inputs = options.assessment === null ? [] : [path.resolve(options.assessment)];
  if (project === null) return { inputs, tables: [], folders: [] };
  const tables: string[] = [];
  const folders = materialFolders(project).map((folder) => path.resolve(folder));
  const root = await realpath(project);
  if (options.assessment === null) {
    inputs.push(path.join(root, "forthright.yaml"));
    for (const { since } of assessment.documents)
      if (since !== undefined) inputs.push(path.join(root, since.assessment));
    for (const source of assessment.sources)
      if (!("path" in source)) tables.push(sourceName(source));
      else if (!source.path.includes("*")) inputs.push(path.join(root, source.path));
      // A file that comes to fit a pattern changes the evidence too; the project folder itself holds too much to list.
      else if (path.dirname(source.path) === ".") tables.push(source.path);
      else folders.push(path.dirname(path.join(root, source.path)));
  }
  folders.push(path.join(root, "notes"), path.join(root, "limitations"));
  return { inputs, tables, folders };
}
