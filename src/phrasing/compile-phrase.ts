import type { IntlMessageFormat } from "intl-messageformat";

import type { Inline } from "../model/inline.js";
import { text } from "./inline.js";
import { numberFormat, pluralRules } from "./platform-formats.js";

/** What fills the gaps of a phrase. Plain numbers only choose plural forms; a number to print is a datum. */
export type Slots = Readonly<Record<string, string | number | Inline | readonly Inline[]>>;

/** Says one phrase with its slots filled; a slot that is not given is looked for among the nouns every phrase may use. */
export type SayPhrase = (slots: Slots, nouns?: Slots) => readonly Inline[];

/** Writes one part of a phrase; `counted` is the number of the plural around it, which `#` prints. */
type Part = (slots: Slots, sentence: Sentence, counted: number | null) => void;

type Element = ReturnType<IntlMessageFormat["getAst"]>[number];

/** Kinds of element as the parser of intl-messageformat numbers them; the library does not export the list. */
const kinds = { literal: 0, argument: 1, select: 5, plural: 6, pound: 7, tag: 8 } as const;

/**
 * A parsed phrase as nested closures: the same sentence as `formatToParts` of the library, several times faster, for
 * the sliders say sentences on every frame. Nothing is compiled to code.
 *
 * @returns null for a phrase with an element that only the library formats: a number, date or time of its own
 */
export function compilePhrase(ast: readonly Element[], lang: string): SayPhrase | null {
  const parts = compileAll(ast, lang);
  if (parts === null) return null;
  return (slots, nouns = {}) => {
    const sentence: Sentence = { pieces: [], pending: "", nouns };
    for (const part of parts) part(slots, sentence, null);
    takeText(sentence);
    return sentence.pieces;
  };
}

function compileAll(elements: readonly Element[], lang: string): readonly Part[] | null {
  const parts = elements.map((element) => compile(element, lang));
  return parts.every((part) => part !== null) ? parts : null;
}

function compile(element: Element, lang: string): Part | null {
  switch (element.type as number) {
    case kinds.literal:
      return literal((element as { value: string }).value);
    case kinds.argument:
      return argument((element as { value: string }).value);
    case kinds.pound:
      return pound(lang);
    case kinds.select:
      return select(element as unknown as Choice, lang);
    case kinds.plural:
      return plural(element as unknown as PluralChoice, lang);
    case kinds.tag:
      return strong(element as unknown as { children: readonly Element[] }, lang);
    default:
      return null;
  }
}

interface Choice {
  readonly value: string;
  readonly options: Readonly<Record<string, { readonly value: readonly Element[] }>>;
}

interface PluralChoice extends Choice {
  readonly offset: number;
  readonly pluralType?: Intl.PluralRuleType;
}

function literal(words: string): Part {
  return (_slots, sentence) => addText(sentence, words);
}

function argument(name: string): Part {
  return (slots, sentence) => addValue(sentence, slotOf(slots, sentence, name));
}

function pound(lang: string): Part {
  return (_slots, sentence, counted) =>
    addText(sentence, counted === null ? "#" : numberFormat(lang).format(counted));
}

function select({ value: name, options }: Choice, lang: string): Part | null {
  const branches = branchesOf(options, lang);
  if (branches === null) return null;
  return (slots, sentence, counted) => {
    const chosen = slotOf(slots, sentence, name);
    const branch =
      (typeof chosen === "string" || typeof chosen === "number" ? branches.get(String(chosen)) : undefined) ??
      branches.get("other");
    if (branch === undefined) throw new Error(`The slot "${name}" of a phrase has a value it does not know`);
    for (const part of branch) part(slots, sentence, counted);
  };
}

function plural({ value: name, options, offset, pluralType }: PluralChoice, lang: string): Part | null {
  const branches = branchesOf(options, lang);
  if (branches === null) return null;
  const rules = pluralRules(lang, { type: pluralType ?? "cardinal" });
  return (slots, sentence) => {
    const count = Number(slotOf(slots, sentence, name));
    const branch =
      branches.get(`=${count}`) ?? branches.get(rules.select(count - offset)) ?? branches.get("other");
    if (branch === undefined) throw new Error(`The slot "${name}" of a phrase has no plural form`);
    for (const part of branch) part(slots, sentence, count - offset);
  };
}

function strong({ children }: { readonly children: readonly Element[] }, lang: string): Part | null {
  const parts = compileAll(children, lang);
  if (parts === null) return null;
  return (slots, sentence, counted) => {
    const inner: Sentence = { pieces: [], pending: "", nouns: sentence.nouns };
    for (const part of parts) part(slots, inner, counted);
    takeText(inner);
    addValue(sentence, { type: "strong", children: inner.pieces });
  };
}

function branchesOf(options: Choice["options"], lang: string): ReadonlyMap<string, readonly Part[]> | null {
  const branches = new Map<string, readonly Part[]>();
  for (const [key, { value }] of Object.entries(options)) {
    const parts = compileAll(value, lang);
    if (parts === null) return null;
    branches.set(key, parts);
  }
  return branches;
}

/** Looked up in both, and never put together: a page says thousands of phrases, each with a few of a dozen nouns. */
function slotOf(slots: Slots, { nouns }: Sentence, name: string): Slots[string] {
  const value = slots[name] ?? nouns[name];
  if (value === undefined) throw new Error(`The slot "${name}" of a phrase is not filled`);
  return value;
}

/** A sentence while it is being said: neighbouring texts grow together. */
interface Sentence {
  readonly pieces: Inline[];
  /** Text that no piece has taken yet. */
  pending: string;
  /** Slots that every phrase may use. */
  readonly nouns: Slots;
}

function addText(sentence: Sentence, words: string): void {
  sentence.pending += words;
}

function addValue(sentence: Sentence, value: unknown): void {
  if (typeof value === "string") sentence.pending += value;
  else if (typeof value === "number") sentence.pending += String(value);
  else if (Array.isArray(value)) for (const piece of value) addValue(sentence, piece);
  else if (value !== null && typeof value === "object" && "type" in value) {
    const piece = value as Inline;
    if (piece.type === "text") sentence.pending += piece.value;
    else {
      takeText(sentence);
      sentence.pieces.push(piece);
    }
  } else throw new Error(`Unexpected ${typeof value} in a phrase, expected text or a datum`);
}

function takeText(sentence: Sentence): void {
  if (sentence.pending !== "") sentence.pieces.push(text(sentence.pending));
  sentence.pending = "";
}
