import { existsSync } from "node:fs";
import { readFile, readdir } from "node:fs/promises";
import path from "node:path";
import { z } from "zod";

import { UserError } from "../errors.js";
import type { Materials } from "../model/materials.js";
import { audiences } from "../model/plan.js";
import { readYaml } from "./read-yaml.js";
import { splitFrontMatter } from "./split-front-matter.js";

const kindSchema = z.strictObject({
  kind: z.string(),
  title: z.string().describe("Name of the kind, as printed on the document."),
  summary: z.string().describe("One line for `forthright list kinds`."),
  audience: z.enum(audiences).describe("Usual edition."),
  slots: z.array(z.string()).describe("Places a note can fill."),
  needs: z.array(z.string()).default([]).describe("Facts without which a final document is not published."),
  pages: z.number().int().optional().describe("Most pages when printed."),
});

const analogySchema = z.strictObject({
  id: z.string(),
  concept: z.string(),
  requires: z.array(z.string()).describe("Conditions checked against the Assessment."),
  avoid: z.array(z.string()).default([]).describe("Audiences it does not suit."),
  source: z.string().optional(),
  tried: z.array(z.strictObject({ audience: z.string(), n: z.number(), understood: z.number() })).default([]),
});

/**
 * Reads what the words half works with: document kinds, partials, phrases, analogies, layout, styles, fonts.
 *
 * Files of the project's own `templates/` and `analogies/` stand in for ours of the same name.
 *
 * @param roots - template folders, ours first
 */
export async function loadMaterials(roots: readonly string[], lang: string): Promise<Materials> {
  const files = new Map<string, string>();
  for (const root of roots) for (const [name, absolute] of await filesBelow(root)) files.set(name, absolute);
  const text = async (name: string): Promise<string> => readFile(files.get(name) ?? "", "utf8");
  const named = (folder: string, ending: string): string[] =>
    [...files.keys()].filter((name) => name.startsWith(`${folder}/`) && name.endsWith(ending)).sort();

  const documents: Materials["documents"] = {};
  for (const name of named("documents", ".md.hbs")) {
    const { yaml, body, yamlLine } = splitFrontMatter(await text(name));
    const { value } = readYaml(yaml ?? "", name, kindSchema, yamlLine);
    documents[value.kind] = { ...value, pages: value.pages ?? null, source: body, path: name };
  }
  const analogies: Materials["analogies"] = {};
  for (const name of named("analogies", ".md")) {
    const { yaml, body, yamlLine } = splitFrontMatter(await text(name));
    const { value } = readYaml(yaml ?? "", name, analogySchema, yamlLine);
    analogies[value.id] = { ...value, source: value.source ?? null, body: body.trim(), path: name };
  }
  const partials: Record<string, string> = {};
  for (const name of named("partials", ".md.hbs"))
    partials[path.posix.basename(name, ".md.hbs")] = await text(name);
  const fonts: Record<string, string> = {};
  for (const name of named("fonts", ".woff2"))
    fonts[path.posix.basename(name, ".woff2")] = (await readFile(files.get(name) ?? "")).toString("base64");
  const styles = (await Promise.all(named("styles", ".css").map(text))).join("\n");
  return {
    documents,
    analogies,
    partials,
    phrases: await phrasesOf(named(`phrases/${lang}`, ".yaml"), text, lang),
    layout: await text("layout.html.hbs"),
    styles,
    fonts,
  };
}

/** Every phrase by its dotted id; the file name is the first part. */
async function phrasesOf(
  names: readonly string[],
  text: (name: string) => Promise<string>,
  lang: string,
): Promise<Record<string, string>> {
  if (names.length === 0) {
    throw new UserError("usage", {
      code: "E-LANG",
      severity: "error",
      text: `There are no phrases for language "${lang}".`,
      hint: "Available: en.",
    });
  }
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

async function filesBelow(root: string): Promise<[string, string][]> {
  if (!existsSync(root)) return [];
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => {
      const absolute = path.join(entry.parentPath, entry.name);
      return [path.relative(root, absolute).split(path.sep).join("/"), absolute];
    });
}
