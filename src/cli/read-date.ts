import { UserError } from "../errors.js";

/** The date given by `--date` or SOURCE_DATE_EPOCH (seconds); null leaves it to the evidence. Never today. */
export function readDate(given: unknown, env: NodeJS.ProcessEnv): string | null {
  if (typeof given === "string") {
    if (/^\d{4}-\d{2}-\d{2}$/.test(given) && !Number.isNaN(Date.parse(given))) return given;
    throw new UserError("usage", {
      code: "E-DATE",
      severity: "error",
      text: `Unexpected date "${given}", expected a day such as 2026-11-21.`,
    });
  }
  const epoch = env.SOURCE_DATE_EPOCH;
  if (epoch === undefined || epoch === "") return null;
  const seconds = Number(epoch);
  if (!Number.isInteger(seconds) || Math.abs(seconds) > 253_402_300_799) {
    throw new UserError("usage", {
      code: "E-DATE",
      severity: "error",
      text: `Unexpected SOURCE_DATE_EPOCH "${epoch}", expected whole seconds.`,
    });
  }
  return new Date(seconds * 1_000).toISOString().slice(0, 10);
}
