import { describe, expect, it } from "vitest";

import { rules } from "../../src/check/rules/all.js";
import { lintTexts } from "../../src/workers/lint-texts.js";

/** Letters one rule or another looks for, and words its patterns begin with. */
const units = [
  ...Array.from(" a1.,%-–—\"'“”$€/:;=?!…0é中\u00A0\t"),
  ...["1 ", "1,", "1.", "1 of ", "1 in ", "1%", "% ", "a ", "A. ", "e.g. ", "no ", "of "],
  ...["recall ", "precision ", "flagged ", "model ", "better than ", "50 % ", "up to ", "may ", "range "],
  ...rules.flatMap(({ examples }) =>
    examples.notOk.slice(0, 1).map((text) => `${text.replace(/[.!?]/g, "")} `),
  ),
];
const letters = 100_000;

describe("a text of 100 kB of the same letters, or of many sentences", () => {
  it("is read to its end by every rule, within the limits of its thread, one long sentence or many", async () => {
    const texts = units.flatMap((unit, index) => {
      const text = unit.repeat(Math.ceil(letters / unit.length)).slice(0, letters);
      return [
        { key: `${index}-bare ${JSON.stringify(unit)}`, text, plain: true },
        { key: `${index}-note ${JSON.stringify(unit)}`, text: `Words ${text} words`, plain: false },
      ];
    });
    const { linted, messages } = await lintTexts(texts, "en");
    // A text that was stopped is named with the letters it is made of.
    expect(messages).toEqual([]);
    expect(linted).toHaveLength(texts.length);
  }, 600_000);

  it("is read where one paragraph holds thousands of sentences, too", async () => {
    const sentences = rules.flatMap(({ examples }) => examples.notOk.slice(0, 1));
    const texts = sentences.map((sentence, index) => {
      const text = `${sentence} `.repeat(Math.ceil(letters / 2 / (sentence.length + 1)));
      return { key: `${index} ${sentence}`, text, plain: true };
    });
    const { linted, messages } = await lintTexts(texts, "en");
    expect(messages).toEqual([]);
    expect(linted).toHaveLength(texts.length);
  }, 600_000);
});
