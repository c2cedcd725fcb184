import { describe, expect, it } from "vitest";

import { showInvisible, showInvisibleIn } from "../src/visible-text.js";

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

  it("is changed where it is suspect, and nowhere else", () => {
    expect(harmless.map(showInvisible)).toEqual(harmless);
    for (const text of suspect) expect(showInvisible(text)).toContain("[U+");
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
