import { IntlMessageFormat } from "intl-messageformat";
import { describe, expect, it } from "vitest";

import { compilePhrase } from "../../src/phrasing/compile-phrase.js";
import { plainText, text } from "../../src/phrasing/inline.js";
import { createSay, type Slots } from "../../src/phrasing/say.js";
import { readPhrases } from "../property/read-phrases.js";

/** Slots and what they may hold: any text, a number, or the keys of a choice. */
interface Slot {
  readonly name: string;
  readonly values: readonly (string | number)[];
}

/** Slots of a phrase read off its source by patterns of our own, the outermost choices included. */
function slotsOf(source: string): Slot[] {
  const found = new Map<string, (string | number)[]>();
  for (const [, name = ""] of source.matchAll(/\{(\w+)\}/g)) found.set(name, [`<${name}>`, 12]);
  for (const [, name = ""] of source.matchAll(/\{(\w+), plural,/g)) found.set(name, [0, 1, 2, 5, 1_000]);
  for (const [head, name = ""] of source.matchAll(/\{(\w+), select,/g)) {
    const after = source.slice(source.indexOf(head) + head.length);
    const keys = [...after.matchAll(/(\w+) \{/g)].map(([, key = ""]) => key);
    found.set(name, [...keys, "something else"]);
  }
  return [...found].map(([name, values]) => ({ name, values }));
}

/** What the library itself says. */
function reference(source: string, lang: string, slots: Slots): string {
  const parts = new IntlMessageFormat(source, lang).formatToParts<unknown>({
    ...slots,
    b: (chunks: unknown[]) => chunks,
  });
  return parts.flatMap(({ value }) => value).join("");
}

/** Every slot through all of its values, the others at their first. */
function choicesOf(slots: readonly Slot[]): Slots[] {
  const first = Object.fromEntries(slots.map(({ name, values }) => [name, values[0] ?? ""]));
  return [
    first,
    ...slots.flatMap(({ name, values }) => values.map((value) => ({ ...first, [name]: value }))),
  ];
}

describe("a phrase in closures", () => {
  const phrases = readPhrases();

  it("is said as the message library says it, for every phrase and every choice", () => {
    const say = createSay(phrases, "en");
    let compared = 0;
    for (const [id, source] of Object.entries(phrases))
      for (const slots of choicesOf(slotsOf(source))) {
        compared += 1;
        expect(plainText(say(id, slots)), id).toBe(reference(source, "en", slots));
      }
    expect(compared).toBeGreaterThan(2_000);
  });

  it("takes a slot that it is not given from the nouns, and none that neither has", () => {
    const phrase = compilePhrase(
      new IntlMessageFormat(
        "<b>{cases}</b>, {kind, select, x {{flagged}} other {not {flagged}}}",
        "en",
      ).getAst(),
      "en",
    );
    const nouns = { cases: "customers", flagged: "called", kind: "x" };
    expect(plainText(phrase?.({}, nouns) ?? [])).toBe("customers, called");
    expect(plainText(phrase?.({ cases: "loans", kind: "y" }, nouns) ?? [])).toBe("loans, not called");
    expect(() => phrase?.({ kind: "x" }, { cases: "customers" })).toThrow('"flagged"');
  });

  it.each([
    ["{n, plural, =0 {none} one {# case} other {# cases}}", [{ n: 0 }, { n: 1 }, { n: 12_000 }]],
    ["{n, plural, offset:1 one {you and # other} other {you and # others}}", [{ n: 2 }, { n: 4 }]],
    ["{n, selectordinal, one {#st} two {#nd} few {#rd} other {#th}}", [{ n: 1 }, { n: 22 }, { n: 13 }]],
    ["{a, select, x {{n, plural, one {# in x} other {# in all x}}} other {none}}", [{ a: "x", n: 2 }]],
    ["it''s '{'quoted'}' and <b>{a}</b>", [{ a: "strong" }]],
  ] as const)("%s is said as by the library", (source, examples) => {
    const compiled = compilePhrase(new IntlMessageFormat(source, "en").getAst(), "en");
    for (const slots of examples)
      expect(plainText(compiled?.(slots) ?? [])).toBe(reference(source, "en", slots));
  });

  it("leaves a number format of its own to the library", () => {
    expect(compilePhrase(new IntlMessageFormat("{n, number, percent}", "en").getAst(), "en")).toBeNull();
    const say = createSay({ "a.b": "{n, number, percent}" }, "en");
    expect(plainText(say("a.b", { n: 0.25 }))).toBe("25%");
  });

  it("joins neighbouring texts and keeps a datum whole", () => {
    const datum = { type: "datum", ref: "recall@all", part: "value", value: 3, text: "3" } as const;
    const say = createSay({ "a.b": "{x} and {y} of {z}" }, "en");
    expect(say("a.b", { x: "a", y: [text("b"), text("c")], z: datum })).toEqual([
      text("a and bc of "),
      datum,
    ]);
  });

  it("refuses a slot that nobody filled", () => {
    const say = createSay({ "a.b": "{x} of {n}" }, "en");
    expect(() => say("a.b", { x: 1 })).toThrow('"n"');
  });
});
