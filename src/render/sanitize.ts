import type { Root } from "hast";
import { sanitize as sanitizeTree, type Schema } from "hast-util-sanitize";

/** Classes our own code writes; a note cannot bring any other. */
const classes = [
  "masthead", "stamp", "lead", "figures", "figure", "number", "label", "basis", "columns", "column", "side",
  "restriction", "intro", "ledger", "tight", "annex", "lenses", "lens-business", "lens-technical", "lens-risk", "analogy", "breaks", "gaps", "questions", "what-if", "scenario", "say", "scenario-charts", "verdicts", "record", "facts", "fact", "term", "wording", "card",
  "chart", "claim", "note", "foot", "panels", "panel", "panel-title", "panel-body", "picture", "behind",
  "grid", "key", "matrix", "whole-words", "opens", "strong", "end", "drawing", "wrong", "mark",
]; // prettier-ignore
const families = /^(mark|grid|key|matrix|state)-[a-z-]+$|^shade-[0-4]$/;
const chartKinds =
  /^(icon-array|fact-box|frequency-tree|slice-intervals|trade-off|reliability|score-distributions|spectrum|case-band|money-waterfall|series-break|scenario-trade-off|scenario-work|scenario-net|risk-matrix|paired-dots|det|precision-recall|cost-curve|confusion-matrix|coverage-matrix|attack-matrix|attack-det|layer-matrix|quantile-dotplot|criteria-bounds)$/;

/**
 * What may stand in a document before trusted drawings come in: text, tables, links to the web and to mail.
 *
 * No picture, no style, no handler, no form. Ids get a prefix, so that none can stand for one of ours.
 */
const schema: Schema = {
  tagNames: [
    "p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "strong", "em", "del", "code", "pre", "blockquote", "br", "hr", "a", "sup",
    "table", "caption", "thead", "tbody", "tr", "th", "td", "div", "section", "aside", "header", "footer",
    "figure", "figcaption", "details", "summary", "span", "data", "bdi",
  ],
  attributes: {
    "*": ["lang", ["className", ...classes, families, chartKinds]],
    a: ["href"],
    data: ["value", "dataRef", "dataPart", "dataOf"],
    tr: ["dataRef", "id"],
    th: ["scope", "dataRef"],
    td: ["dataLabel", "dataRef"],
    div: ["dataPicture"],
    span: ["dataStrip"],
    ol: ["start"],
  },
  protocols: { href: ["http", "https", "mailto"] },
  strip: ["script", "style"],
  clobber: ["id", "name"],
  clobberPrefix: "user-content-",
}; // prettier-ignore

/** The last step over anything an author wrote. No option turns it off. */
export function sanitize(tree: Root): Root {
  const clean = sanitizeTree(tree, schema);
  return clean.type === "root" ? clean : { type: "root", children: [] };
}
