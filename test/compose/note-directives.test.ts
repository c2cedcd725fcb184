import { beforeAll, describe, expect, it } from "vitest";

import type { Assessment } from "../../src/model/assessment.js";
import { messagesOf, notePath, noteProject } from "../check/note-project.js";
import { assessFiles } from "../measure/project-folder.js";
import { publishAssessment } from "../measure/publish-project.js";

let assessed: Assessment;
beforeAll(async () => {
  assessed = await assessFiles(noteProject({ [notePath]: "Words.\n" }));
});

/** The card with this note, and what is said about the note's directives. */
async function cardWith(text: string) {
  const notes = assessed.notes.map((note) => ({ ...note, text }));
  const [card] = await publishAssessment({ ...assessed, notes });
  const codes = ["unknown-directive", "dangling-reference"];
  const said = card?.messages.filter(({ code, place }) => codes.includes(code) && place?.file === notePath);
  return { markdown: card?.markdown ?? "", said: said ?? [] };
}

describe("a note", () => {
  it.each([
    ["a time", "Meet at 10:am today."],
    ["a picture word", "Well done :smile: all."],
    ["a name of a program", "It uses std:vector here."],
    ["the name of a directive right behind a word", "The false:rate and the case:count."],
    ["a ratio", "The ratio is a:b of them."],
  ])("with %s is text, and nothing is said", async (_what, text) => {
    const { said, markdown } = await cardWith(`${text}\n`);
    expect(said).toEqual([]);
    expect(markdown.replace(/\\/g, "")).toContain(text);
  });

  it.each([
    ["a name nearly right", "It finds :rat of them.", /":rat"/, /did you mean "rate"/],
    ["a name with attributes", 'It finds :recall{of="all"}.', /":recall"/, /expected one of .*rate/],
    ["a name with a label", "It finds :recall[all].", /":recall"/, /rate/],
    ["a line of its own", "::charts", /"::charts"/, /did you mean "chart"/],
    ["a block nobody knows", ":::warning\nMind.\n:::", /":::warning"/, /./],
    [
      "a directive of templates",
      '::note{slot="data"}',
      /"::note" here, expected it only in a template/,
      /Notes may use: .*rate/,
    ],
    [
      "a chart within a sentence",
      'See :chart{id="trade-off"}.',
      /":chart", expected "::chart"/,
      /line of its own/,
    ],
    [
      "a count on a line of its own",
      '::count{ref="recall@all"}',
      /"::count", expected ":count"/,
      /within a sentence/,
    ],
    [
      "an attribute nobody knows",
      'It is :rate{rf="recall@all"}.',
      /attribute "rf" of :rate/,
      /did you mean "ref"/,
    ],
    [
      "a side that is none",
      'It is :rate{ref="recall@all" side="complment"}.',
      /side="complment" of :rate, expected value or complement/,
      /did you mean "complement"/,
    ],
    [
      "a part that is none",
      'It is :count{ref="recall@all" part="numerater"}.',
      /part="numerater" of :count/,
      /did you mean "numerator"/,
    ],
  ])("with %s is an error that says what to write", async (_what, text, words, hint) => {
    const { said, markdown } = await cardWith(`Fine.\n\n${text}\n`);
    expect(said).toMatchObject([
      { code: "unknown-directive", severity: "error", place: { file: notePath, line: 3 } },
    ]);
    expect([said[0]?.text, said[0]?.hint]).toEqual([
      expect.stringMatching(words),
      expect.stringMatching(hint),
    ]);
    // No number that nobody asked for stands in its place.
    expect(markdown.replace(/\\/g, "")).toContain(text.split("\n")[0]);
  });

  it.each([
    ["a metric misspelt", ':rate{ref="recal@all"}', /"recal@all"/, /Did you mean "recall@all"/],
    ["a value misspelt", ':rate{ref="recall@group=b"}', /"recall@group=b"/, /"recall@group=[AB]"/],
    [
      "a slice that was not measured",
      ':rate{ref="recall@country=Liechtenstein"}',
      /Liechtenstein/,
      /It was measured as "recall@all"/,
    ],
    ["nothing like it", ':count{ref="zzz@all"}', /"zzz@all"/, /forthright assess --json/],
    ["no reference", ":rate{}", /Missing ref/, /./],
    ["a slice misspelt", '::frequency{of="group=BB"}', /slice "group=BB"/, /Did you mean "group=B"/],
  ])("that refers to %s is an error that names what is near", async (_what, text, words, hint) => {
    const { said } = await cardWith(`Fine.\n\n${text}\n`);
    expect(said).toMatchObject([
      { code: "dangling-reference", severity: "error", place: { file: notePath, line: 3 } },
    ]);
    expect([said[0]?.text, said[0]?.hint]).toEqual([
      expect.stringMatching(words),
      expect.stringMatching(hint),
    ]);
  });

  it("that no document shows is not asked for its numbers", async () => {
    const messages = await messagesOf(
      noteProject({ "notes/nowhere/verdict.md": ':rate{ref="recal@all"}\n' }),
    );
    expect(messages.filter(({ code }) => code === "dangling-reference")).toEqual([]);
  });
});
