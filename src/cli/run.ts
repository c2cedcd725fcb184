import process from "node:process";
import { Command as Program, CommanderError, Option as ProgramOption } from "commander";

import { exitCodes, formatMessage, UserError, type Message } from "../errors.js";
import { version } from "../version.js";
import { showInvisible } from "../visible-text.js";
import type { Command, CommandContext } from "./command.js";
import { commands } from "./commands/all.js";
import { options, type Option } from "./options.js";

/** Parses the arguments, runs the command, and turns whatever happens into an exit code. */
export async function run(argv: readonly string[]): Promise<number> {
  let exitCode: number = exitCodes.done;
  const program = new Program("forthright")
    .description("Turns a model's evaluation into documents people act on, with every number traceable.")
    .version(version)
    .exitOverride()
    .configureOutput({ writeErr: (text) => process.stderr.write(text) })
    .showSuggestionAfterError(true);
  for (const command of commands) {
    const sub = program
      .command(`${command.id}${command.usage === "" ? "" : ` ${command.usage}`}`)
      .description(command.summary)
      .exitOverride();
    for (const option of options)
      if (option.commands === null || option.commands.includes(command.id))
        sub.addOption(programOption(option));
    sub.action(async (...given: unknown[]) => {
      exitCode = await runCommand(command, given);
    });
  }
  process.stdout.on("error", leaveQuietly);
  try {
    await program.parseAsync([...argv], { from: "user" });
  } catch (cause) {
    if (cause instanceof CommanderError) return cause.exitCode === 0 ? exitCodes.done : exitCodes.usage;
    throw cause;
  }
  return exitCode;
}

function programOption({ name, value, many, choices, meaning }: Option): ProgramOption {
  const option = new ProgramOption(
    `--${name}${value === null ? "" : ` <${value}${many === true ? "..." : ""}>`}`,
    meaning,
  );
  return choices === undefined ? option : option.choices([...choices]);
}

async function runCommand(command: Command, given: readonly unknown[]): Promise<number> {
  const program = given[given.length - 1] as Program;
  const flags = program.opts<Record<string, string | true | string[] | undefined>>();
  const named = Object.fromEntries(
    Object.entries(flags).map(([name, value]) => [
      name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`),
      value,
    ]),
  );
  const json = named.json === true;
  const quiet = named.quiet === true;
  const said: Message[] = [];
  const kept: string[] = [];
  const added: Record<string, unknown> = {};
  const report = (messages: readonly Message[]): void => {
    said.push(...messages);
    if (json) return;
    for (const message of messages)
      if (!quiet || message.severity === "error") process.stderr.write(`${formatMessage(message)}\n`);
  };
  const context: CommandContext = {
    arguments: program.args,
    options: named,
    env: process.env,
    print: (text) => {
      if (json && command.printsJson !== true) kept.push(text);
      else process.stdout.write(text);
    },
    add: (name, value) => {
      added[name] = value;
    },
    say: (text) => {
      if (!quiet && !json) process.stderr.write(showInvisible(text));
    },
    report,
  };
  try {
    const code = await command.run(context);
    if (json && command.printsJson !== true) {
      const result = kept.length === 0 ? {} : { result: kept.join("") };
      process.stdout.write(
        `${JSON.stringify({ exit: code, messages: said, ...added, ...result }, null, 2)}\n`,
      );
    }
    return code;
  } catch (cause) {
    return explainFailure(cause, { json, debug: named.debug === true, report, said });
  }
}

interface Failing {
  readonly json: boolean;
  readonly debug: boolean;
  readonly report: (messages: readonly Message[]) => void;
  readonly said: readonly Message[];
}

function explainFailure(cause: unknown, { json, debug, report, said }: Failing): number {
  if (cause instanceof UserError) {
    report(cause.messages);
    if (debug) process.stderr.write(`${cause.stack ?? ""}\n`);
    if (json)
      process.stdout.write(
        `${JSON.stringify({ exit: exitCodes[cause.failure], messages: said }, null, 2)}\n`,
      );
    return exitCodes[cause.failure];
  }
  const text = cause instanceof Error ? cause.message : String(cause);
  process.stderr.write(
    `error E-INTERNAL\n      ${text}\n      This is our fault, not yours. Run again with --debug and report what it prints.\n`,
  );
  if (debug && cause instanceof Error) process.stderr.write(`${cause.stack ?? ""}\n`);
  return exitCodes.internal;
}

/** A reader that went away (`| head -1`) is no failure of ours. */
function leaveQuietly(error: NodeJS.ErrnoException): void {
  if (error.code === "EPIPE") process.exit(141);
  throw error;
}
