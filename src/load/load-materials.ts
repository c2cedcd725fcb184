import { existsSync } from "node:fs";
import { readFile, readdir } from "node:fs/promises";
import path from "node:path";
import * as z from "zod";

import { UserError } from "../errors.js";
import type { Analogy, DocumentKind, Materials } from "../model/materials.js";
import { audiences } from "../model/plan.js";
import { packageFile } from "../package-file.js";
import { readAnalogy, translatedAnalogy } from "./read-analogy.js";
import { readYaml } from "./read-yaml.js";
import { splitFrontMatter } from "./split-front-matter.js";

const kindSchema = z.strictObject({
  kind: z.string(),
  title: z
    .string()
    .optional()
    .describe("Name of the kind, as printed; a phrase `document.<kind>` in each language stands before it."),
  summary: z.string().describe("One line for `forthright list kinds`."),
  audience: z.enum(audiences).describe("Usual edition."),
  answers: z
    .enum(audiences)
    .optional()
    .describe(
      "Whose edition its facts are taken from, for a document that tells its reader what to say to others.",
    ),
  slots: z.array(z.string()).describe("Places a note can fill."),
  needs: z.array(z.string()).default([]).describe("Facts without which a final document is not published."),
  requires: z.array(z.string()).default([]).describe("Facts without which this kind cannot be made at all."),
  pages: z.number().int().optional().describe("Most pages when printed."),
});

/** Folders of a project whose files stand in for ours of the same name. */
export function materialFolders(project: string): string[] {
  return [path.join(project, "templates"), path.join(project, "analogies")];
}

/**
 * Reads what the words half works with: document kinds, partials, phrases, analogies, layout, styles, fonts.
 *
 * Files of the project's own `templates/` and `analogies/` stand in for ours of the same name.
 *
 * @param project - project folder; null takes ours alone
 */
export async function loadMaterials(project: string | null, lang: string): Promise<Materials> {
  let reading = read.get(lang);
  if (reading === undefined) {
    reading = ownMaterials(lang);
    read.set(lang, reading);
    reading.catch(() => read.delete(lang)); // A mistake of the caller's is not remembered.
  }
  const ours = await reading;
  if (project === null) return ours;
  const [templates = "", analogies = ""] = materialFolders(project);
  const files = new Map([
    ...(await filesBelow(templates, "")),
    ...(await filesBelow(analogies, "analogies/")),
  ]);
  if (files.size === 0) return ours;
  const theirs = await materialsIn(files, lang);
  return {
    documents: { ...ours.documents, ...theirs.documents },
    analogies: { ...ours.analogies, ...theirs.analogies },
    partials: { ...ours.partials, ...theirs.partials },
    phrases: { ...ours.phrases, ...theirs.phrases },
    layout: theirs.layout ?? ours.layout,
    styles: { ...ours.styles, ...theirs.styles },
    fonts: { ...ours.fonts, ...theirs.fonts },
    // A program is never taken from a project.
    sliders: ours.sliders,
  };
}

/** Ours by language: every project of a run works with the same ones, and what was prepared from them is prepared once. */
const read = new Map<string, Promise<Materials>>();

/** Ours, as the build has read them once for all, or from `templates/` where there was no build yet. */
async function ownMaterials(lang: string): Promise<Materials> {
  const isName = /^[A-Za-z]+(-[A-Za-z0-9]+)*$/.test(lang);
  const built = isName
    ? await readFile(packageFile(`dist/materials.${lang}.json`), "utf8").catch(() => null)
    : null;
  if (built !== null) return JSON.parse(built) as Materials;
  const { layout, ...others } = await materialsIn(await filesBelow(packageFile("templates"), ""), lang);
  if (!isName || Object.keys(others.phrases).length === 0) {
    throw new UserError("usage", {
      code: "E-LANG",
      severity: "error",
      text: `There are no phrases for language "${lang}".`,
      hint: `Available: ${(await languages()).join(", ")}.`,
    });
  }
  const program = (name: string) => readFile(packageFile(`dist/${name}.js`), "utf8").catch(() => "");
  const [board, folded] = await Promise.all([program("sliders-board"), program("sliders")]);
  return { ...others, sliders: { board, folded }, layout: layout ?? "" };
}

/** Languages our own phrases speak, by code. */
export async function languages(): Promise<string[]> {
  const entries = await readdir(packageFile("templates/phrases"), { withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();
}

async function materialsIn(
  files: ReadonlyMap<string, string>,
  lang: string,
): Promise<Omit<Materials, "layout" | "sliders"> & { readonly layout: string | null }> {
  const text = async (name: string): Promise<string> => readFile(files.get(name) ?? "", "utf8");
  const named = (folder: string, ending: string): string[] =>
    [...files.keys()]
      .filter((name) => name.startsWith(`${folder}/`) && name.endsWith(ending))
      .filter((name) => path.posix.basename(name) !== "README.md")
      .sort();
  const texts = async (folder: string, ending: string): Promise<Record<string, string>> => {
    const read = named(folder, ending).map(async (name) => [
      path.posix.basename(name, ending),
      await text(name),
    ]);
    return Object.fromEntries((await Promise.all(read)) as [string, string][]);
  };

  const phrases = await phrasesOf(named(`phrases/${lang}`, ".yaml"), text);
  const documents: Record<string, DocumentKind> = {};
  for (const name of named("documents", ".md.hbs")) {
    const { yaml, body, yamlLine } = splitFrontMatter(await text(name));
    const { value } = readYaml(yaml ?? "", name, kindSchema, yamlLine);
    const title = phrases[`document.${value.kind}`] ?? value.title ?? value.kind;
    documents[value.kind] = {
      ...value,
      title,
      pages: value.pages ?? null,
      source: body,
      path: name,
    };
  }
  const fonts: Record<string, string> = {};
  for (const name of named("fonts", ".woff2"))
    fonts[path.posix.basename(name, ".woff2")] = (await readFile(files.get(name) ?? "")).toString("base64");
  return {
    documents,
    analogies: await analogiesOf(named("analogies", ".md"), text, lang),
    partials: await texts("partials", ".md.hbs"),
    phrases,
    layout: files.has("layout.html.hbs") ? await text("layout.html.hbs") : null,
    styles: await texts("styles", ".css"),
    fonts,
  };
}

/** The text of an analogy in another language, `opinion-poll.de.md`: its conditions are those of the original. */
function isTranslation(name: string): boolean {
  return /\.[a-z]{2}(-[A-Za-z0-9]+)*\.md$/.test(name);
}

/** Analogies by id. One that nobody has put into the language is known, and has no text. */
async function analogiesOf(
  names: readonly string[],
  text: (name: string) => Promise<string>,
  lang: string,
): Promise<Record<string, Analogy>> {
  const analogies: Record<string, Analogy> = {};
  for (const name of names.filter((one) => !isTranslation(one))) {
    const original = readAnalogy(await text(name), name);
    const translated = name.replace(/\.md$/, `.${lang}.md`);
    analogies[original.id] =
      lang === "en"
        ? original
        : names.includes(translated)
          ? translatedAnalogy(await text(translated), translated, original)
          : { ...original, body: null, breaks: null };
  }
  return analogies;
}

/** Every phrase by its dotted id; the file name is the first part. */
async function phrasesOf(
  names: readonly string[],
  text: (name: string) => Promise<string>,
): Promise<Record<string, string>> {
  const phrases: Record<string, string> = {};
  const collect = (prefix: string, value: unknown): void => {
    if (typeof value === "string") phrases[prefix] = value;
    else if (value !== null && typeof value === "object")
      for (const [key, inner] of Object.entries(value)) collect(`${prefix}.${key}`, inner);
  };
  for (const name of names)
    collect(
      path.posix.basename(name, ".yaml"),
      readYaml(await text(name), name, z.record(z.string(), z.unknown())).value,
    );
  return phrases;
}

/** Files below a folder by name; none when it does not exist. Links are not followed. */
async function filesBelow(folder: string, prefix: string): Promise<Map<string, string>> {
  if (!existsSync(folder)) return new Map();
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));
  return new Map(
    files.map((file) => [`${prefix}${path.relative(folder, file).split(path.sep).join("/")}`, file]),
  );
}
