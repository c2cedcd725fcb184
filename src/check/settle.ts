import type { Message } from "../errors.js";
import type { Exception, Lint } from "../model/lint.js";

/** Messages of the rules as a project wants them told. */
export interface Settled {
  readonly messages: readonly Message[];
  /** What an author's exception holds back. */
  readonly suppressed: readonly Suppressed[];
}

export interface Suppressed {
  readonly message: Message;
  readonly exception: Exception;
}

/** Gives each message the severity of the project, and sets aside those that an exception is about. */
export function settle(
  messages: readonly Message[],
  { severities, exceptions }: Pick<Lint, "severities" | "exceptions">,
): Settled {
  const kept: Message[] = [];
  const suppressed: Suppressed[] = [];
  for (const message of messages) {
    const severity = severities.find(({ rule }) => rule === message.code)?.severity ?? message.severity;
    if (severity === "off") continue;
    const told = { ...message, severity };
    const exception = exceptions.find((one) => isAbout(one, message));
    if (exception === undefined) kept.push(told);
    else suppressed.push({ message: told, exception });
  }
  return { messages: kept, suppressed };
}

function isAbout({ rule, file, first, last }: Exception, { code, place }: Message): boolean {
  return (
    rule === code &&
    file === place?.file &&
    place.line !== undefined &&
    first <= place.line &&
    place.line <= last
  );
}

/** Exceptions that held nothing back: the words they were for are gone, or never broke the rule. */
export function unusedExceptions(
  { severities, exceptions }: Pick<Lint, "severities" | "exceptions">,
  suppressed: readonly Suppressed[],
): Message[] {
  const used = new Set(suppressed.map(({ exception }) => keyOf(exception)));
  return exceptions
    .filter((exception) => !used.has(keyOf(exception)))
    .filter(({ rule }) => severities.every((one) => one.rule !== rule || one.severity !== "off"))
    .map(({ rule, file, line }) => ({
      code: "lint-exception",
      severity: "warning",
      place: { file, line },
      text: `Unexpected exception from ${rule}, expected words that it is about.`,
      hint: "Take it out, or put it into the line or right before the block that it is about.",
    }));
}

function keyOf({ rule, file, line, first }: Exception): string {
  return `${rule} ${line} ${first} ${file}`;
}
