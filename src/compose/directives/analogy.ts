import type { BlockContent, RootContent } from "mdast";

import type { Analogy } from "../../model/materials.js";
import { analogyWords } from "../../model/analogy-words.js";
import { suggestName } from "../../model/nearest-name.js";
import { isBinary } from "../../model/tasks.js";
import { measureSentence } from "../../phrasing/measure-sentence.js";
import { nounSlots } from "../../phrasing/noun-slots.js";
import { analogyMistakes } from "../check-analogies.js";
import type { DocumentContext } from "../context.js";
import type { Directive, DirectiveCall } from "../directive.js";
import { headlineEstimates } from "../headline-estimates.js";
import { paragraphOf } from "../inline-nodes.js";
import { judgeAnalogy } from "../judge-analogy.js";
import { parseTemplate } from "../parse-markdown.js";
import { resolveSlice } from "../resolve.js";
import { frequency } from "./frequency.js";

/**
 * An analogy with the case's own numbers, and where it breaks down. One whose conditions do not hold prints the plain
 * sentences instead, and a message says why and what to do; `plain="no"` where those stand on the page already. A
 * document of one page tells one at most.
 */
export const analogy: Directive = {
  id: "analogy",
  forms: ["leaf"],
  attributes: ["id", "of", "plain"],
  inNotes: true,
  build: (call, context) => {
    const { analogies, documents } = context.materials;
    const id = call.attributes.id ?? "";
    const slice = resolveSlice(call.attributes.of, context, call.place);
    if (slice === undefined) return [];
    const chosen = Object.hasOwn(analogies, id) ? analogies[id] : undefined;
    const place = placeOfChoice(id, call, context);
    if (chosen === undefined) {
      context.report({
        code: "unknown-directive",
        severity: "error",
        place,
        text: `There is no analogy "${id}".`,
        hint: suggestName(id, Object.keys(analogies)),
      });
      return [];
    }
    const { slots, failures } = judgeAnalogy(chosen, context, slice);
    if (slots === null) {
      // What an edition holds back is nothing that its author could give.
      const mendable = failures.filter((one) => one.held !== true);
      if (mendable.length === 0) return plainSentences(call, context);
      context.report({
        code: "analogy-not-shown",
        severity: "hint",
        place,
        text: `The analogy "${id}" is not shown: ${mendable.map(({ why }) => why.replace(/\.$/, "")).join("; ")}.`,
        hint: `The plain sentences stand in its place. ${[...new Set(mendable.map(({ todo }) => todo))].join(" ")}`,
      });
      return plainSentences(call, context);
    }
    // Its mistakes are told for the whole document; here it only does not get to speak.
    if (analogyMistakes(chosen).length > 0) return plainSentences(call, context);
    if (context.analogies.length > 0 && documents[context.document.kind]?.pages === 1) {
      context.report({
        code: "second-analogy",
        severity: "error",
        place,
        text: `Unexpected second analogy "${id}", expected one on a page at most (here "${context.analogies[0] ?? ""}").`,
        hint: "Delete one of them, or write `analogy: none` for the document in the plan.",
      });
      return plainSentences(call, context);
    }
    context.analogies.push(id);
    return [tell(chosen, slots, context)];
  },
};

/** Where somebody chose it: in the plan, where the document names it there, else where the directive stands. */
function placeOfChoice(id: string, { place }: DirectiveCall, { document, index, places }: DocumentContext) {
  if (document.analogy !== id || !place.file.endsWith(".hbs")) return place;
  return places[`documents.${index}.analogy`] ?? { file: "forthright.yaml" };
}

/** What the picture would have shown, without it: counts of binary evidence, else the first measured number. */
function plainSentences(call: DirectiveCall, context: DocumentContext): readonly RootContent[] {
  if (call.attributes.plain === "no") return [];
  if (isBinary(context.evaluation.task)) return frequency.build(call, context);
  const [first] = headlineEstimates(context);
  return first === undefined ? [] : [paragraphOf([measureSentence(context.voice, first, null)])];
}

/** The picture, and in a block of its own where it breaks down. */
function tell(
  { body, breaks, path, lines }: Analogy,
  slots: Readonly<Record<string, string>>,
  context: DocumentContext,
): BlockContent {
  const words = nounSlots(context.voice.words);
  const told = new Map([
    ...analogyWords.map((name): [string, string] => {
      const word = words[name.replaceAll("-", "_")];
      return [name, typeof word === "string" ? word : ""];
    }),
    ...Object.entries(slots),
  ]);
  // A slot becomes a token, so that no name of the plan can be read as Markdown.
  const filled = (text: string): string =>
    text.replace(/\{\{([a-z][a-z-]*)\}\}/g, (_, name: string) => context.tokens.put(told.get(name) ?? ""));
  const part = (text: string | null, line: number): BlockContent[] =>
    context.expand(parseTemplate(filled(text ?? "")), {
      file: path,
      offset: line - 1,
      trusted: true,
      filled: true,
    }) as BlockContent[];
  return {
    type: "block",
    name: "analogy",
    children: [
      ...part(body, lines.body),
      { type: "block", name: "breaks", children: part(breaks, lines.breaks) },
    ],
  };
}
