import { formatMessage, type Message } from "../errors.js";
import type { Published } from "../pipeline.js";

/** The same message said of three documents is said once. */
export function uniqueMessages(documents: readonly Pick<Published, "messages">[]): Message[] {
  const seen = new Map<string, Message>();
  for (const { messages } of documents)
    for (const message of messages) seen.set(formatMessage(message), message);
  return [...seen.values()];
}
