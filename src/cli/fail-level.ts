import type { Message } from "../errors.js";
import type { CommandContext } from "./command.js";

export type FailLevel = "error" | "warning" | "never";

/** From which severity on a run counts as failed. */
export function failLevel({ options }: Pick<CommandContext, "options">): FailLevel {
  const given = options["fail-on"];
  return given === "warning" || given === "never" ? given : "error";
}

export function fails(messages: readonly Message[], level: FailLevel): boolean {
  if (level === "never") return false;
  return messages.some(
    ({ severity }) => severity === "error" || (level === "warning" && severity === "warning"),
  );
}
