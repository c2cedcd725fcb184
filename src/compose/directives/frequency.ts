import type { RootContent } from "mdast";

import type { Task } from "../../model/plan.js";
import type { Slice } from "../../model/assessment.js";
import { suggestName } from "../../model/nearest-name.js";
import { plainText } from "../../phrasing/inline.js";
import { patterns } from "../../phrasing/patterns/all.js";
import { choosePattern, tellPattern } from "../../phrasing/patterns/choose-pattern.js";
import type { Known } from "../../phrasing/patterns/known.js";
import type { Pattern } from "../../phrasing/patterns/pattern.js";
import { rateSentence } from "../../phrasing/rate-sentence.js";
import type { DocumentContext } from "../context.js";
import type { Directive, DirectiveCall } from "../directive.js";
import { paragraphOf } from "../inline-nodes.js";
import { knownAt } from "../known-at.js";
import { estimateAt, resolveSlice } from "../resolve.js";

/** Errors to tell of evidence whose two kinds of error have names of their own. */
const errorsOf: Partial<Record<Task, readonly string[]>> = { verification: ["fnmr", "fmr"] };

/**
 * How good the decisions are, by the first pattern whose numbers exist: nested counts at the stated base rate, else two
 * totals, a what-if table, one score, or the counts of a small test.
 *
 * `pattern` asks for one by its id, `table="no"` leaves out the what-if table, `basis="yes"` adds how many cases were
 * counted and when, for a page that does not say so elsewhere.
 */
export const frequency: Directive = {
  id: "frequency",
  forms: ["leaf"],
  attributes: ["of", "pattern", "table", "basis"],
  inNotes: true,
  build: (call, context) => {
    const slice = resolveSlice(call.attributes.of, context, call.place);
    if (slice === undefined) return [];
    const own = errorsOf[context.evaluation.task];
    if (own !== undefined) return errorsAlone(context, own, slice);
    const { voice } = context;
    const known = knownAt(context, slice);
    const pattern = patternOf(call, context, known);
    const told = tellPattern(voice, known, pattern, call.attributes.basis === "yes" ? "all" : "reported");
    const sentences = told.length > 0 ? told : [whyNothing(context, known)];
    const grid = call.attributes.table === "no" ? undefined : pattern?.grid?.(voice, known);
    return [
      paragraphOf(sentences),
      ...(grid === undefined ? [] : [{ type: "grid", grid } satisfies RootContent]),
    ];
  },
};

function errorsAlone(
  context: DocumentContext,
  metrics: readonly string[],
  slice: Slice | null,
): readonly RootContent[] {
  const told = metrics.flatMap((metric) => estimateAt(context, metric, slice?.id ?? "all") ?? []);
  const sentences = told.map((estimate) => rateSentence(context.voice, estimate));
  return sentences.some(({ length }) => length > 0) ? [paragraphOf(sentences)] : [];
}

/** The pattern a text asks for, when it may be used; else the first that may, with a message that says why. */
function patternOf(call: DirectiveCall, context: DocumentContext, known: Known): Pattern | null {
  const { chosen } = choosePattern(context.voice, known);
  const { pattern: id } = call.attributes;
  if (id === undefined) return chosen;
  const telling = patterns.filter(({ after }) => !after);
  const asked = telling.find((one) => one.id === id);
  if (asked === undefined) {
    context.report({
      code: "unknown-directive",
      severity: "error",
      place: call.place,
      text: `There is no pattern "${id}".`,
      hint: suggestName(
        id,
        telling.map((one) => one.id),
      ),
    });
    return chosen;
  }
  const why = asked.refuse(context.voice, known);
  if (why === null) return asked;
  context.report({
    code: "pattern-not-used",
    severity: "hint",
    place: call.place,
    text: `The pattern "${id}" is not used: ${plainText(context.voice.say(why.phrase, why.slots))}.`,
    hint: `"${chosen?.id ?? "none"}" stands in its place; see \`forthright explain patterns <project>\`.`,
  });
  return chosen;
}

/** Why nothing can be said of decisions: a class is missing from the evidence, or nobody has decided anything. */
function whyNothing({ voice, ...context }: DocumentContext, { slice }: Known) {
  const reasons = ["recall", "false-alarms"].map(
    (metric) => estimateAt({ voice, ...context }, metric, slice?.id ?? "all")?.reason,
  );
  const absent = reasons.includes("no-positives")
    ? voice.words.positive[1]
    : reasons.includes("no-negatives")
      ? voice.words.negative[1]
      : null;
  return voice.say(absent === null ? "frequency.no-decision" : "frequency.one-class", {
    absent: absent ?? "",
    flagged: voice.words.flagged,
    cases: voice.words.case[1],
  });
}
