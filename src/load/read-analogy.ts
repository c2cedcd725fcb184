import path from "node:path";
import * as z from "zod";

import { UserError, type Message, type Place } from "../errors.js";
import { analogyWords } from "../model/analogy-words.js";
import type { Analogy } from "../model/materials.js";
import { suggestName } from "../model/nearest-name.js";
import { audiences } from "../model/plan.js";
import { readYaml } from "./read-yaml.js";
import { splitFrontMatter } from "./split-front-matter.js";

const names = z.array(z.string());

const headSchema = z.strictObject({
  id: z.string().optional().describe("Name of the file, if it is said again."),
  concept: z.string().min(1).describe("What it explains."),
  requires: names.min(1).describe("Conditions checked against the Assessment."),
  slots: names.default([]).describe("Words and references it takes from its conditions: {{joint}}."),
  avoid: z.array(z.enum(audiences)).default([]).describe("Audiences it does not suit."),
  source: z.string().optional().describe("Where the picture comes from."),
  tried: z
    .array(
      z
        .strictObject({
          audience: z.string(),
          n: z.number().int().min(1).describe("Readers it was tried on."),
          understood: z.number().int().min(0).describe("How many of them could say it in their own words."),
        })
        .refine(({ n, understood }) => understood <= n, "expected no more who understood than readers"),
    )
    .default([])
    .describe("On whom it was tried, and how many understood."),
});

/** A picture takes a few sentences; more is an essay, and costs time to parse. */
const longest = 2_000;

/**
 * Reads one analogy: front matter, the picture with the numbers of the case, and below the last rule line where it
 * breaks down.
 *
 * What it may require and which slots there are is known to the half that tells it; here stands what can be said of
 * the file alone. All mistakes are told at once, with their lines.
 *
 * @param file - path as the author knows it
 * @throws UserError with every mistake of the file
 */
export function readAnalogy(text: string, file: string): Analogy {
  const { yaml, body, yamlLine, bodyLine } = splitFrontMatter(text);
  const { value, places } = readYaml(yaml ?? "", file, headSchema, yamlLine);
  const id = path.posix.basename(file, ".md");
  const parts = splitBreakdown(body, bodyLine, file);
  const lineOf = (key: string): number => places[key]?.line ?? yamlLine;
  const analogy: Analogy = {
    id,
    concept: value.concept,
    requires: value.requires,
    slots: value.slots,
    avoid: value.avoid,
    source: value.source ?? null,
    tried: value.tried,
    ...parts,
    path: file,
    lines: { ...parts.lines, requires: lineOf("requires"), slots: lineOf("slots") },
  };
  const at = (line: number): Place => ({ file, line });
  const messages = [
    ...(value.id === undefined || value.id === id
      ? []
      : [mistake(at(lineOf("id")), `Unexpected id "${value.id}", expected "${id}", the name of the file.`)]),
    ...textMistakes(parts, analogy),
    ...value.slots
      .filter((slot) => !slotsIn(parts.body + parts.breaks).includes(slot))
      .map((slot) =>
        mistake(at(lineOf("slots")), `Unexpected slot "${slot}", which the text does not use.`, "Delete it."),
      ),
  ];
  if (messages.length > 0) throw new UserError("usage", messages);
  return analogy;
}

/** An analogy in another language: a file with its picture and its breakdown, under the conditions of the original. */
export function translatedAnalogy(text: string, file: string, original: Analogy): Analogy {
  const { body, bodyLine } = splitFrontMatter(text);
  const parts = splitBreakdown(body, bodyLine, file);
  const analogy = { ...original, ...parts, path: file, lines: { ...original.lines, ...parts.lines } };
  const messages = textMistakes(parts, analogy);
  if (messages.length > 0) throw new UserError("usage", messages);
  return analogy;
}

interface AnalogyText {
  readonly body: string;
  readonly breaks: string;
  readonly lines: { readonly body: number; readonly breaks: number };
}

/** An analogy that does not say where it breaks down says more than it knows. */
function splitBreakdown(text: string, firstLine: number, file: string): AnalogyText {
  const lines = text.replaceAll("\r", "").split("\n");
  const rule = lines.findLastIndex((line) => /^ {0,3}-{3,}\s*$/.test(line));
  const [body, breaks] =
    rule < 0 ? [text, ""] : [lines.slice(0, rule).join("\n"), lines.slice(rule + 1).join("\n")];
  if (!/\p{L}/u.test(breaks)) {
    throw new UserError("usage", {
      code: "E-ANALOGY",
      severity: "error",
      place: { file, line: firstLine + Math.max(0, lines.length - 1) },
      text: "Unexpected end of the analogy, expected where the picture breaks down.",
      hint: "Write a line of three hyphens after the analogy, and below it where it breaks down.",
    });
  }
  return { body, breaks, lines: { body: firstLine, breaks: firstLine + rule + 1 } };
}

/** Names between double braces, as they stand. */
function slotsIn(text: string): string[] {
  return [...text.matchAll(/\{\{([a-z][a-z-]*)\}\}/g)].map(([, name = ""]) => name);
}

/** What may not stand in the text of an analogy, line by line. */
function textMistakes(
  { body, breaks, lines }: AnalogyText,
  { slots, path: file }: Pick<Analogy, "slots" | "path">,
): Message[] {
  const parts = [
    [body, lines.body],
    [breaks, lines.breaks],
  ] as const;
  const long = body.length + breaks.length > longest;
  return [
    ...(long
      ? [mistake({ file, line: lines.body }, `Unexpected length, expected at most ${longest} characters.`)]
      : []),
    ...(/\p{L}/u.test(body)
      ? []
      : [mistake({ file, line: lines.body }, "Missing the picture, expected it above the rule line.")]),
    ...parts.flatMap(([text, first]) =>
      text.split("\n").flatMap((line, index) => lineMistakes(line, { file, line: first + index }, slots)),
    ),
  ];
}

function lineMistakes(line: string, place: Place, slots: readonly string[]): Message[] {
  const at = (index: number): Place => ({ ...place, column: index + 1 });
  const rest = line.replace(/\{\{[a-z][a-z-]*\}\}/g, (slot) => " ".repeat(slot.length));
  const plain = rest.replace(/(:{1,3}[a-z][a-z-]*)\{[^{}]*\}/g, (all) => " ".repeat(all.length));
  const unknown = [...line.matchAll(/\{\{([a-z][a-z-]*)\}\}/g)].filter(
    ([, name = ""]) => ![...analogyWords, ...slots].includes(name),
  );
  const braces = /[{}]/.exec(plain);
  const digit = /\p{N}+(?:[.,]\p{N}+)*/u.exec(plain);
  const html = /<[!/?a-z]/i.exec(plain);
  const picture = /!\[/.exec(plain);
  // Letters of this range stand for the author's strings while a text is put together.
  const privateUse = /[\uE000-\uF8FF]/.exec(line);
  return [
    ...unknown.map((match) =>
      mistake(
        at(match.index),
        `Unexpected slot "${match[1] ?? ""}", expected a word of the plan or one that \`slots\` names.`,
        suggestName(match[1] ?? "", [...slots, ...analogyWords]),
      ),
    ),
    ...(braces === null
      ? []
      : [
          mistake(
            at(braces.index),
            "Unexpected braces, expected a slot such as {{positives}} and nothing else.",
          ),
        ]),
    ...(digit === null
      ? []
      : [
          mistake(
            at(digit.index),
            `Unexpected number "${digit[0]}", expected a directive: a typed number is of no case.`,
            'Write `:rate{ref="..."}`, or say it in words.',
          ),
        ]),
    ...(html === null ? [] : [mistake(at(html.index), "Unexpected HTML, expected Markdown.")]),
    ...(picture === null ? [] : [mistake(at(picture.index), "Unexpected picture, expected words.")]),
    ...(privateUse === null
      ? []
      : [mistake(at(privateUse.index), "Unexpected private-use character, expected letters.")]),
  ];
}

function mistake(place: Place, text: string, hint?: string): Message {
  return { code: "E-ANALOGY", severity: "error", place, text, ...(hint === undefined ? {} : { hint }) };
}
