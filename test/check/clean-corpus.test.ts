import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

import { checkText } from "../../src/check/check.js";
import { sentencesOf } from "../../src/check/sentences-of.js";
import { parseNote } from "../../src/compose/parse-markdown.js";
import { packageFile } from "../../src/package-file.js";

/*
 * Texts in the style of model cards, written for this test: honest, with sentences that look like violations and are
 * none. What the rules say about them is either true, and then it stands here with its reason, or a false alarm.
 */
const folder = packageFile("test/fixtures/prose");
const texts = readdirSync(folder)
  .filter((name) => name.endsWith(".md"))
  .map((name) => ({ name, text: readFileSync(`${folder}/${name}`, "utf8") }));

/**
 * What is rightly said: file, and rule with line. Six sentences are long; one says "twice as often" and no counts.
 *
 * At the first run there were 3 false errors: two errors of a forecast in percent, and a bound that was agreed.
 * They were mended in the rules, so the count is 0 false errors and 0 false warnings in about 2,900 words.
 */
const rightly: Readonly<Record<string, readonly string[]>> = {
  "detection.md": ["long-sentence:19"],
  "fraud-claims.md": ["relative-without-absolute:13", "long-sentence:19"],
  "moderation.md": ["long-sentence:13"],
  "ocr.md": ["long-sentence:19"],
  "recommender.md": ["long-sentence:15"],
  "translation.md": ["long-sentence:9"],
};

const said = texts.map(({ name, text }) => ({
  name,
  messages: checkText({ lang: "en", kind: "model-card", sentences: sentencesOf(parseNote(text), name) }),
}));

describe("a dozen honest model cards", () => {
  it("are a dozen, of a length that a real card has", () => {
    expect(texts.length).toBe(12);
    expect(texts.filter(({ text }) => text.split(/\s+/).length < 180).map(({ name }) => name)).toEqual([]);
  });

  it.each(said)("$name gets no complaint but true ones", ({ name, messages }) => {
    expect(messages.map(({ code, place }) => `${code}:${place?.line ?? 0}`)).toEqual(rightly[name] ?? []);
  });

  it("do not hide a wrong sentence among the right ones", () => {
    const wrong = "The model is 95 % sure. It eliminates fraud. It is bias-free.";
    for (const { name, text } of texts) {
      const sentences = sentencesOf(parseNote(`${text}\n\n${wrong}\n`), name);
      const codes = checkText({ lang: "en", kind: "model-card", sentences }).map(({ code }) => code);
      expect(codes).toEqual(
        expect.arrayContaining(["sure-without-calibration", "absolute-claim", "fairness-absolute"]),
      );
    }
  });
});
