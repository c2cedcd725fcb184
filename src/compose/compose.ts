import type { Root, RootContent } from "mdast";

import type { Message } from "../errors.js";
import type { ComposedDocument } from "../model/document.js";
import { plainText } from "../phrasing/inline.js";
import { packScenario } from "../scenario/pack-scenario.js";
import { checkAnalogies } from "./check-analogies.js";
import { createContext, type ComposeInput } from "./create-context.js";
import { gapsOf } from "./gaps-of.js";
import { parseTemplate } from "./parse-markdown.js";
import { runTemplate } from "./template.js";
import { nodeText } from "./node-text.js";
import { viewOf } from "./view.js";
import { visibleText } from "../visible-text.js";

/** Steps 4 and 5: template to Markdown, Markdown to a tree in which every number is traced. */
export function compose(input: Omit<ComposeInput, "report">): ComposedDocument {
  const messages: Message[] = [];
  const context = createContext({ ...input, report: (message) => messages.push(message) });
  const kind = context.materials.documents[input.document.kind];
  if (kind === undefined) throw new Error(`There is no document kind "${input.document.kind}"`);
  const { tokens } = context;
  const translate = (id: string): string => tokens.put(plainText(context.voice.say(id, wordSlots(context))));
  const markdown = runTemplate(kind.source, context.materials.partials, viewOf(context), translate);
  const children = context.expand(parseTemplate(markdown), { file: kind.path, offset: 0, trusted: true });
  const tree: Root = { type: "root", children };
  messages.push(...checkAnalogies(context.materials));
  const gaps = input.document.status === "final" ? gapsOf(context) : [];
  for (const need of gaps) {
    messages.push({
      code: "missing-fact",
      severity: "error",
      place: { file: "forthright.yaml" },
      text: plainText(context.voice.say(`gap.${need}`)),
      hint: "Add it to the plan, or publish as a draft (status: draft).",
    });
  }
  const [scenario] = context.scenarios;
  return {
    plan: input.document,
    kind: input.document.kind,
    kindTitle: kind.title,
    title: titleOf(children) ?? kind.title,
    lang: input.lang,
    audience: input.audience,
    tree,
    charts: context.charts,
    scenario: scenario === undefined ? undefined : packScenario(scenario),
    shown: [...context.shown],
    messages,
  };
}

/** Nouns a heading may use. */
function wordSlots({ voice, assessment }: ReturnType<typeof createContext>) {
  const { words } = voice;
  return {
    cases: words.case[1],
    positives: words.positive[1],
    negatives: words.negative[1],
    flagged: words.flagged,
    missed: words.missed,
    model: visibleText(assessment.model.name),
  };
}

function titleOf(nodes: readonly RootContent[]): string | null {
  for (const node of nodes) {
    if (node.type === "heading" && node.depth === 1) return nodeText(node);
    if ("children" in node) {
      const inner = titleOf(node.children);
      if (inner !== null) return inner;
    }
  }
  return null;
}
