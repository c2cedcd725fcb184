import path from "node:path";
import process from "node:process";

import { exitCodes, UserError, type Message } from "../../errors.js";
import { checkProjectFolder } from "../../load/project-folder.js";
import { audiences } from "../../model/plan.js";
import { writeProject } from "../build-project.js";
import { startPreparing } from "../build-threads.js";
import type { BuildOptions } from "../prepare-project.js";
import type { Command, CommandContext } from "../command.js";
import { failLevel, fails } from "../fail-level.js";
import type { IndexEntry } from "../../index-page.js";
import { inOrder } from "../in-order.js";
import { createPrinter } from "../printer.js";
import { createProgress } from "../progress.js";
import { readDate } from "../read-date.js";
import { writeIndex } from "../write-index.js";
import { writeRecord } from "../write-record.js";

export const formats = ["html", "pdf", "md", "json", "backlog"] as const;
export type Format = (typeof formats)[number];

/** Documents of one or more projects, into `out/<slug of the model's name>/`. */
export const build: Command = {
  id: "build",
  usage: "[project...]",
  summary: "make the documents of one or more projects",
  run: async (context) => {
    const projects = context.arguments;
    const saved = context.options.assessment;
    if (projects.length === 0 && saved === undefined) {
      throw new UserError("usage", {
        code: "E-USAGE",
        severity: "error",
        text: "Missing project folder.",
        hint: "forthright build my-model",
      });
    }
    const options = buildOptions(context);
    const progress = createProgress(context.say, context.env);
    const printer = options.formats.includes("pdf")
      ? createPrinter({
          browser: textOf(context, "browser"),
          noSandbox: context.options["browser-no-sandbox"] === true,
        })
      : null;
    const seen = {
      inputs: new Set<string>(),
      outputs: new Set<string>(),
      folders: new Set<string>(),
      tables: new Set<string>(),
    };
    let exitCode: number = exitCodes.done;
    let whole = true as boolean;
    const messages: Message[] = [];
    const note = (list: readonly Message[]): void => {
      messages.push(...list);
      context.report(list);
    };
    const entries: IndexEntry[] = [];
    const talk = { say: context.say, stage: progress.stage, report: note, seen, printer };
    const preparing = await startPreparing(projects.length, options, progress.stage);
    try {
      await inOrder(projects.length === 0 ? [null] : projects, Math.max(1, preparing.atOnce), {
        prepare: async (project) => {
          if (project !== null) await checkProjectFolder(project);
          return preparing.prepare(project);
        },
        finish: async (prepared) => {
          exitCode = Math.max(exitCode, await writeProject(prepared, talk));
          entries.push(...prepared.entries);
        },
        // One of several that cannot be built holds up no other.
        fail: (cause, project) => {
          if (projects.length < 2 || !(cause instanceof UserError)) throw cause;
          note(cause.messages);
          context.say(`${project ?? ""}: no document was made\n`);
          exitCode = Math.max(exitCode, exitCodes[cause.failure]);
          whole = false;
        },
      });
      if (projects.length > 1) {
        const page = await writeIndex(options.out, entries, seen.outputs, options.lang ?? "en");
        if (page !== null) seen.outputs.add(page);
      }
    } finally {
      progress.close();
      await Promise.all([printer?.close(), preparing.close()]);
    }
    if (exitCode === exitCodes.done && fails(messages, failLevel(context))) exitCode = exitCodes.findings;
    // What was missing on this machine may be there next time.
    if (exitCode !== exitCodes.environment && whole) await writeRecord(seen, { exitCode, messages });
    return exitCode;
  },
};

function textOf({ options }: CommandContext, name: string): string | null {
  const value = options[name];
  return typeof value === "string" ? value : null;
}

function buildOptions({ options, env }: CommandContext): BuildOptions {
  const list =
    typeof options.format === "string" ? options.format.split(",").map((name) => name.trim()) : ["html"];
  const unknown = list.filter((name) => !(formats as readonly string[]).includes(name));
  if (unknown.length > 0) {
    throw new UserError("usage", {
      code: "E-FORMAT",
      severity: "error",
      text: `Unexpected format "${unknown.join(", ")}", expected ${formats.join(", ")}.`,
    });
  }
  const audience = audiences.find((name) => name === options.audience) ?? null;
  return {
    out: path.resolve(process.cwd(), typeof options.out === "string" ? options.out : "out"),
    formats: formats.filter((name) => list.includes(name)),
    kinds: Array.isArray(options.document) ? (options.document as readonly string[]) : [],
    audience: audience,
    lang: typeof options.lang === "string" ? options.lang : null,
    date: readDate(options.date, env),
    assessment: typeof options.assessment === "string" ? options.assessment : null,
  };
}
