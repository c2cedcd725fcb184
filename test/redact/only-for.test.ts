import type { Root } from "mdast";
import { describe, expect, it } from "vitest";

import { parseNote } from "../../src/compose/parse-markdown.js";
import { audiences, type Audience } from "../../src/model/plan.js";
import { onlyFor, onlyForLine } from "../../src/redact/only-for.js";

function told(markdown: string, audience: Audience) {
  const { text, mistakes } = onlyFor(parseNote(markdown), audience);
  return { words: wordsOf(text), mistakes: mistakes.map(({ mistake }) => mistake) };
}

/** Every letter that is left of a tree, in whatever field it stands but for where it came from. */
function wordsOf(tree: Root): string {
  return JSON.stringify(tree.children, (key, value: unknown) => (key === "position" ? undefined : value));
}

describe("a sentence for some readers", () => {
  const note = 'Open. :only[Secret *word*]{audience="auditor"} Open again.';

  it.each(audiences)("is read down to its level: %s", (audience) => {
    const { words, mistakes } = told(note, audience);
    expect(words.includes("Secret")).toBe(audience === "internal" || audience === "auditor");
    expect(words).toContain("Open again.");
    expect(mistakes).toEqual([]);
  });

  it("may be whole paragraphs, with numbers and charts in them", () => {
    const block =
      'Open.\n\n:::only{audience="executive"}\nSecret :rate{ref="recall@all"}\n\n::chart{id="trade-off"}\n:::\n\nOpen again.';
    expect(told(block, "customer").words).not.toMatch(/Secret|recall|trade-off/);
    expect(told(block, "executive").words).toMatch(/Secret.*recall.*trade-off/s);
    expect(told(block, "customer").words).toContain("Open again.");
  });

  it("may hold another for fewer", () => {
    const both = ':only[Inside :only[deeper]{audience="internal"} out]{audience="executive"}';
    expect(told(both, "executive").words).toContain("Inside");
    expect(told(both, "executive").words).not.toContain("deeper");
    expect(told(both, "internal").words).toContain("deeper");
  });
});

describe("a mark that is written wrongly", () => {
  it.each([
    [":only[Secret]{audience=auditors}", "audience"],
    [":only[Secret]{audience=Auditor}", "audience"],
    [":only[Secret]", "audience"],
    [":only[Secret]{audience=auditor", "audience"],
    ["word:only[Secret]{audiense=auditor}", "audience"],
    [":::only\nSecret\n:::", "audience"],
    [":only{audience=auditor}[Secret]", "empty"],
    [": only[Secret]{audience=auditor}", "unread"],
    [":only [Secret]{audience=auditor}", "audience"],
    ["::: only {audience=auditor}\nSecret\n:::", "unread"],
    ["- :only(Secret){audience=auditor}", "audience"],
  ])("%j is shown to nobody and reported", (markdown, mistake) => {
    for (const audience of ["customer", "public"] as const) {
      const { words, mistakes } = told(markdown, audience);
      expect(words).not.toContain("Secret");
      expect(mistakes).toContain(mistake);
    }
  });

  it("in capitals is a mark all the same", () => {
    expect(told(':Only[Secret]{audience="auditor"}', "customer").words).not.toContain("Secret");
  });

  it("leaves the other paragraphs alone", () => {
    expect(told("Open on Mondays: only then.", "customer")).toMatchObject({ mistakes: [] });
    expect(told("Open.\n\n::: only\nSecret\n:::\n\nOpen again.", "customer").words).toContain("Open again.");
  });
});

describe("a line of a record", () => {
  it.each([
    ['Ask again. :only[Raise the limit]{audience="auditor"}', "Ask again."],
    ["Ask again. :only[Raise the limit]{audience=auditor} Then wait.", "Ask again. Then wait."],
    ["Ask again. :only[Raise the limit]{audience=auditor", "Ask again."],
    ["Ask again. : only [Raise the limit]", "Ask again."],
    ["Open on Mondays: only then.", "Open on Mondays: only then."],
    ["Only on Mondays.", "Only on Mondays."],
  ])("%j without what is above", (line, open) => {
    expect(onlyForLine(line, "customer")).toBe(open);
  });

  it("keeps the words for those who may read them", () => {
    expect(onlyForLine("A :only[b]{audience='auditor'} c", "auditor")).toBe("A b c");
  });
});
