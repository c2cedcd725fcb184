import path from "node:path";

import { exitCodes, UserError, type Message } from "../../errors.js";
import { loadMaterials } from "../../load/load-materials.js";
import { audiences } from "../../model/plan.js";
import { applyFixes, type Fixed } from "../apply-fixes.js";
import { checkProject, type CheckOptions } from "../check-project.js";
import { checkTargets, type CheckTarget } from "../check-targets.js";
import { checkTexts } from "../check-texts.js";
import type { Checked } from "../checked.js";
import type { Command, CommandContext } from "../command.js";
import { failLevel, fails } from "../fail-level.js";
import { readDate } from "../read-date.js";
import { sarifOf } from "../sarif.js";

/** Reads every sentence of every document, or of texts that belong to none, and says what may not be said. */
export const check: Command = {
  id: "check",
  usage: "[path...]",
  summary: "lint words and claims of projects and Markdown files; writes nothing without --fix",
  run: async (context) => {
    const names = context.arguments;
    const options = checkOptions(context);
    if (names.length === 0 && options.assessment === null)
      throw new UserError("usage", {
        code: "E-USAGE",
        severity: "error",
        text: "Missing project folder.",
        hint: "forthright check my-model, or forthright check README.md",
      });
    if (context.options.sarif === true && context.options.json === true)
      throw new UserError("usage", {
        code: "E-USAGE",
        severity: "error",
        text: "Unexpected --sarif beside --json, expected one of them.",
      });
    return runCheck(names, options, context).catch((cause: unknown) => {
      // A code host is told of a plan that cannot be read, too.
      if (context.options.sarif === true && cause instanceof UserError)
        printSarif(context, [failed(cause, names)]);
      throw cause;
    });
  },
};

async function runCheck(
  names: readonly string[],
  options: CheckOptions,
  context: CommandContext,
): Promise<number> {
  await loadMaterials(null, options.lang ?? "en"); // A language nobody speaks is told before any file.
  const targets = await checkTargets(names);
  const checked =
    context.options.fix === true
      ? await checkAndFix(targets, options, context)
      : await checkAll(targets, options);
  const messages = targets.length > 1 ? checked.flatMap(withFolder) : checked.flatMap((one) => one.messages);
  context.report(messages);
  if (context.options.sarif === true) printSarif(context, checked);
  context.say(summaryOf(checked, messages));
  return fails(messages, failLevel(context)) ? exitCodes.findings : exitCodes.done;
}

function printSarif({ print }: CommandContext, checked: readonly Checked[]): void {
  print(`${JSON.stringify(sarifOf(checked), null, 2)}\n`);
}

function failed({ messages }: UserError, [folder = "."]: readonly string[]): Checked {
  return { folder, messages, suppressed: [], documents: 0, texts: 0 };
}

/** A mend may bring up or settle another; more rounds than this would be a mend that undoes itself. */
const mostRounds = 5;

/** Mends what can be mended, and reads again until nothing changes. @returns what is left */
async function checkAndFix(
  targets: readonly CheckTarget[],
  options: CheckOptions,
  { say, add }: CommandContext,
): Promise<Checked[]> {
  if (options.assessment !== null)
    throw new UserError("usage", {
      code: "E-USAGE",
      severity: "error",
      text: "Unexpected --fix with a saved Assessment, expected the project it was made from.",
    });
  const all: Fixed[] = [];
  let checked = await checkAll(targets, options);
  for (let round = 0; round < mostRounds; round += 1) {
    const { fixed, left } = await applyFixes(checked);
    all.push(...fixed);
    for (const { file, line, column, code, was, text } of fixed)
      say(
        `fixed ${code} ${[file, line, column].filter((part) => part !== null).join(":")} "${was}" -> "${text}"\n`,
      );
    if (fixed.length > 0) checked = await checkAll(targets, options);
    if (fixed.length > 0 && round < mostRounds - 1) continue;
    if (left.length > 0)
      say(`${counted(left.length, "mend")} left: the file does not hold the letters as they were read\n`);
    break;
  }
  add("fixed", all);
  return checked;
}

function checkOptions({ options, env }: CommandContext): CheckOptions {
  return {
    lang: typeof options.lang === "string" ? options.lang : null,
    date: readDate(options.date, env),
    kinds: Array.isArray(options.document) ? (options.document as readonly string[]) : [],
    audience: audiences.find((name) => name === options.audience) ?? null,
    assessment: typeof options.assessment === "string" ? options.assessment : null,
  };
}

/** Projects one by one, then all texts that belong to none. */
async function checkAll(targets: readonly CheckTarget[], options: CheckOptions): Promise<Checked[]> {
  const checked: Checked[] = [];
  if (targets.length === 0) checked.push(await checkProject(null, options));
  for (const target of targets)
    if ("project" in target) checked.push(onlyOf(await checkProject(target.project, options), target.only));
  const files = targets.flatMap((target) => ("file" in target ? [target.file] : []));
  if (files.length > 0) checked.push(await checkTexts(files, options.lang ?? "en"));
  return checked;
}

/** What was found in some files of a project. */
function onlyOf(checked: Checked, files: readonly string[] | null): Checked {
  if (files === null) return checked;
  const isAsked = ({ place }: Message): boolean => place !== undefined && files.includes(place.file);
  return {
    ...checked,
    messages: checked.messages.filter(isAsked),
    suppressed: checked.suppressed.filter(({ message }) => isAsked(message)),
  };
}

/** Of several projects each names its folder. */
function withFolder({ folder, messages }: Checked): Message[] {
  const named = (file: string): string => path.join(folder, file).split(path.sep).join("/");
  return messages.map((message) =>
    message.place === undefined
      ? message
      : { ...message, place: { ...message.place, file: named(message.place.file) } },
  );
}

function summaryOf(checked: readonly Checked[], messages: readonly Message[]): string {
  const sum = (count: (one: Checked) => number): number =>
    checked.reduce((total, one) => total + count(one), 0);
  const [documents, texts] = [sum((one) => one.documents), sum((one) => one.texts)];
  const read = [
    ...(documents > 0 || texts === 0 ? [counted(documents, "document")] : []),
    ...(texts > 0 ? [counted(texts, "text")] : []),
  ];
  const of = (severity: Message["severity"]): number =>
    messages.filter((message) => message.severity === severity).length;
  const held = sum((one) => one.suppressed.length);
  return (
    [
      `${read.join(" and ")} read`,
      counted(of("error"), "error"),
      counted(of("warning"), "warning"),
      ...(held > 0 ? [`${held} by exception`] : []),
    ].join(", ") + "\n"
  );
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}
