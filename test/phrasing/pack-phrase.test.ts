import { IntlMessageFormat } from "intl-messageformat";
import { describe, expect, it } from "vitest";

import { loadMaterials } from "../../src/load/load-materials.js";
import { plainText } from "../../src/phrasing/inline.js";
import { packPhrase } from "../../src/phrasing/pack-phrase.js";
import { createSay } from "../../src/phrasing/say.js";
import { createPackedSay, readPacked } from "../../src/phrasing/say-packed.js";

interface Part {
  readonly type: number;
  readonly value?: string;
  readonly offset?: number;
  readonly pluralType?: string;
  readonly options?: Readonly<Record<string, { readonly value: readonly Part[] }>>;
  readonly children?: readonly Part[];
}

/** A parsed phrase without its places in the source. */
function bare(parts: readonly Part[]): unknown {
  return parts.map(({ type, value, offset, pluralType, options, children }) => ({
    type,
    ...(type === 7 ? {} : { value }),
    ...(type === 6 ? { offset, pluralType } : {}),
    ...(options === undefined
      ? {}
      : {
          options: Object.fromEntries(Object.entries(options).map(([name, own]) => [name, bare(own.value)])),
        }),
    ...(children === undefined ? {} : { children: bare(children) }),
  }));
}

const astOf = (source: string, lang: string): unknown =>
  bare(new IntlMessageFormat(source, lang, undefined, { ignoreTag: false }).getAst() as unknown as Part[]);
const readAgain = (source: string, lang: string): unknown =>
  bare(readPacked(packPhrase(source, lang)) as unknown as Part[]);

describe("a packed phrase", () => {
  it.each(["en", "de"])("is read as it was parsed, for every phrase without a format (%s)", async (lang) => {
    const { phrases } = await loadMaterials(null, lang);
    const sources = Object.values(phrases).filter((source) => !/,\s*(number|date|time)\b/.test(source));
    expect(sources.length).toBeGreaterThan(500);
    for (const source of sources) expect(readAgain(source, lang)).toEqual(astOf(source, lang));
  });

  it.each([
    "no slot",
    "",
    "{a}{b}",
    "a tilde ~, a bar |, a backslash \\ and '{'braces'}'",
    "{n, plural, offset:2 =0 {none} one {# of {x}} other {# | more}}",
    "{n, selectordinal, one {#st} two {#nd} other {#th}}",
    "{a, select, yes {{n, plural, one {<b>one {x}</b>} other {}}} other {~}}!",
  ])("keeps %j", (source) => {
    expect(readAgain(source, "en")).toEqual(astOf(source, "en"));
  });

  it("says what the phrase says", () => {
    const source = "{n, plural, =0 {No \\ case} one {# case} other {# cases | {x}}}";
    const packed = createPackedSay({ a: packPhrase(source, "en") }, "en");
    const say = createSay({ a: source }, "en");
    for (const n of [0, 1, 1_234])
      expect(plainText(packed("a", { n, x: "y" }))).toBe(plainText(say("a", { n, x: "y" })));
  });

  it("cannot be made of a number, date or time format", () => {
    expect(() => packPhrase("{n, number, percent}", "en")).toThrow("cannot be packed");
  });
});
