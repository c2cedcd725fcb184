import type { Element, ElementContent, Root, RootContent } from "hast";
import { toHtml } from "hast-util-to-html";

import type { Drawings } from "../markup/drawings.js";
import { element } from "../markup/element.js";
import type { ComposedDocument } from "../model/document.js";
import type { Materials } from "../model/materials.js";
import { panelSvg, standaloneSvg } from "./draw-chart.js";
import type { DrawVega } from "./draw-vega.js";
import { pageHtml, type PageParts } from "./page.js";
import { sanitize } from "./sanitize.js";
import { documentToHast } from "./to-hast.js";

export interface Rendered {
  readonly html: string;
  /** Pictures by file name, readable on their own. */
  readonly pictures: Readonly<Record<string, string>>;
  /** Charts that could not be drawn, with the reason. */
  readonly failures: readonly string[];
}

export type RenderInput = Pick<PageParts, "author" | "running" | "banner" | "generator" | "data"> & {
  readonly document: ComposedDocument;
  readonly materials: Materials;
  readonly draw: DrawVega;
};

/** Step 7: the tree as one HTML page. Author text is sanitised first, then our drawings come in. */
export async function render(input: RenderInput): Promise<Rendered> {
  const { hast, drawings } = documentToHast(input.document.tree);
  const drawing = drawAll(drawings, input.draw); // In its own thread, while this one writes the text around it.
  const clean = withSections(withPlaceholders(sanitize(hast), drawings.strips));
  const parts = ["header", "main", "footer"].map((part) =>
    toHtml(
      { type: "root", children: clean.children.filter((node) => partOf(node) === part) },
      // Ends of cells, rows and paragraphs that HTML does not ask for are a fiftieth of a long page.
      { allowDangerousHtml: true, omitOptionalTags: true },
    ),
  );
  const { drawn, pictures, failures } = await drawing;
  const [header = "", main = "", footer = ""] = parts.map((part) => withPictures(part, drawn));
  return { html: pageHtml({ ...input, header, main, footer }), pictures, failures };
}

/** Pictures of Vega are asked for together: their thread never waits for this one between two of them. */
async function drawAll({ charts }: Drawings, draw: DrawVega) {
  const panels = charts.flatMap((chart, place) =>
    chart.panels.map(({ picture }, index) => ({ chart, place, index, picture })),
  );
  const specs = panels.flatMap(({ picture }) => (picture.type === "svg" ? [] : [picture.spec]));
  const answers = (await draw(specs)).values();
  const drawn = new Map<string, string>();
  const pictures: Record<string, string> = {};
  const failures: string[] = [];
  for (const { chart, place, index, picture } of panels) {
    const answer =
      picture.type === "svg" ? picture : (answers.next().value ?? { error: "it was not answered" });
    if ("error" in answer) {
      failures.push(`${chart.id}: ${answer.error}`);
      continue;
    }
    const svg = panelSvg(chart, index, picture, answer.svg);
    drawn.set(`${place}/${index}`, svg);
    pictures[`${chart.id}${chart.panels.length > 1 ? `-${index + 1}` : ""}.svg`] = standaloneSvg(svg);
  }
  return { drawn, pictures, failures };
}

/** Stands on both sides of a picture's place. No text can bring this letter: Markdown and HTML forbid it. */
const mark = String.fromCharCode(0);

function withPictures(html: string, drawn: ReadonlyMap<string, string>): string {
  return html
    .split(mark)
    .map((piece, index) => (index % 2 === 0 ? piece : (drawn.get(piece) ?? "")))
    .join("");
}

function withPlaceholders(tree: Root, strips: readonly string[]): Root {
  return { ...tree, children: tree.children.map((node) => fill(node as ElementContent, strips)) };
}

function fill(node: ElementContent, strips: readonly string[]): ElementContent {
  if (node.type !== "element") return node;
  const { dataPicture, dataStrip, ...properties } = node.properties;
  if (typeof dataPicture === "string")
    return { ...node, properties, children: [{ type: "raw", value: mark + dataPicture + mark }] };
  if (typeof dataStrip === "string") return { type: "raw", value: strips[Number(dataStrip)] ?? "" };
  if (node.tagName === "data") return { type: "raw", value: dataHtml(node) };
  return { ...node, children: node.children.map((child) => fill(child, strips)) };
}

/** A traced number as HTML. There are hundreds on a page, and the general way takes a third of writing it. */
function dataHtml({ properties, children }: Element): string {
  const attribute = (name: string, property: string): string => {
    const value = properties[property];
    return typeof value === "string" ? ` ${name}="${value.replace(/[&"]/g, reference)}"` : "";
  };
  const words = children.map((child) => (child.type === "text" ? child.value : "")).join("");
  const attributes =
    attribute("value", "value") +
    attribute("data-ref", "dataRef") +
    attribute("data-part", "dataPart") +
    attribute("data-of", "dataOf");
  return `<data${attributes}>${words.replace(/[&<]/g, reference)}</data>`;
}

function reference(letter: string): string {
  return `&#x${letter.charCodeAt(0).toString(16).toUpperCase()};`;
}

function partOf(node: RootContent): string {
  const name = node.type === "element" ? node.tagName : "";
  return name === "header" || name === "footer" ? name : "main";
}

/** Each second-level heading with what follows it becomes a region named by the heading. */
function withSections(tree: Root): Root {
  const children: RootContent[] = [];
  let open: Element | null = null;
  let count = 0;
  for (const node of tree.children) {
    if (partOf(node) !== "main") {
      open = null;
      children.push(node);
      continue;
    }
    if (node.type === "element" && node.tagName === "h2") {
      count += 1;
      const id = `s${count}`;
      open = element("section", { ariaLabelledBy: [id] }, [
        { ...node, properties: { ...node.properties, id } },
      ]);
      children.push(open);
    } else if (open === null) children.push(node);
    else open.children.push(node as ElementContent);
  }
  return { ...tree, children };
}
