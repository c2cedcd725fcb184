import { UserError } from "../errors.js";
import type { OpenBrowser } from "./browser.js";
import { finishPdf, type FinishedPdf, type PdfFacts } from "./finish-pdf.js";

/** One document to print. */
export interface PrintJob extends PdfFacts {
  /** The finished page; starts its root element as `<html lang="en">`. */
  readonly html: string;
  /** Most pages it should have, or null. */
  readonly maxPages: number | null;
}

export interface PrintedPdf {
  readonly bytes: Uint8Array;
  /** Pages it has; more than `maxPages` if no allowed letter size was small enough. */
  readonly pages: number;
  /** Whether it was set in smaller letters than usual to save pages. */
  readonly fitted: boolean;
}

/** Classes of the root element under which the style sheet prints smaller, in steps. */
const fitClasses = ["fit-1", "fit-2"] as const;

/** Prints documents, as many at once as the browser takes; the results are in the order of the jobs. */
export async function printPdf(jobs: readonly PrintJob[], browser: OpenBrowser): Promise<PrintedPdf[]> {
  const results = await Promise.allSettled(jobs.map((job) => printJob(job, browser)));
  return results.map((result) => {
    if (result.status === "rejected") throw result.reason;
    return result.value;
  });
}

async function printJob(job: PrintJob, browser: OpenBrowser): Promise<PrintedPdf> {
  let finished = await printOnce(job, job.html, browser);
  if (job.maxPages === null) return { bytes: finished.bytes, pages: finished.pages, fitted: false };
  let fitted = false;
  for (const name of fitClasses) {
    if (finished.pages <= job.maxPages) break;
    finished = await printOnce(job, withRootClass(job.html, name), browser);
    fitted = true;
  }
  return { bytes: finished.bytes, pages: finished.pages, fitted };
}

async function printOnce(job: PrintJob, html: string, browser: OpenBrowser): Promise<FinishedPdf> {
  const finished = await finishPdf(await browser.print(html), job);
  if (finished.fonts > 0) return finished;
  throw new UserError("environment", {
    code: "E-BLANK-PDF",
    severity: "error",
    text: `Unexpected blank PDF of "${job.title}", expected text: the browser could use no font.`,
    hint: "Install a font (fonts-dejavu-core), or use the npm Chromium, which brings its own.",
  });
}

/** @example withRootClass('<html lang="en">', "fit-1") // '<html lang="en" class="fit-1">' */
function withRootClass(html: string, name: string): string {
  const root = /<html lang="[^"<>]*"(?=>)/;
  if (!root.test(html)) throw new Error('Unexpected page, expected it to start <html lang="..">');
  return html.replace(root, (start) => `${start} class="${name}"`);
}
