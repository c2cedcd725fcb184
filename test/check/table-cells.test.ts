import { describe, expect, it } from "vitest";

import { checkText } from "../../src/check/check.js";
import { sentencesOf } from "../../src/check/sentences-of.js";
import { parseNote } from "../../src/compose/parse-markdown.js";

describe("cells of our own tables", () => {
  const said = (text: string): string[] => {
    const [read] = sentencesOf(parseNote(text), "notes/x.md");
    if (read === undefined) throw new Error("no sentence");
    const sentence = { ...read, where: "cell" as const, annex: true, byAuthor: false };
    return checkText({ lang: "en", kind: null, sentences: [sentence] }).map(({ code }) => code);
  };
  it("are read where they hold words", () => {
    expect(said("false positive rate")).toEqual(["unqualified-false-positive-rate"]);
    expect(said("FPR")).toEqual(["unqualified-false-positive-rate"]);
  });
  it("are left to the rules about claims where they hold a figure", () => {
    expect(said("1 in 368")).toEqual([]);
    expect(said("1 in 368 leave, as most of them would")).toEqual(["one-in-x"]);
  });
});
