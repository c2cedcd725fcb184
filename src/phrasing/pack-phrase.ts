import { IntlMessageFormat } from "intl-messageformat";

import type { PackedPart, PackedPhrase } from "../model/scenario-data.js";

type Element = ReturnType<IntlMessageFormat["getAst"]>[number];

/**
 * A phrase parsed and written as short as JSON allows, for a page that says it again and again: a fifth larger than its
 * text, a third of the parser's own form, and the page needs no parser. `unpackPhrase` reads it.
 *
 * @throws Error for a number, date or time format of its own: only the library says those
 */
export function packPhrase(source: string, lang: string): PackedPhrase {
  return new IntlMessageFormat(source, lang, undefined, { ignoreTag: false }).getAst().map(packElement);
}

function packElement(element: Element): PackedPart {
  const { value, options = {}, offset, pluralType, children } = element as unknown as Loose;
  switch (element.type as number) {
    case 0:
      return value;
    case 1:
      return [value];
    case 5:
      return ["select", value, packOptions(options)];
    case 6: {
      const kind = pluralType === "ordinal" ? "selectordinal" : "plural";
      return offset === undefined || offset === 0
        ? [kind, value, packOptions(options)]
        : [kind, value, packOptions(options), offset];
    }
    case 7:
      return 0;
    case 8:
      return ["b", (children ?? []).map(packElement)];
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

function packOptions(options: NonNullable<Loose["options"]>): Readonly<Record<string, PackedPhrase>> {
  return Object.fromEntries(
    Object.entries(options).map(([name, { value }]) => [name, value.map(packElement)]),
  );
}
