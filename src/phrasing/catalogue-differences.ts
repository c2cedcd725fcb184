import { IntlMessageFormat } from "intl-messageformat";

import type { Catalogue } from "./say.js";

type Element = ReturnType<IntlMessageFormat["getAst"]>[number];

/** The kind of element that is plain text; the library does not export the list. */
const literal = 0;

/** Slots that say nothing of the facts, so that each language uses those its grammar needs: see `nounSlots`. */
const grammar = /^(of_|a_)|_n$|^(one_case|cases|positives|negatives|flagged|missed|unflagged|form|being)$/;

/**
 * How the phrases of a language differ from the original ones in what they say: ids that only one of them has, and
 * slots that one fills and the other does not. Forms of a noun and counts that choose a plural are each language's own.
 *
 * @returns one line for each difference; none when every fact the original tells is told
 */
export function catalogueDifferences(original: Catalogue, other: Catalogue, lang: string): string[] {
  const missing = Object.keys(original).filter((id) => !(id in other));
  const extra = Object.keys(other).filter((id) => !(id in original));
  const both = Object.keys(original).filter((id) => id in other);
  return [
    ...missing.map((id) => `${lang} has no phrase "${id}"`),
    ...extra.map((id) => `${lang} has a phrase "${id}" that the original does not have`),
    ...both.flatMap((id) => {
      const [wanted, given] = [slotsOf(original[id] ?? ""), slotsOf(other[id] ?? "")];
      const lost = [...wanted].filter((slot) => !given.has(slot));
      const added = [...given].filter((slot) => !wanted.has(slot));
      return [
        ...lost.map((slot) => `${lang} says nothing of {${slot}} in "${id}"`),
        ...added.map((slot) => `${lang} asks for {${slot}} in "${id}", which the original does not`),
      ];
    }),
  ];
}

/** What a phrase tells, by slot; a form after "of" counts as the slot it is a form of. */
function slotsOf(source: string): Set<string> {
  const elements = new IntlMessageFormat(source, "en", undefined, { ignoreTag: false }).getAst();
  return new Set(
    namesIn(elements)
      .map((name) => name.replace(/^of_/, ""))
      .filter((name) => !grammar.test(name)),
  );
}

function namesIn(elements: readonly Element[]): string[] {
  return elements.flatMap((element) => {
    const inner =
      "options" in element
        ? Object.values(element.options).flatMap(({ value }) => value)
        : "children" in element
          ? element.children
          : [];
    const own = "value" in element && (element.type as number) !== literal ? [element.value] : [];
    return [...own, ...namesIn(inner)];
  });
}
