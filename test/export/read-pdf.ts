import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";

/** An element of the structure tree as pdf.js gives it; a leaf has no role. */
export interface StructureNode {
  readonly role?: string;
  readonly alt?: string;
  readonly lang?: string;
  readonly children?: readonly StructureNode[];
}

export interface PdfContents {
  readonly text: string;
  readonly pages: number;
  /** Width and height of the first page in points. */
  readonly size: readonly [number, number];
  readonly outline: readonly string[];
  readonly facts: Readonly<Record<string, unknown>>;
  readonly attachments: Readonly<
    Record<string, { readonly content: Uint8Array; readonly description: string }>
  >;
  readonly isTagged: boolean;
  readonly structure: readonly StructureNode[];
  readonly links: readonly string[];
}

/** Reads a PDF with a program that had no part in making it. */
export async function readPdf(bytes: Uint8Array): Promise<PdfContents> {
  const task = getDocument({ data: bytes.slice(), useSystemFonts: false, verbosity: 0 });
  const document = await task.promise;
  try {
    const texts: string[] = [];
    const structure: StructureNode[] = [];
    const links: string[] = [];
    for (let number = 1; number <= document.numPages; number += 1) {
      const page = await document.getPage(number);
      const content = await page.getTextContent();
      texts.push(content.items.map((item) => ("str" in item ? item.str : "")).join(" "));
      structure.push((await page.getStructTree()) as StructureNode);
      const annotations = (await page.getAnnotations()) as { url?: string }[];
      links.push(...annotations.flatMap(({ url }) => (url === undefined ? [] : [url])));
    }
    const [, , width = 0, height = 0] = (await document.getPage(1)).view;
    const outline = (await document.getOutline()) as { title: string }[] | null;
    const { info } = await document.getMetadata();
    const marks = (await document.getMarkInfo()) as { Marked?: boolean } | null;
    return {
      text: texts.join("\n"),
      pages: document.numPages,
      size: [width, height],
      outline: (outline ?? []).map(({ title }) => title),
      facts: info as Record<string, unknown>,
      attachments: ((await document.getAttachments()) ?? {}) as PdfContents["attachments"],
      isTagged: marks?.Marked === true,
      structure,
      links,
    };
  } finally {
    await task.destroy();
  }
}

/** Every element of a structure tree, parents first. */
export function flattenStructure(nodes: readonly StructureNode[]): StructureNode[] {
  return nodes.flatMap((node) => [node, ...flattenStructure(node.children ?? [])]);
}
