import type { PackedPart, PackedPhrase } from "../model/scenario-data.js";
import { compilePhrase, type SayPhrase, type Slots } from "./compile-phrase.js";
import type { Say } from "./say.js";

type Ast = Parameters<typeof compilePhrase>[0];

/**
 * Says phrases that were parsed before, as a page carries them: the same sentences as `createSay`, without the parser.
 *
 * @throws Error when the id is unknown or a slot is missing
 */
export function createPackedSay(
  phrases: Readonly<Record<string, PackedPhrase>>,
  lang: string,
  nouns: Slots = {},
): Say {
  const prepared = new Map<string, SayPhrase>();
  return (id, slots = {}) => {
    let phrase = prepared.get(id);
    if (phrase === undefined) {
      const packed = phrases[id];
      if (packed === undefined) throw new Error(`There is no phrase "${id}" in this page`);
      phrase = compilePhrase(unpackPhrase(packed), lang) ?? undefined;
      if (phrase === undefined) throw new Error(`The phrase "${id}" needs a format of the library`);
      prepared.set(id, phrase);
    }
    return phrase(slots, nouns);
  };
}

/** The parsed form that `packPhrase` has shortened. */
export function unpackPhrase(packed: PackedPhrase): Ast {
  return packed.map(unpackPart) as unknown as Ast;
}

type Choice = Exclude<Extract<PackedPart, readonly [string, string, ...unknown[]]>, readonly ["b", unknown]>;

function unpackPart(part: PackedPart): unknown {
  if (typeof part === "string") return { type: 0, value: part };
  if (part === 0) return { type: 7 };
  const [kind, second] = part;
  if (second === undefined) return { type: 1, value: kind };
  if (typeof second !== "string") return { type: 8, value: kind, children: unpackPhrase(second) };
  const [, value, options, offset = 0] = part as Choice;
  return {
    type: kind === "select" ? 5 : 6,
    value,
    offset,
    pluralType: kind === "selectordinal" ? "ordinal" : "cardinal",
    options: Object.fromEntries(
      Object.entries(options).map(([name, inner]) => [name, { value: unpackPhrase(inner) }]),
    ),
  };
}
