import type { Assessment, Limitation } from "../model/assessment.js";
import type { Audience } from "../model/plan.js";
import { maySee } from "./may-see.js";

/** Rules set aside are for readers inside, and a record above their level is not named by its file either. */
export function lintFor(
  { lint, limitations: all }: Assessment,
  seen: readonly Limitation[],
  audience: Audience,
): Assessment["lint"] {
  if (!maySee(audience, "executive")) return { severities: [], exceptions: [], begins: {} };
  const open = new Set(seen.map(({ path }) => path));
  const hidden = new Set(all.map(({ path }) => path).filter((path) => !open.has(path)));
  return {
    ...lint,
    exceptions: lint.exceptions.filter(({ file }) => !hidden.has(file)),
    begins: Object.fromEntries(Object.entries(lint.begins).filter(([key]) => !hidden.has(key))),
  };
}
