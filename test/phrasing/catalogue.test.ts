import { readFileSync } from "node:fs";
import path from "node:path";

import { IntlMessageFormat } from "intl-messageformat";
import { describe, expect, it } from "vitest";

import { loadMaterials } from "../../src/load/load-materials.js";
import { packageFile } from "../../src/package-file.js";
import { plainText } from "../../src/phrasing/inline.js";
import { createSay } from "../../src/phrasing/say.js";
import { readPhrases } from "../property/read-phrases.js";
import { filesBelow, holesOf, readSourceStrings, type SourceString } from "./source-strings.js";

const phrases = readPhrases();
const ids = Object.keys(phrases);
const groups = new Set(ids.map((id) => id.split(".")[0]));
const source = readSourceStrings(/(^|\.)(say|words|word|label|translate)$/);
const literals = new Set(
  source.all.flatMap(([only, more]) => (more === undefined && only != null ? [only] : [])),
);
const patterns = source.all.filter(({ length }) => length > 1);
const inTemplates = filesBelow(packageFile("templates"), ".hbs").flatMap((file) =>
  [...readFileSync(file, "utf8").matchAll(/\{\{t "([^"]+)"/g)].map(([, id = ""]) => id),
);

/** Names of the kinds of document, which a template brings without a line of code. */
const kinds = filesBelow(packageFile("templates/documents"), ".md.hbs").map(
  (file) => `document.${path.basename(file, ".md.hbs")}`,
);

/** True when our code has this text, or puts it together from texts that it has. */
function isWritten(text: string, depth: number): boolean {
  if (text === "" || literals.has(text)) return true;
  if (depth === 0) return false;
  return patterns.some((pattern) => {
    const holes = pattern.every((part) => part === null || part === "") ? null : holesOf(pattern, text);
    return holes?.every((hole) => hole !== "" && isWritten(hole, depth - 1)) === true;
  });
}

function isUsed(id: string): boolean {
  if (literals.has(id) || inTemplates.includes(id) || kinds.includes(id)) return true;
  return patterns.some(([start, ...rest]) => {
    const holes = holesOf([start ?? null, ...rest], id);
    if (start?.includes(".") === true) return holes?.every((hole) => isWritten(hole, 2)) === true;
    // A whole id with an ending: the id itself must be in use.
    return start === "" && rest.length === 2 && rest[1] !== "" && holes?.every(isUsed) === true;
  });
}

describe("the catalogue", () => {
  it("holds no phrase that nothing says", () => {
    expect(ids.length).toBeGreaterThan(300);
    const invented = ["reason.phase-of-the-moon", "chart.trade-off.zebra", "finding.weak-slice.zebra-title"];
    expect([...ids, ...invented].filter((id) => !isUsed(id))).toEqual(invented);
  });

  it("has every phrase that is named in code or in a template", () => {
    const named = [...literals].filter(
      (text) => /^[a-z]+\.[a-z][a-z0-9.-]*$/.test(text) && groups.has(text.split(".")[0] ?? ""),
    );
    expect(named.length).toBeGreaterThan(100);
    expect([...named, ...inTemplates].filter((id) => !(id in phrases))).toEqual([]);
  });

  it("has every phrase that code puts together", () => {
    const unknown = source.said.filter(({ text, file }) => !file.startsWith("cli/") && !isKnown(text, file));
    expect(source.said.length).toBeGreaterThan(150);
    expect(unknown).toEqual([]);
  });

  it("is what the build put into the package", async () => {
    expect((await loadMaterials(null, "en")).phrases).toEqual(phrases);
  });
});

/** A whole id, or the last part of one whose first part the same file writes before a hole. */
function isKnown(text: SourceString, file: string): boolean {
  if (ids.some((id) => holesOf(text, id) !== null)) return true;
  const own = source.patterns.filter((pattern) => pattern.file === file).map((pattern) => pattern.text);
  return own.some(
    ([start, hole, end]) =>
      start?.endsWith(".") === true &&
      hole === null &&
      end === "" &&
      ids.some((id) => holesOf([start, ...text], id) !== null),
  );
}

type Element = ReturnType<IntlMessageFormat["getAst"]>[number];

function parsed(id: string): Element[] {
  return new IntlMessageFormat(phrases[id] ?? "", "en", undefined, { ignoreTag: false }).getAst();
}

/** Every element of a phrase, those inside its choices too. */
function elementsOf(elements: readonly Element[]): Element[] {
  return elements.flatMap((element) => {
    const inner =
      "options" in element
        ? Object.values(element.options).flatMap(({ value }) => value)
        : "children" in element
          ? element.children
          : [];
    return [element, ...elementsOf(inner)];
  });
}

describe("a phrase", () => {
  it("is a message in ICU form", () => {
    const broken = ids.filter((id) => {
      try {
        return parsed(id).length === 0 && phrases[id] !== "";
      } catch {
        return true;
      }
    });
    expect(broken).toEqual([]);
  });

  it("has a singular wherever it has a plural", () => {
    const lacking = ids.filter((id) =>
      elementsOf(parsed(id)).some((element) => {
        if (!("pluralType" in element)) return false;
        const choices = Object.keys(element.options);
        const split = choices.length === 2 && choices.includes("=0"); // None or some: the rest chooses again.
        return !choices.includes("other") || !(choices.includes("one") || choices.includes("=1") || split);
      }),
    );
    expect(lacking).toEqual([]);
  });

  it("differs between one and two, and is said for every count and choice", () => {
    const say = createSay(phrases, "en");
    const same: string[] = [];
    for (const id of ids) {
      const elements = elementsOf(parsed(id));
      const choices = elements.flatMap((element) =>
        "options" in element && !("pluralType" in element) ? Object.keys(element.options) : [],
      );
      const counts = elements.flatMap((element) => ("pluralType" in element ? [element.value] : []));
      const said = (count: number, choice: string): string => {
        const named = elements.flatMap((element) =>
          "value" in element && typeof element.value === "string" ? [element.value] : [],
        );
        const slots = Object.fromEntries(
          named.map((name) => [name, isChoice(elements, name) ? choice : name]),
        );
        return plainText(say(id, { ...slots, ...Object.fromEntries(counts.map((name) => [name, count])) }));
      };
      for (const choice of new Set([...choices, "other"])) for (const count of [0, 1, 2]) said(count, choice);
      const differs = [...new Set([...choices, "other"])].some(
        (choice) => said(1, choice) !== said(2, choice),
      );
      if (counts.length > 0 && !differs) same.push(id);
    }
    expect(same).toEqual([]);
  });

  it("leaves no gap that its words do not close: no double space, no space before a stop", () => {
    const say = createSay(phrases, "en");
    const bad = ids.filter((id) => {
      const elements = elementsOf(parsed(id));
      const named = elements.flatMap((element) =>
        "value" in element && typeof element.value === "string" && !("options" in element)
          ? [element.value]
          : [],
      );
      const slots = Object.fromEntries(named.map((name) => [name, "word"]));
      const choosers = elements.flatMap((element) =>
        "options" in element ? [[element.value, "pluralType" in element ? 2 : "other"] as const] : [],
      );
      return / {2}|\s[.,;:]/.test(plainText(say(id, { ...slots, ...Object.fromEntries(choosers) })));
    });
    expect(bad).toEqual([]);
  });
});

function isChoice(elements: readonly Element[], name: string): boolean {
  return elements.some(
    (element) => "options" in element && !("pluralType" in element) && element.value === name,
  );
}
