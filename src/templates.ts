import { existsSync } from "node:fs";
import { pathToFileURL } from "node:url";
import handlebarsRuntime from "handlebars/runtime.js";

import type { Materials } from "./model/materials.js";
import { packageFile } from "./package-file.js";

/** What a template writes: Markdown with directives, whose values are tokens, or the HTML of a page. */
export type TemplateUse = "markdown" | "page";

export const helperNames = ["t", "eq", "or", "and", "not"] as const;

/** How Handlebars compiles for each use. A value that does not exist stops the build instead of leaving a gap. */
export const templateOptions = {
  markdown: {
    strict: true,
    noEscape: true, // What is written is Markdown, and every value is a token.
    knownHelpersOnly: true,
    knownHelpers: Object.fromEntries(helperNames.map((name) => [name, true])),
  },
  page: { strict: true, knownHelpersOnly: true },
} as const;

// Its own types say nothing of what it holds.
const runtime = handlebarsRuntime as unknown as Pick<typeof Handlebars, "create">;

type Built = Readonly<Record<string, TemplateSpecification>>;

let built: Built | null = null;
let compiler: typeof Handlebars | null = null;

/** Name of a template among those that the build has compiled. */
export function templateKey(use: TemplateUse, source: string): string {
  return `${use}:${source}`;
}

/** Every template of some materials. An analogy is none: its slots are words, put in by nothing but a search. */
export function templatesOf({ documents, layout }: Materials) {
  return [
    ...Object.values(documents).map(({ source }) => ({ use: "markdown" as const, source })),
    { use: "page" as const, source: layout },
  ];
}

/**
 * Gets ready to run the templates of some materials. Ours were compiled by the build; the compiler is loaded only
 * for a project's own.
 */
export async function prepareTemplates(materials: Materials): Promise<void> {
  const file = packageFile("dist/templates.js");
  built ??= existsSync(file) ? ((await import(pathToFileURL(file).href)) as { default: Built }).default : {};
  const known = built;
  const own = templatesOf(materials).some(({ use, source }) => known[templateKey(use, source)] === undefined);
  if (own || Object.keys(materials.partials).length > 0) compiler ??= (await import("handlebars")).default;
}

/**
 * A template that can be run.
 *
 * @throws Error when `prepareTemplates` has not seen it
 */
export function templateFor<View>(
  use: TemplateUse,
  source: string,
  helpers: Readonly<Record<string, Handlebars.HelperDelegate>> = {},
  partials: Materials["partials"] = {},
): HandlebarsTemplateDelegate<View> {
  const compiled = Object.keys(partials).length === 0 ? built?.[templateKey(use, source)] : undefined;
  if (compiled !== undefined) {
    const environment = runtime.create();
    environment.registerHelper({ ...helpers });
    return environment.template<View>(compiled);
  }
  if (compiler === null) throw new Error("This template was not prepared");
  const environment = compiler.create();
  environment.registerHelper({ ...helpers });
  for (const [name, partial] of Object.entries(partials)) environment.registerPartial(name, partial);
  return environment.compile<View>(source, templateOptions[use]);
}
