import { describe, expect, it } from "vitest";

import { showInvisible, showInvisibleIn, visibleText } from "../src/visible-text.js";

const harmless = ["plain", "two\nlines", "a\ttab", 'a "quoted" \\ slash', "weiß", "soft\u00ADhyphen", "😀"];
const suspect = [
  "\u202Eright to left",
  "bell\u0007",
  "back\bspace",
  "return\r",
  "form\f",
  "null\0",
  "lone \uD800",
  "\u2066",
];

describe("plain data made safe to look at", () => {
  it.each([...harmless, ...suspect])("holds %j as a text alone would be shown", (text) => {
    const shown = showInvisible(text);
    expect(showInvisibleIn({ title: [{ value: text }], rows: [[text, 1, null, true]] })).toEqual({
      title: [{ value: shown }],
      rows: [[shown, 1, null, true]],
    });
  });

  it("breaks a word only where it has more than 200 letters", () => {
    const word = "a".repeat(200);
    expect(visibleText(word)).toBe(word);
    expect(visibleText(`${word}a`)).toBe(`${word} a`);
    // Shown code points count: the word grows longer than it was.
    expect(visibleText(`${"a".repeat(198)}\u202E`)).toMatch(/^\S{200} \S+$/);
  });

  it("is changed where it is suspect, and nowhere else", () => {
    expect(harmless.map(showInvisible)).toEqual(harmless);
    for (const text of suspect) expect(showInvisible(text)).toContain("[U+");
  });

  it("is told letter by letter as by the class of the letter alone", () => {
    const suspectAlone = /(?!\u00AD|\u200C|\u200D|\n|\t)\p{C}/u;
    for (let code = 0; code < 0x3000; code += 1) {
      const letter = String.fromCodePoint(code);
      expect(showInvisible(`a${letter}b`) === `a${letter}b`, code.toString(16)).toBe(
        !suspectAlone.test(letter),
      );
    }
  });

  it("is a copy, and leaves out what has no value, as a page does", () => {
    const data: { readonly names: readonly string[]; readonly lang?: string | undefined } = {
      names: ["a"],
      lang: undefined,
    };
    const copy = showInvisibleIn(data);
    expect(copy).toEqual({ names: ["a"] });
    expect("lang" in copy).toBe(false);
    expect(copy.names).not.toBe(data.names);
  });
});
