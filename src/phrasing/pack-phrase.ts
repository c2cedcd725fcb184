import { IntlMessageFormat } from "intl-messageformat";

import type { PackedPhrase } from "../model/scenario-data.js";

type Element = ReturnType<IntlMessageFormat["getAst"]>[number];

/**
 * A phrase in a form that is read in one pass, for a page that says it again and again: about as long as its source, and
 * the page needs no parser of ICU messages. `readPacked` reads it.
 *
 * `{name}` is a slot and `{#}` the number of the plural around it; `{name?yes~...|~...}` chooses by a word,
 * `{name:one~...|~...}` by a count and `{name!one~...|~...}` by an ordinal, where no name before `~` is "other" and `+2`
 * an offset; `{*...}` is strong. `\` stands before a letter that is none of these.
 *
 * @throws Error for a number, date or time format of its own: only the library says those
 */
export function packPhrase(source: string, lang: string): PackedPhrase {
  return packAll(new IntlMessageFormat(source, lang, undefined, { ignoreTag: false }).getAst());
}

function packAll(elements: readonly Element[]): string {
  return elements.map(packElement).join("");
}

function packElement(element: Element): string {
  const { value, options = {}, offset, pluralType, children } = element as unknown as Loose;
  switch (element.type as number) {
    case 0:
      return value.replace(/[{}|~\\]/g, "\\$&");
    case 1:
      return `{${value}}`;
    case 5:
      return `{${value}?${packOptions(options)}}`;
    case 6: {
      const shift = offset === undefined || offset === 0 ? "" : `+${offset}~|`;
      return `{${value}${pluralType === "ordinal" ? "!" : ":"}${shift}${packOptions(options)}}`;
    }
    case 7:
      return "{#}";
    case 8:
      return `{*${packAll(children ?? [])}}`;
    default:
      throw new Error("A phrase with a format of the library cannot be packed");
  }
}

interface Loose {
  readonly value: string;
  readonly options?: Readonly<Record<string, { readonly value: readonly Element[] }>>;
  readonly offset?: number;
  readonly pluralType?: string;
  readonly children?: readonly Element[];
}

function packOptions(options: NonNullable<Loose["options"]>): string {
  return Object.entries(options)
    .map(([name, { value }]) => `${name === "other" ? "" : name}~${packAll(value)}`)
    .join("|");
}
