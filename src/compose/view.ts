import { isBinary } from "../model/tasks.js";
import { sliceId, parseSliceId } from "../model/slice-id.js";
import type { DocumentContext } from "./context.js";
import { rankedLimitations } from "./limitation-order.js";
import { subjectOf } from "./subject-of.js";
import { headlineRefs } from "./headline-estimates.js";
import { incidentOf } from "./incident-of.js";
import { otherEvidence } from "./other-evidence.js";
import { analogyOf } from "./default-analogy.js";
import { estimateAt } from "./resolve.js";
import { unknownFindings } from "./unknown-findings.js";
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
  const binary = isBinary(evaluation.task);
  const measured = (metric: string): boolean => binary && estimateAt(context, metric, subject)?.value != null;
  return {
    kind: document.kind,
    status: document.status,
    audience: context.voice.audience,
    subject: tokens.put(subject),
    whole: subject === "all",
    against: parts === null ? "" : tokens.put(sliceId(parts.column, parts.value, !parts.negated)),
    analogy: analogyOf(context, context.slice(subject) ?? null),
    headline: headlineOf(context),
    task: evaluation.task,
    binary,
    notes: Object.fromEntries(slots.map((slot) => [slot, noted(slot)])),
    incident: {
      // Where no break can be shown, nothing is told as if there were one.
      broken: incidentOf(context)?.series?.break != null,
      task: document.incident?.task !== undefined,
      "not-known": (document.incident?.not_known ?? []).length > 0,
    },
    has: {
      series: assessment.series.some(({ evaluation: of }) => of === evaluation.id),
      scores: binary && evaluation.score !== null && !assessment.held.includes("trade-off"),
      probabilities: binary && evaluation.score?.probability === true,
      calibration:
        binary ||
        assessment.tables.some(
          ({ id, evaluation: of }) => of === evaluation.id && id.endsWith("calibration@all"),
        ),
      matrices: assessment.tables.some(
        ({ kind, evaluation: of }) => of === evaluation.id && kind !== undefined,
      ),
      threshold: measured("recall"),
      frequencies: measured("recall") && measured("false-alarms") && measured("deployment-base-rate"),
      slices: assessment.slices.length > 0,
      options: assessment.scenarios.some((scenario) => scenario.document === context.index),
      actions: (document.actions ?? []).length > 0,
      money: measured("net-gain"),
      in_use: (document.options ?? []).some(({ in_use: inUse }) => inUse === true),
      memo: document.memo !== undefined,
      affected: assessment.use.affected !== undefined,
      criteria: assessment.criteria.length > 0,
      "criteria-held": assessment.criteria_held > 0,
      monitoring: assessment.monitoring.length > 0,
      stages: assessment.stages.length > 0,
      triggers: assessment.triggers.length > 0,
      experiment: assessment.experiment !== null,
      labelling: assessment.labelling !== null,
      coverage: assessment.coverage.some(({ evaluation: of }) => of === evaluation.id),
      unknowns: unknownFindings(context).length > 0,
      // Declared as never measured, by somebody: a gap that no check can find.
      "declared-unknowns": assessment.limitations.some(
        ({ type, status }) => type === "UNM" && status !== "closed" && status !== "superseded",
      ),
      limitations: assessment.limitations.length > 0,
      risks: rankedLimitations(context).some(({ risk }) => risk !== null),
      measures: !binary || otherEvidence(context).some((other) => !isBinary(other.evaluation.task)),
      others: otherEvidence(context).length > 0,
      withheld: context.withheld > 0,
      operation: assessment.rollout !== null || assessment.rollback !== null,
      "operation-held": assessment.operation_held,
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

/** Up to three numbers for the top, their references as tokens. */
function headlineOf(context: DocumentContext): { ref: string; side: string }[] {
  return headlineRefs(context).map(({ ref, side }) => ({ ref: context.tokens.put(ref), side }));
}
