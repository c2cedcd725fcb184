import type { PackedPhrase } from "../model/scenario-data.js";
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
      phrase = compilePhrase(readPacked(packed), lang) ?? undefined;
      if (phrase === undefined) throw new Error(`The phrase "${id}" needs a format of the library`);
      prepared.set(id, phrase);
    }
    return phrase(slots, nouns);
  };
}

/** The parsed form that `packPhrase` has written down. */
export function readPacked(packed: PackedPhrase): Ast {
  let at = 0;
  /** Letters up to one of these, which is passed over. */
  const upTo = (ends: string): string => {
    const start = at;
    while (at < packed.length && !ends.includes(packed.charAt(at))) at += 1;
    at += 1;
    return packed.slice(start, at - 1);
  };
  const readAll = (): unknown[] => {
    const parts: unknown[] = [];
    let words = "";
    const take = (): void => {
      if (words !== "") parts.push({ type: 0, value: words });
      words = "";
    };
    for (; at < packed.length && !"|}".includes(packed.charAt(at)); at += 1) {
      const letter = packed.charAt(at);
      if (letter === "{") {
        take();
        at += 1;
        parts.push(readHole());
        at -= 1;
      } else words += letter === "\\" ? packed.charAt((at += 1)) : letter;
    }
    take();
    return parts;
  };
  /** From after its brace to after the one that closes it. */
  const readHole = (): unknown => {
    if (packed.charAt(at) === "*") {
      at += 1;
      const children = readAll();
      at += 1;
      return { type: 8, value: "b", children };
    }
    const value = upTo("}?:!");
    const kind = packed.charAt(at - 1);
    if (kind === "}") return value === "#" ? { type: 7 } : { type: 1, value };
    const options: Record<string, { readonly value: readonly unknown[] }> = {};
    let offset = 0;
    do {
      const name = upTo("~");
      const said = readAll();
      if (name.startsWith("+")) offset = Number(name);
      else options[name === "" ? "other" : name] = { value: said };
      at += 1;
    } while (packed.charAt(at - 1) === "|");
    const pluralType = kind === "!" ? "ordinal" : "cardinal";
    return kind === "?" ? { type: 5, value, options } : { type: 6, value, options, offset, pluralType };
  };
  return readAll() as Ast;
}
