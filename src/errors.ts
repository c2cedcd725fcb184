import { showInvisible } from "./visible-text.js";

/** A position in one of the author's files; line and column count from 1. */
export interface Place {
  readonly file: string;
  readonly line?: number;
  readonly column?: number;
}

export type Severity = "error" | "warning" | "hint";

/** A mend that keeps the meaning: letters of a file, and what may stand in their place. */
export interface Fix {
  readonly start: Place;
  /** Letters that stand there now; empty where something is put in. */
  readonly was: string;
  readonly text: string;
  /** The sentence, or directive, and where in it the letters start: to find them again where no column is known. */
  readonly sentence: string;
  readonly offset: number;
}

/** One thing to tell the author: from loading, linting, rendering or exporting. */
export interface Message {
  /** `E-NO-FILE`, or the id of the lint rule or finder that speaks. */
  readonly code: string;
  /** Number of a lint rule in the rule book: `L26`. */
  readonly alias?: string;
  readonly severity: Severity;
  /** "Unexpected X, expected Y" in one sentence. */
  readonly text: string;
  /** What to do about it. */
  readonly hint?: string;
  readonly place?: Place;
  /** Behind the last letter it is about, where that is known. */
  readonly end?: Place;
  readonly fix?: Fix;
}

/** Exit codes of the command line, by name. */
export const exitCodes = {
  done: 0,
  findings: 1,
  usage: 2,
  input: 3,
  environment: 4,
  limit: 5,
  verification: 6,
  internal: 70,
} as const;

export type Failure = Exclude<keyof typeof exitCodes, "done">;

/**
 * Something the user can mend: their file, their flags, their machine. Anything else that is thrown is our bug.
 *
 * One error may carry many messages, so that a plan with five mistakes is mended in one go.
 */
export class UserError extends Error {
  readonly failure: Failure;
  readonly messages: readonly Message[];

  constructor(failure: Failure, messages: Message | readonly Message[]) {
    const list: readonly Message[] = "code" in messages ? [messages] : messages;
    super(list.map((message) => `${message.code} ${message.text}`).join("\n"));
    this.name = "UserError";
    this.failure = failure;
    this.messages = list;
  }
}

/** `file:line:column`, or as much of it as is known. */
export function formatPlace(place: Place): string {
  const line = place.line === undefined ? "" : `:${place.line}`;
  const column = place.line === undefined || place.column === undefined ? "" : `:${place.column}`;
  return place.file + line + column;
}

/** Each message once: a sentence that stands in two places of a document is told of once. */
export function distinctMessages(messages: readonly Message[]): Message[] {
  return [...new Map(messages.map((message) => [formatMessage(message), message])).values()];
}

/** A message for a terminal: `error E-NO-FILE plan.yaml:3:5`, below it the text, and what to do. */
export function formatMessage(message: Message): string {
  const place = message.place === undefined ? "" : ` ${formatPlace(message.place)}`;
  const hint = message.hint === undefined ? "" : `\n      ${message.hint}`;
  const name = message.alias === undefined ? message.code : `${message.code} (${message.alias})`;
  return showInvisible(`${message.severity} ${name}${place}\n      ${message.text}${hint}`);
}
