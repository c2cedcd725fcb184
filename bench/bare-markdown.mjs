// The peer of bench/family.mjs: Markdown files to sanitised HTML in a layout, with the same libraries and nothing else.
import { readFileSync } from "node:fs";
import Handlebars from "handlebars";
import { sanitize } from "hast-util-sanitize";
import { toHtml } from "hast-util-to-html";
import { toHast } from "mdast-util-to-hast";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import { unified } from "unified";

const layout = Handlebars.compile("<!doctype html><title>{{title}}</title><main>{{{main}}}</main>");
const parser = unified().use(remarkParse).use(remarkGfm);
let bytes = 0;
for (const name of process.argv.slice(2)) {
  const tree = parser.parse(readFileSync(name, "utf8"));
  bytes += layout({ title: name, main: toHtml(sanitize(toHast(tree))) }).length;
}
if (bytes === 0) throw new Error("Nothing was converted");
