import path from "node:path";

import { exitCodes, UserError, type Message } from "../errors.js";
import { writeOutputs, type OutputFile } from "../export/write-outputs.js";
import {
  prepareProject,
  type BuildOptions,
  type DocumentPrint,
  type PreparedProject,
} from "./prepare-project.js";
import type { Printer } from "./printer.js";

export interface BuildTalk {
  /** Prints PDF; null when none is asked for. */
  readonly printer: Printer | null;
  readonly say: (text: string) => void;
  /** What is being done; said when the work takes long. */
  readonly stage: (what: string) => void;
  readonly report: (messages: readonly Message[]) => void;
  /** Files and folders this build read and wrote, for the check whether anything changed. */
  readonly seen: {
    readonly inputs: Set<string>;
    readonly outputs: Set<string>;
    readonly tables: Set<string>;
    readonly folders: Set<string>;
  };
}

/** Builds one project, or one saved Assessment when `project` is null. @returns the exit code */
export async function buildProject(
  project: string | null,
  options: BuildOptions,
  talk: BuildTalk,
): Promise<number> {
  return writeProject(await prepareProject(project, options, { stage: talk.stage, keep: false }), talk);
}

/** Writes and prints what was made, and says what there is to say. @returns the exit code */
export async function writeProject(prepared: PreparedProject, talk: BuildTalk): Promise<number> {
  const { folder, files, prints, messages, summary, inputs, tables, folders } = prepared;
  talk.report(messages);
  await write(folder, files, talk);
  for (const file of inputs) talk.seen.inputs.add(file);
  for (const table of tables) talk.seen.tables.add(table);
  for (const one of folders) talk.seen.folders.add(one);
  let { exitCode } = prepared;
  if (talk.printer !== null) {
    talk.stage(`${path.basename(folder)}: printing`);
    exitCode = Math.max(exitCode, await print(prints, folder, talk.printer, talk));
  }
  talk.say(`${summary} in ${path.relative(process.cwd(), folder) || "."}\n`);
  return exitCode;
}

async function write(folder: string, files: readonly OutputFile[], { seen }: BuildTalk): Promise<void> {
  await writeOutputs(folder, files);
  for (const file of files) seen.outputs.add(path.join(folder, file.path));
}

/** PDFs beside the pages. Without a browser the pages stand alone and one message says how to get one. */
async function print(
  prints: readonly DocumentPrint[],
  folder: string,
  printer: Printer,
  talk: BuildTalk,
): Promise<number> {
  try {
    const printed = await printer.print(prints);
    const files = prints.flatMap(({ name }, index): OutputFile[] => {
      const pdf = printed[index];
      return pdf === undefined ? [] : [{ path: `${name}.pdf`, bytes: pdf.bytes }];
    });
    await write(folder, files, talk);
    talk.report(prints.flatMap((document, index) => tooLong(document, printed[index]?.pages ?? 0)));
    return exitCodes.done;
  } catch (cause) {
    if (!(cause instanceof UserError)) throw cause;
    talk.report([
      ...cause.messages,
      { code: "E-NO-PDF", severity: "warning", text: "The pages are written as HTML; no PDF was made." },
    ]);
    return exitCodes[cause.failure];
  }
}

function tooLong({ name, maxPages: pages }: DocumentPrint, printed: number): Message[] {
  if (pages === null || printed <= pages) return [];
  return [
    {
      code: "page-limit",
      severity: "warning",
      text: `Unexpected ${printed} pages of "${name}", expected ${pages}.`,
      hint: "Shorten the notes; the letters are as small as they may be.",
    },
  ];
}
