import { IntlMessageFormat } from "intl-messageformat";

import type { Inline } from "../model/inline.js";
import { text } from "./inline.js";
import { dateFormat, numberFormat, pluralRules } from "./platform-formats.js";

/** Sentences by id, in ICU MessageFormat, for one language: the content of `templates/phrases/<lang>/`. */
export type Catalogue = Readonly<Record<string, string>>;

/** What fills the gaps of a phrase. Plain numbers only choose plural forms; a number to print is a datum. */
export type Slots = Readonly<Record<string, string | number | Inline | readonly Inline[]>>;

const formatters = {
  getNumberFormat: (lang: string | string[] | undefined, options?: Intl.NumberFormatOptions) =>
    numberFormat(String(lang), options),
  getDateTimeFormat: (lang: string | string[] | undefined, options?: Intl.DateTimeFormatOptions) =>
    dateFormat(String(lang), options),
  getPluralRules: (lang: string | string[] | undefined, options?: Intl.PluralRulesOptions) =>
    pluralRules(String(lang), options),
};

export type Say = (id: string, slots?: Slots) => readonly Inline[];

/**
 * Makes the function that turns a phrase id and its slots into a sentence.
 *
 * Phrases are interpreted, never compiled to code. `<b>...</b>` in a phrase becomes strong text.
 *
 * @throws Error when the id is unknown or a slot is missing: both are faults of ours or of a template
 */
export function createSay(catalogue: Catalogue, lang: string): Say {
  const parsed = parsedBefore(catalogue, lang);
  return (id, slots = {}) => {
    let message = parsed.get(id);
    if (message === undefined) {
      const source = catalogue[id];
      if (source === undefined) throw new Error(`There is no phrase "${id}" in language "${lang}"`);
      message = parsePhrase(id, source, lang);
      parsed.set(id, message);
    }
    const parts = message.formatToParts<unknown>({
      ...slots,
      b: (chunks: unknown[]) => ({ strong: chunks }),
    });
    return mergeText(parts.flatMap((part) => toInline(part.value)));
  };
}

const everParsed = new WeakMap<Catalogue, Map<string, Map<string, IntlMessageFormat>>>();

/** Phrases of a catalogue parsed so far: every document of a run speaks from the same ones. */
function parsedBefore(catalogue: Catalogue, lang: string): Map<string, IntlMessageFormat> {
  const byLang = everParsed.get(catalogue) ?? new Map<string, Map<string, IntlMessageFormat>>();
  everParsed.set(catalogue, byLang);
  const parsed = byLang.get(lang) ?? new Map<string, IntlMessageFormat>();
  byLang.set(lang, parsed);
  return parsed;
}

function parsePhrase(id: string, source: string, lang: string): IntlMessageFormat {
  try {
    return new IntlMessageFormat(source, lang, undefined, { ignoreTag: false, formatters });
  } catch (cause) {
    throw new Error(
      `The phrase "${id}" is no ICU message: ${cause instanceof Error ? cause.message : String(cause)}`,
      { cause },
    );
  }
}

function toInline(value: unknown): readonly Inline[] {
  if (Array.isArray(value)) return value.flatMap(toInline);
  if (typeof value === "string") return value === "" ? [] : [text(value)];
  if (typeof value === "number") return [text(String(value))];
  if (value !== null && typeof value === "object") {
    if ("strong" in value) return [{ type: "strong", children: mergeText(toInline(value.strong)) }];
    if ("type" in value) return [value as Inline];
  }
  throw new Error(`Unexpected ${typeof value} in a phrase, expected text or a datum`);
}

function mergeText(pieces: readonly Inline[]): readonly Inline[] {
  const merged: Inline[] = [];
  for (const piece of pieces) {
    const last = merged[merged.length - 1];
    if (piece.type === "text" && last?.type === "text")
      merged[merged.length - 1] = text(last.value + piece.value);
    else merged.push(piece);
  }
  return merged;
}
