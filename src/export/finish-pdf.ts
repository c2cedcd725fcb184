import type * as PdfLib from "@cantoo/pdf-lib";

import { version } from "../version.js";

/** What goes into a printed PDF besides its pages. */
export interface PdfFacts {
  readonly title: string;
  readonly author: string;
  readonly subject?: string;
  /** Language tag, e.g. "en". */
  readonly lang: string;
  /** Day of the assessment as "2026-11-21", or null: 1980-01-01 stands for "not dated". */
  readonly date: string | null;
  /** The Assessment as JSON text, attached as `assessment.json`. */
  readonly attachment: string;
}

export interface FinishedPdf {
  readonly bytes: Uint8Array;
  readonly pages: number;
  /** Font programs in use; a PDF without any shows no text. */
  readonly fonts: number;
}

/** Structure types of PDF 2 that Chromium writes, and what they are to a reader that knows PDF 1.7 only. */
const roles = {
  Aside: "Div",
  DocumentFragment: "Div",
  Em: "Span",
  FENote: "Note",
  Strong: "Span",
  Sub: "Span",
  Title: "P",
} as const;

/**
 * Gives a printed PDF its metadata, attaches the Assessment and packs it.
 *
 * The same PDF and facts give the same bytes: no clock, no random identifier, and none of the numbers that
 * Chromium counts up from one document to the next.
 */
export async function finishPdf(printed: Uint8Array, facts: PdfFacts): Promise<FinishedPdf> {
  const lib = await import("@cantoo/pdf-lib");
  const document = await lib.PDFDocument.load(printed, { updateMetadata: false, parseSpeed: Infinity });
  const date = new Date(`${facts.date ?? "1980-01-01"}T00:00:00Z`);
  document.setTitle(facts.title, { showInWindowTitleBar: true });
  document.setAuthor(facts.author);
  if (facts.subject !== undefined) document.setSubject(facts.subject);
  document.setCreator(`Forthright ${version}`);
  document.setCreationDate(date);
  document.setModificationDate(date);
  document.catalog.set(lib.PDFName.of("Lang"), lib.PDFHexString.fromText(facts.lang));
  nameRoles(lib, document);
  renumberIds(lib, document);
  await document.attach(new TextEncoder().encode(facts.attachment), "assessment.json", {
    mimeType: "application/json",
    description: "The Assessment that this document was written from",
    afRelationship: lib.AFRelationship.Data,
    creationDate: date,
    modificationDate: date,
  });
  const fonts = countFonts(lib, document);
  const pages = document.getPageCount();
  const bytes = await document.save({
    useObjectStreams: true,
    addDefaultPage: false,
    updateFieldAppearances: false,
    objectsPerTick: Infinity,
  });
  return { bytes, pages, fonts };
}

function nameRoles(lib: typeof PdfLib, document: PdfLib.PDFDocument): void {
  const tree = document.catalog.lookupMaybe(lib.PDFName.of("StructTreeRoot"), lib.PDFDict);
  tree?.set(lib.PDFName.of("RoleMap"), document.context.obj(roles));
}

/**
 * Chromium names table headers by a number that it counts up over all documents of a process. They are named
 * anew by their order in the file, in the elements, in the cells that refer to them, and in the tree of names.
 */
function renumberIds(lib: typeof PdfLib, document: PdfLib.PDFDocument): void {
  const { context } = document;
  const idKey = lib.PDFName.of("ID");
  const names = new Map<string, PdfLib.PDFString>();
  const tree: PdfLib.PDFObject[] = [];
  for (const [ref, element] of structureElements(lib, document)) {
    const id = element.get(idKey);
    if (!isText(lib, id)) continue;
    const name = lib.PDFString.of(`n${String(names.size).padStart(8, "0")}`);
    names.set(id.decodeText(), name);
    element.set(idKey, name);
    tree.push(name, ref);
  }
  if (names.size === 0) return;
  for (const [, element] of structureElements(lib, document)) {
    for (const headers of headersOf(lib, element)) {
      for (const [index, id] of headers.asArray().entries()) {
        const name = isText(lib, id) ? names.get(id.decodeText()) : undefined;
        if (name !== undefined) headers.set(index, name);
      }
    }
  }
  const root = document.catalog.lookup(lib.PDFName.of("StructTreeRoot"), lib.PDFDict);
  deleteNameTree(lib, document, root.get(lib.PDFName.of("IDTree")));
  root.set(lib.PDFName.of("IDTree"), context.register(context.obj({ Names: tree })));
}

function structureElements(
  lib: typeof PdfLib,
  document: PdfLib.PDFDocument,
): [PdfLib.PDFRef, PdfLib.PDFDict][] {
  const type = lib.PDFName.of("StructElem");
  return document.context
    .enumerateIndirectObjects()
    .flatMap(([ref, object]) =>
      object instanceof lib.PDFDict && object.get(lib.PDFName.of("Type")) === type ? [[ref, object]] : [],
    );
}

/** The lists of header cells in the attributes of a table cell. */
function headersOf(lib: typeof PdfLib, element: PdfLib.PDFDict): PdfLib.PDFArray[] {
  const attributes = element.lookup(lib.PDFName.of("A"));
  const list = attributes instanceof lib.PDFArray ? attributes.asArray() : [attributes];
  return list.flatMap((entry) => {
    const dict = element.context.lookup(entry);
    const headers = dict instanceof lib.PDFDict ? dict.lookup(lib.PDFName.of("Headers")) : undefined;
    return headers instanceof lib.PDFArray ? [headers] : [];
  });
}

function deleteNameTree(
  lib: typeof PdfLib,
  document: PdfLib.PDFDocument,
  node: PdfLib.PDFObject | undefined,
): void {
  const dict = document.context.lookup(node);
  if (!(dict instanceof lib.PDFDict)) return;
  const kids = dict.lookup(lib.PDFName.of("Kids"));
  if (kids instanceof lib.PDFArray) for (const kid of kids.asArray()) deleteNameTree(lib, document, kid);
  if (node instanceof lib.PDFRef) document.context.delete(node);
}

function isText(
  lib: typeof PdfLib,
  object: PdfLib.PDFObject | undefined,
): object is PdfLib.PDFString | PdfLib.PDFHexString {
  return object instanceof lib.PDFString || object instanceof lib.PDFHexString;
}

function countFonts(lib: typeof PdfLib, document: PdfLib.PDFDocument): number {
  const type = lib.PDFName.of("Font");
  return document.context
    .enumerateIndirectObjects()
    .filter(([, object]) => object instanceof lib.PDFDict && object.get(lib.PDFName.of("Type")) === type)
    .length;
}
