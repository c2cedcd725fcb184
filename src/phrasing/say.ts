import { IntlMessageFormat } from "intl-messageformat";

import type { Inline } from "../model/inline.js";
import { compilePhrase, type SayPhrase, type Slots } from "./compile-phrase.js";
import { text } from "./inline.js";
import { dateFormat, numberFormat, pluralRules } from "./platform-formats.js";

/** Sentences by id, in ICU MessageFormat, for one language: the content of `templates/phrases/<lang>/`. */
export type Catalogue = Readonly<Record<string, string>>;

export type { Slots } from "./compile-phrase.js";

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
 * @param nouns - slots that every phrase may use, unless it is given others of that name: see `nounSlots`
 * @throws Error when the id is unknown or a slot is missing: both are faults of ours or of a template
 */
export function createSay(catalogue: Catalogue, lang: string, nouns: Slots = {}): Say {
  const prepared = preparedBefore(catalogue, lang);
  return (id, slots = {}) => {
    let phrase = prepared.get(id);
    if (phrase === undefined) {
      const source = catalogue[id];
      if (source === undefined) throw new Error(`There is no phrase "${id}" in language "${lang}"`);
      phrase = preparePhrase(id, source, lang);
      prepared.set(id, phrase);
    }
    return phrase(slots, nouns);
  };
}

const everPrepared = new WeakMap<Catalogue, Map<string, Map<string, SayPhrase>>>();

/** Phrases of a catalogue prepared so far: every document of a run speaks from the same ones. */
function preparedBefore(catalogue: Catalogue, lang: string): Map<string, SayPhrase> {
  const byLang = everPrepared.get(catalogue) ?? new Map<string, Map<string, SayPhrase>>();
  everPrepared.set(catalogue, byLang);
  const prepared = byLang.get(lang) ?? new Map<string, SayPhrase>();
  byLang.set(lang, prepared);
  return prepared;
}

function preparePhrase(id: string, source: string, lang: string): SayPhrase {
  try {
    const message = new IntlMessageFormat(source, lang, undefined, { ignoreTag: false, formatters });
    return (
      compilePhrase(message.getAst(), lang) ??
      ((slots, nouns) => formattedParts(message, { ...nouns, ...slots }))
    );
  } catch (cause) {
    throw new Error(
      `The phrase "${id}" is no ICU message: ${cause instanceof Error ? cause.message : String(cause)}`,
      { cause },
    );
  }
}

/** A phrase with a number, date or time format of its own, which the library says. */
function formattedParts(message: IntlMessageFormat, slots: Slots): readonly Inline[] {
  const parts = message.formatToParts<unknown>({ ...slots, b: (chunks: unknown[]) => ({ strong: chunks }) });
  return mergeText(parts.flatMap((part) => toInline(part.value)));
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
