import path from "node:path";

import { exitCodes, UserError, type Message } from "../../errors.js";
import { audiences } from "../../model/plan.js";
import { checkProject, type CheckOptions } from "../check-project.js";
import { checkTargets, type CheckTarget } from "../check-targets.js";
import { checkTexts } from "../check-texts.js";
import type { Checked } from "../checked.js";
import type { Command, CommandContext } from "../command.js";
import { failLevel, fails } from "../fail-level.js";
import { readDate } from "../read-date.js";

/** Reads every sentence of every document, or of texts that belong to none, and says what may not be said. */
export const check: Command = {
  id: "check",
  usage: "[path...]",
  summary: "lint words and claims of projects and Markdown files; writes nothing",
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
    const targets = await checkTargets(names);
    const checked = await checkAll(targets, options);
    const messages =
      targets.length > 1 ? checked.flatMap(withFolder) : checked.flatMap((one) => one.messages);
    context.report(messages);
    context.say(summaryOf(checked, messages));
    return fails(messages, failLevel(context)) ? exitCodes.findings : exitCodes.done;
  },
};

function checkOptions({ options, env }: CommandContext): CheckOptions {
  return {
    lang: typeof options.lang === "string" ? options.lang : "en",
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
  if (files.length > 0) checked.push(await checkTexts(files, options.lang));
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
