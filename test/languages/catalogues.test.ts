import { readdirSync } from "node:fs";
import { IntlMessageFormat } from "intl-messageformat";
import { describe, expect, it } from "vitest";

import { loadMaterials } from "../../src/load/load-materials.js";
import { packageFile } from "../../src/package-file.js";
import { catalogueDifferences } from "../../src/phrasing/catalogue-differences.js";

const others = readdirSync(packageFile("templates/phrases")).filter((lang) => lang !== "en");

describe("a language beside English", () => {
  it.each(others)("%s says everything that English says, with the same facts in it", async (lang) => {
    const [original, translated] = await Promise.all([loadMaterials(null, "en"), loadMaterials(null, lang)]);
    expect(catalogueDifferences(original.phrases, translated.phrases, lang)).toEqual([]);
  });

  it.each(others)("%s tells every analogy, and where it breaks down", async (lang) => {
    const { analogies } = await loadMaterials(null, lang);
    expect(Object.keys(analogies).length).toBeGreaterThan(15);
    const untold = Object.values(analogies).filter(({ body, breaks }) => !body || !breaks);
    expect(untold.map(({ id }) => id)).toEqual([]);
  });

  it.each(others)("%s has none of the words that only English uses", async (lang) => {
    const { phrases } = await loadMaterials(null, lang);
    const english = /(?<![\p{L}.-])(the|of|is|are|were|and|with|for|by|from|than)(?![\p{L}_-])/iu;
    const spoken = (phrase: string): string =>
      literalsOf(new IntlMessageFormat(phrase, lang, undefined, { ignoreTag: false }).getAst())
        .join(" ")
        .replaceAll("National Center for Health Statistics", ""); // A name.
    expect(Object.entries(phrases).filter(([, phrase]) => english.test(spoken(phrase)))).toEqual([]);
  });
});

type Element = ReturnType<IntlMessageFormat["getAst"]>[number];

/** The words of a phrase without its slots. */
function literalsOf(elements: readonly Element[]): string[] {
  return elements.flatMap((element) => {
    if ("options" in element) return Object.values(element.options).flatMap(({ value }) => literalsOf(value));
    if ("children" in element) return literalsOf(element.children);
    return (element.type as number) === 0 && "value" in element ? [element.value] : [];
  });
}

describe("differences between two catalogues", () => {
  const original = {
    "a.one": "Of {n} {cases}, {x} {x_n, plural, one {is} other {are}} {flagged}.",
    "a.two": "{kind, select, yes {{who}} other {nobody}}",
  };

  it("are none where only nouns and plurals differ", () => {
    const other = {
      "a.one": "Von {n} {of_cases} werden {x} {flagged}.",
      "a.two": "{kind, select, yes {{who}} other {niemand}}",
    };
    expect(catalogueDifferences(original, other, "de")).toEqual([]);
  });

  it("are told: a phrase too few, a phrase too many, a number lost, a number invented", () => {
    const other = { "a.one": "Von {m} {of_cases} werden {x} {flagged}.", "a.three": "" };
    expect(catalogueDifferences(original, other, "de")).toEqual([
      'de has no phrase "a.two"',
      'de has a phrase "a.three" that the original does not have',
      'de says nothing of {n} in "a.one"',
      'de asks for {m} in "a.one", which the original does not',
    ]);
  });
});
