import type { Assessment, Limitation } from "../model/assessment.js";
import type { Audience } from "../model/plan.js";
import { maySee } from "./may-see.js";
import { hasOnlyMark } from "./only-for.js";

/**
 * Rules set aside are for readers inside, and a record above their level is not named by its file either. A reason may
 * stand beside a sentence that is for others only: where a text holds such a sentence, its reasons stay inside.
 */
export function lintFor(
  { lint, limitations: all, notes, documents }: Assessment,
  seen: readonly Limitation[],
  audience: Audience,
): Assessment["lint"] {
  if (!maySee(audience, "executive")) return { severities: [], exceptions: [], begins: {} };
  const open = new Set(seen.map(({ path }) => path));
  const marked = [
    ...notes.filter(({ text }) => hasOnlyMark(text)).map(({ path }) => path),
    ...all.filter((record) => hasOnlyMark(JSON.stringify(record))).map(({ path }) => path),
    ...(hasOnlyMark(JSON.stringify(documents)) ? ["forthright.yaml"] : []),
  ];
  const hidden = new Set([
    ...all.map(({ path }) => path).filter((path) => !open.has(path)),
    ...(audience === "internal" ? [] : marked),
  ]);
  return {
    ...lint,
    exceptions: lint.exceptions.filter(({ file }) => !hidden.has(file)),
    begins: Object.fromEntries(Object.entries(lint.begins).filter(([key]) => !hidden.has(key))),
  };
}
