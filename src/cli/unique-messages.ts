import { distinctMessages, type Message } from "../errors.js";
import type { Published } from "../pipeline.js";

/** The same message said of three documents is said once. */
export function uniqueMessages(documents: readonly Pick<Published, "messages">[]): Message[] {
  return distinctMessages(documents.flatMap(({ messages }) => messages));
}
