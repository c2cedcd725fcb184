import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";

import type { StructureNode } from "./read-pdf.js";

/** A run of text where it stands on its page, in points from the lower left corner. */
export interface PrintedText {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  /** Line on which the letters stand. */
  readonly base: number;
  readonly size: number;
  /** Roles of the elements around it, outermost first; empty for what belongs to the sheet, not to the document. */
  readonly roles: readonly string[];
  /** Tells runs of one cell from those of the next; null outside of tables. */
  readonly cell: number | null;
}

export interface PrintedPage {
  readonly width: number;
  readonly height: number;
  /** In reading order. */
  readonly texts: readonly PrintedText[];
}

/** Where every text of a PDF stands, by a program that had no part in making it. */
export async function readPages(bytes: Uint8Array): Promise<PrintedPage[]> {
  const task = getDocument({ data: bytes.slice(), useSystemFonts: false, verbosity: 0 });
  const document = await task.promise;
  try {
    const pages: PrintedPage[] = [];
    for (let number = 1; number <= document.numPages; number += 1) {
      const page = await document.getPage(number);
      const [, , width = 0, height = 0] = page.view;
      const tree = (await page.getStructTree()) as MarkedNode;
      const { items } = await page.getTextContent({ includeMarkedContent: true });
      pages.push({ width, height, texts: textsOf(items, placesOf(tree)) });
    }
    return pages;
  } finally {
    await task.destroy();
  }
}

interface MarkedNode extends StructureNode {
  readonly type?: string;
  readonly id?: string;
  readonly children?: readonly MarkedNode[];
}

interface ContentItem {
  readonly type?: string;
  readonly id?: string;
  readonly str?: string;
  readonly width?: number;
  readonly transform?: readonly number[];
}

interface MarkedPlace extends Pick<PrintedText, "roles" | "cell"> {
  readonly order: number;
}

/** Roles around each piece of marked content, and its place in reading order. */
function placesOf(tree: MarkedNode): ReadonlyMap<string, MarkedPlace> {
  const places = new Map<string, MarkedPlace>();
  let cells = 0;
  const walk = (node: MarkedNode, roles: readonly string[], cell: number | null): void => {
    if (node.type === "content" && node.id !== undefined)
      places.set(node.id, { roles, cell, order: places.size });
    const own = node.role === undefined || node.role === "NonStruct" ? roles : [...roles, node.role];
    const inside = node.role === "TD" || node.role === "TH" ? (cells += 1) : cell;
    for (const child of node.children ?? []) walk(child, own, inside);
  };
  walk(tree, [], null);
  return places;
}

function textsOf(items: readonly ContentItem[], places: ReadonlyMap<string, MarkedPlace>): PrintedText[] {
  const texts: (PrintedText & { readonly order: number })[] = [];
  const open: (string | undefined)[] = [];
  for (const { type, id, str = "", width = 0, transform = [] } of items) {
    if (type?.startsWith("begin") === true) open.push(id);
    else if (type !== undefined) open.pop();
    else if (str.trim() !== "") {
      const [, , skew = 0, rise = 0, left = 0, base = 0] = transform;
      const { roles, cell, order } = places.get(open.findLast((one) => one !== undefined) ?? "") ?? outside;
      texts.push({
        text: str,
        left,
        right: left + width,
        base,
        size: Math.hypot(skew, rise),
        roles,
        cell,
        order,
      });
    }
  }
  return texts.sort((a, b) => a.order - b.order);
}

const outside: MarkedPlace = { roles: [], cell: null, order: Infinity };
