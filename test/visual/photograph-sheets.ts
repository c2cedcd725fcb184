import { getDocument, type PDFPageProxy } from "pdfjs-dist/legacy/build/pdf.mjs";

import { reduceDrawing, type Picture } from "./small-picture.js";

/** Pixels to a point while a page is drawn, and how many of them become one of the picture. */
const scale = 1.2;
const reduction = 3;
/** What is seen of a long document: on the rest are tables like those before. */
const mostPages = 5;

/** The pages of a PDF below one another, drawn by a program that had no part in making it. */
export async function photographSheets(pdf: Uint8Array): Promise<Picture> {
  const task = getDocument({ data: pdf.slice(), useSystemFonts: false, verbosity: 0 });
  const document = await task.promise;
  try {
    const canvases = document.canvasFactory as CanvasFactory;
    const sheets: Picture[] = [];
    for (let number = 1; number <= Math.min(mostPages, document.numPages); number += 1)
      sheets.push(reduceDrawing(await draw(await document.getPage(number), canvases), reduction));
    return belowOneAnother(sheets);
  } finally {
    await task.destroy();
  }
}

/** What pdf.js draws on where there is no browser. */
interface CanvasFactory {
  create(width: number, height: number): { readonly canvas: object; readonly context: Drawing };
}

interface Drawing {
  getImageData(left: number, top: number, width: number, height: number): { readonly data: Uint8Array };
}

async function draw(page: PDFPageProxy, canvases: CanvasFactory): Promise<Picture> {
  const viewport = page.getViewport({ scale });
  const [width, height] = [Math.floor(viewport.width), Math.floor(viewport.height)];
  const { canvas, context } = canvases.create(width, height);
  // The types know the canvas of a browser alone.
  await page.render({ canvas: canvas as never, canvasContext: context as never, viewport }).promise;
  return { width, height, data: Buffer.from(context.getImageData(0, 0, width, height).data) };
}

function belowOneAnother(sheets: readonly Picture[]): Picture {
  const [first] = sheets;
  if (first === undefined || sheets.some(({ width }) => width !== first.width))
    throw new Error("The PDF has no page, or pages of several sizes");
  return {
    width: first.width,
    height: sheets.reduce((sum, { height }) => sum + height, 0),
    data: Buffer.concat(sheets.map(({ data }) => data)),
  };
}
