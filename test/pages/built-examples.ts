import { execFile } from "node:child_process";
import { mkdtemp, readFile, readdir, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { promisify } from "node:util";

import type { Assessment } from "../../src/model/assessment.js";
import { packageFile } from "../../src/package-file.js";

/** One document of a committed example, as the command line wrote it. */
export interface BuiltDocument {
  /** "churn-score/briefing": for titles of tests. */
  readonly name: string;
  readonly kind: string;
  readonly html: string;
  readonly markdown: string;
  /** Null when no PDF was asked for. */
  readonly pdf: Uint8Array | null;
  /** The whole Assessment, not only the part that the document embeds. */
  readonly assessment: Assessment;
}

export const exampleNames = ["application-fraud", "churn-new-segment", "credit-pd"];
export const documentNames = [
  ...["application-fraud-check", "churn-score", "probability-of-default-consumer-credit"].flatMap((project) =>
    ["briefing", "limitation-portfolio", "model-card"].map((kind) => `${project}/${kind}`),
  ),
  "probability-of-default-consumer-credit/case-note",
];
/** Their scenario boards: for tests of their numbers; test/sliders looks at how they lie and move. */
export const boardNames = [
  "application-fraud-check",
  "churn-score",
  "probability-of-default-consumer-credit",
].map((project) => `${project}/scenario-board`);

/** Builds the three examples into a temporary folder with the finished program, and reads what it wrote. */
export async function buildExamples({ pdf }: { readonly pdf: boolean }): Promise<Map<string, BuiltDocument>> {
  const out = await mkdtemp(path.join(os.tmpdir(), "forthright-test-"));
  try {
    const projects = exampleNames.map((name) => packageFile(`examples/${name}`));
    const formats = ["html", "md", "json", ...(pdf ? ["pdf"] : [])].join(",");
    const program = packageFile("dist/cli.js");
    await promisify(execFile)(process.execPath, [
      program,
      "build",
      ...projects,
      "--format",
      formats,
      "--out",
      out,
    ]);
    const built = await Promise.all(
      [...documentNames, ...boardNames].map((name) => readDocument(out, name, pdf)),
    );
    return new Map(built.map((document) => [document.name, document]));
  } finally {
    await rm(out, { recursive: true, force: true });
  }
}

async function readDocument(out: string, name: string, pdf: boolean): Promise<BuiltDocument> {
  const text = async (file: string): Promise<string> => readFile(path.join(out, file), "utf8");
  const folder = path.dirname(name);
  const written = await readdir(path.join(out, folder));
  if (!written.includes(`${path.basename(name)}.html`)) throw new Error(`${name} was not written`);
  return {
    name,
    kind: path.basename(name),
    html: await text(`${name}.html`),
    markdown: await text(`${name}.md`),
    pdf: pdf ? new Uint8Array(await readFile(path.join(out, `${name}.pdf`))) : null,
    assessment: JSON.parse(await text(`${folder}/assessment.json`)) as Assessment,
  };
}

export function documentAt(built: ReadonlyMap<string, BuiltDocument>, name: string): BuiltDocument {
  const found = built.get(name);
  if (found === undefined) throw new Error(`There is no document ${name}`);
  return found;
}
