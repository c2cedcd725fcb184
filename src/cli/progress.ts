import { UserError } from "../errors.js";

/** Says what is being done, once the work has lasted a while. Of quicker work nothing is said. */
export interface Progress {
  readonly stage: (what: string) => void;
  readonly close: () => void;
}

const variable = "FORTHRIGHT_PROGRESS_SECONDS";
const usualSeconds = 1;

/**
 * Each stage is said as a line once the work has lasted a second.
 *
 * @param env - FORTHRIGHT_PROGRESS_SECONDS sets another number of seconds: 0 says every stage as it begins, and
 *   `never` none, so that a log does not depend on how fast the machine is. The lines name what the work is, never how
 *   long it took.
 * @throws UserError when it is neither
 */
export function createProgress(
  say: (text: string) => void,
  env: Readonly<Record<string, string | undefined>>,
): Progress {
  const patience = patienceOf(env[variable]);
  let now = "";
  let speaking = patience === 0;
  const speak = (): void => {
    speaking = true;
    if (now !== "") say(`${now} ...\n`);
  };
  const timer = patience === null || speaking ? null : setTimeout(speak, patience * 1_000);
  timer?.unref();
  return {
    stage: (what) => {
      now = what;
      if (speaking) say(`${what} ...\n`);
    },
    close: () => {
      if (timer !== null) clearTimeout(timer);
    },
  };
}

/** Seconds until stages are said; null for never. */
function patienceOf(given: string | undefined): number | null {
  if (given === undefined || given === "") return usualSeconds;
  if (given === "never") return null;
  const seconds = Number(given);
  if (seconds >= 0 && seconds <= 86_400) return seconds;
  throw new UserError("usage", {
    code: "E-PROGRESS",
    severity: "error",
    text: `Unexpected ${variable}, expected a number of seconds up to a day, or "never".`,
    hint: `Leave it out for ${usualSeconds}.`,
  });
}
