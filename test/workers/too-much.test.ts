import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";

import { packageFile } from "../../src/package-file.js";
import { deepestNesting, nesting } from "../../src/workers/nesting.js";
import { mostMarks, tooMuch } from "../../src/workers/too-much.js";

const lines = (count: number, line: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => line(index)).join("\n");

describe("nesting", () => {
  it.each([
    ["", 0],
    ["words", 0],
    ["> a", 1],
    [">>> a", 3],
    ["- - 1. a", 3],
    ["a --- b", 0],
    ["[a](b)", 1],
    ["[[a](b)", 2],
    ["- a\n  - b\n    - c\n- d", 3],
    ["- a\n\n  b\n\n  - c", 2],
    ["- a\nb\n  - c", 1],
    ["1. a\n   1. b\n2. c\n   1. d", 2],
    [":::a\n::::b\nx\n::::\n:::", 2],
    [":::a\n:::\n:::b\n:::", 1],
    ["::a{b=c}", 0],
  ])("of %j is %i", (text, depth) => {
    expect(nesting(text)).toBe(depth);
  });

  it("grows with each level, of every kind", () => {
    for (const levels of [2, 50, deepestNesting + 1]) {
      expect(nesting(">".repeat(levels))).toBe(levels);
      expect(nesting("[".repeat(levels))).toBe(levels);
      expect(nesting(lines(levels, (index) => `${" ".repeat(2 * index)}- a`))).toBe(levels);
      expect(nesting(lines(levels, () => ":::a"))).toBe(levels);
    }
  });
});

describe("a text is refused", () => {
  it("one level above the deepest, and not at it", () => {
    for (const of of [(n: number) => ">".repeat(n), (n: number) => lines(n, (i) => `${" ".repeat(i)}- a`)]) {
      expect(tooMuch(of(deepestNesting))).toBeNull();
      expect(tooMuch(of(deepestNesting + 1))).toMatch(/nests deeper than 100 levels/);
    }
  });

  it("one mark above the most of a paragraph, and not at it, nor for more of them in several", () => {
    const marked = (count: number): string => "*a ".repeat(count);
    expect(tooMuch(marked(mostMarks))).toBeNull();
    expect(tooMuch(`${marked(mostMarks)}\n \n${marked(mostMarks)}`)).toBeNull();
    expect(tooMuch(marked(mostMarks + 1))).toMatch(/more than 4000 marks/);
    expect(tooMuch("*".repeat(100_000))).toBeNull(); // One run.
    expect(tooMuch("false_alarms ".repeat(mostMarks + 1))).toBeNull();
    expect(tooMuch("_a ".repeat(mostMarks + 1))).toMatch(/marks/);
    expect(tooMuch("a_ ".repeat(mostMarks + 1))).toMatch(/marks/);
  });

  it("never among those of the examples and of this repository", () => {
    const files = readdirSync(packageFile("."), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && entry.name.endsWith(".md"))
      .map((entry) => path.join(entry.parentPath, entry.name))
      .filter((file) => !/node_modules|[\\/]dist[\\/]|[\\/]out[\\/]/.test(file));
    expect(files.length).toBeGreaterThan(40);
    expect(files.filter((file) => tooMuch(readFileSync(file, "utf8")) !== null)).toEqual([]);
  });
});
