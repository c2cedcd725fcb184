import { createHash } from "node:crypto";

import type { ComposedDocument } from "../model/document.js";
import { canonicalJson } from "../model/canonical-json.js";
import type { Materials } from "../model/materials.js";
import { templateFor } from "../templates.js";
import { fontFaces } from "./font-faces.js";

export interface PageParts {
  readonly document: ComposedDocument;
  readonly materials: Materials;
  readonly header: string;
  readonly main: string;
  readonly footer: string;
  /** Embedded Assessment, as JSON text. */
  readonly data: string;
  readonly author: string;
  /** Printed in the margin of every page: model, version, evidence date, digest. */
  readonly running: string;
  /** Printed in the top margin of every page; empty prints nothing. */
  readonly banner: string;
  readonly generator: string;
}

/**
 * The finished page: one file, one style sheet under its hash, no request to anywhere. It has no script but that of the
 * sliders, under its own hash, and only where there are sliders.
 */
export function pageHtml(parts: PageParts): string {
  const { document, materials } = parts;
  const { header, main, footer, running, banner } = parts;
  const faces = fontFaces(materials, main, header + footer + running + banner);
  const style = [
    faces,
    ...sheetsOf(materials, document.kind, header + main + footer),
    pageMargins(parts),
  ].join("\n");
  const { scenario } = document;
  const { board, folded } = materials.sliders;
  const script = scenario === undefined ? "" : main.includes('class="what-if"') ? folded : board;
  return layoutOf(materials)({
    lang: document.lang,
    title: document.title,
    kind: document.kind,
    kindTitle: document.kindTitle,
    draft: document.plan.status !== "final",
    author: parts.author,
    generator: parts.generator,
    csp: policyOf(style, script),
    style,
    script,
    header: parts.header,
    main: parts.main,
    footer: parts.footer,
    banner: parts.banner,
    data: escapeJson(parts.data),
    scenario: scenario === undefined ? "" : escapeJson(canonicalJson(scenario)),
  });
}

/** What the page may do: nothing but what is written in it, letter by letter. */
function policyOf(style: string, script: string): string {
  const hash = (text: string): string => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
  return [
    "default-src 'none'",
    `style-src ${hash(style)}`,
    ...(script === "" ? [] : [`script-src ${hash(script)}`]),
    "img-src data:",
    "font-src data:",
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
}

const compiled = new WeakMap<Materials, HandlebarsTemplateDelegate>();

/** The layout, compiled once for all documents of a run. */
function layoutOf(materials: Materials): HandlebarsTemplateDelegate {
  const known = compiled.get(materials);
  if (known !== undefined) return known;
  const template = templateFor("page", materials.layout);
  compiled.set(materials, template);
  return template;
}

/** Sheets for pages that have an element of one of these classes. */
const ofClasses: Readonly<Record<string, readonly string[]>> = {
  "card-tables": [
    "grid-details",
    "grid-evidence-facts",
    "grid-ledger",
    "grid-measures",
    "grid-operation",
    "grid-results",
    "grid-use-facts",
  ],
  "grid-fact-box": ["grid-fact-box"],
  matrix: ["matrix"],
  record: ["record"],
  restriction: ["restriction"],
  scenario: ["scenario"],
  strip: ["strip"],
  wording: ["wording"],
};

/** Sheets of the page: one named as a kind of document goes into that kind alone, and none has that of the list of documents. */
function sheetsOf({ styles, documents }: Materials, kind: string, content: string): string[] {
  const classes = new Set(
    [...content.matchAll(/ class="([^"]*)"/g)].flatMap(([, names = ""]) => names.split(" ")),
  );
  return Object.keys(styles)
    .filter((name) => name === kind || !(name in documents || name === "index"))
    .filter((name) => ofClasses[name]?.some((one) => classes.has(one)) ?? true)
    .sort()
    .map((name) => styles[name] ?? "");
}

/** What stands in the margins when printed, by the browser itself: also when a reader prints the file. */
function pageMargins({ running, banner }: PageParts): string {
  const top =
    banner === ""
      ? ""
      : `@top-center{content:${cssString(banner)};font:600 8pt "Forthright Sans",sans-serif;color:#7b2350}`;
  return `@page{${top}@bottom-left{content:${cssString(running)};font:400 7.5pt "Forthright Sans",sans-serif;color:#626871}@bottom-right{content:counter(page) " / " counter(pages);font:400 7.5pt "Forthright Sans",sans-serif;color:#626871}}`;
}

/** A CSS string in which no letter can end the string or the style element. */
function cssString(text: string): string {
  const safe = [...text].map((letter) =>
    /[\p{L}\p{N} ,.·:()–-]/u.test(letter) ? letter : `\\${(letter.codePointAt(0) ?? 32).toString(16)} `,
  );
  return `"${safe.join("")}"`;
}

/** JSON inside a script element: no `<` that could end it, no line separator that older readers trip over. */
function escapeJson(json: string): string {
  return json.replace(
    /[<>&\u2028\u2029]/g,
    (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}
