import type { Limitation } from "../model/assessment.js";
import type { Inline } from "../model/inline.js";
import { casesOf } from "../phrasing/subject-words.js";
import type { DocumentContext } from "./context.js";
import { rankedLimitations } from "./limitation-order.js";

/** True for what a search found and nobody has taken up: it has no owner, no fix and no harm class yet. */
export function isUnclaimed({ origin, risk }: Limitation): boolean {
  // What holds up a release is never one row among others.
  return origin !== "declared" && risk?.escalated !== true;
}

/** The unclaimed limitations of an edition, in the order of the register. */
export function unclaimedLimitations(context: DocumentContext): Limitation[] {
  return rankedLimitations(context).filter(isUnclaimed);
}

/** What somebody may do about it until it has an owner; empty where no finding says what it is. */
export function proposedMeanwhile(context: DocumentContext, record: Limitation): readonly Inline[] {
  const { voice, assessment } = context;
  const finding = assessment.findings.find(({ id }) => record.findings.includes(id));
  if (finding === undefined) return [];
  const kind = finding.message.split(".").at(-1);
  const slice = assessment.slices.find(
    ({ id, evaluation }) => id === finding.slice && evaluation === finding.evaluation,
  );
  return voice.say(`record.proposed.${finding.rule}`, {
    kind: kind === "recall" ? "recall" : kind === "false-alarms" ? "alarms" : "other",
    slice: casesOf(voice, slice ?? null),
    cases: voice.words.case[1],
    flagged: voice.words.flagged,
    unflagged: voice.words.unflagged,
  });
}
