import { sliceIdFromText } from "../model/slice-id.js";
import { sliceId, parseSliceId } from "../model/slice-id.js";
import type { DocumentContext } from "./context.js";
import { subjectOf } from "./create-context.js";
import { estimateAt } from "./resolve.js";
import type { View } from "./template.js";

/** What a template sees: yes-or-no facts, short ids, and references as tokens. Never a number to print. */
export function viewOf(context: DocumentContext): View {
  const { assessment, document, evaluation, tokens, materials } = context;
  const subject = subjectOf(document);
  const parts = parseSliceId(subject);
  const slots = materials.documents[document.kind]?.slots ?? [];
  const noted = (slot: string): boolean =>
    assessment.notes.some(
      (note) => note.slot === slot && (note.kind === null || note.kind === document.kind),
    );
  const measured = (metric: string): boolean => estimateAt(context, metric, subject)?.value != null;
  return {
    kind: document.kind,
    status: document.status,
    audience: context.voice.audience,
    subject: tokens.put(subject),
    whole: subject === "all",
    against: parts === null ? "" : tokens.put(sliceId(parts.column, parts.value, !parts.negated)),
    analogy: document.analogy ?? "screening-test",
    headline: headlineOf(context),
    notes: Object.fromEntries(slots.map((slot) => [slot, noted(slot)])),
    has: {
      scores: evaluation.score !== null,
      probabilities: evaluation.score?.probability === true,
      threshold: measured("recall"),
      frequencies: measured("recall") && measured("false-alarms") && measured("deployment-base-rate"),
      slices: assessment.slices.length > 0,
      options: assessment.scenarios.some((scenario) => scenario.document === context.index),
      actions: (document.actions ?? []).length > 0,
      criteria: assessment.criteria.length > 0,
      monitoring: assessment.monitoring.length > 0,
      coverage: assessment.coverage.length > 0,
      limitations: assessment.limitations.length > 0,
      withheld: context.withheld > 0,
      operation: assessment.rollout !== null || assessment.rollback !== null,
      restrictions:
        (assessment.use.out_of_scope ?? []).length > 0 ||
        assessment.limitations.some(({ use_restriction }) => use_restriction !== undefined),
    },
    restrictions: [
      ...(assessment.use.out_of_scope ?? []),
      ...assessment.limitations.flatMap(({ use_restriction }) => use_restriction ?? []),
    ].map((text) => tokens.put(text)),
  };
}

/** Up to three numbers for the top: the plan's, else caught, right and false alarms. */
function headlineOf({
  document,
  tokens,
  evaluation,
  assessment,
}: DocumentContext): { ref: string; side: string }[] {
  const given = (document.headline ?? []).map((entry) =>
    typeof entry === "string" ? { ref: entry, side: "value" } : entry,
  );
  const usual = ["recall", "precision", "false-alarms"]
    .filter((metric) =>
      assessment.estimates.some(
        (estimate) =>
          estimate.metric === metric &&
          estimate.slice === "all" &&
          estimate.evaluation === evaluation.id &&
          estimate.value !== null,
      ),
    )
    .map((metric) => ({ ref: `${metric}@all`, side: "value" }));
  return (given.length > 0 ? given : usual).map(({ ref, side }) => ({ ref: tokens.put(refOf(ref)), side }));
}

function refOf(text: string): string {
  const at = text.indexOf("@");
  return at < 0 ? `${text}@all` : `${text.slice(0, at)}@${sliceIdFromText(text.slice(at + 1))}`;
}
