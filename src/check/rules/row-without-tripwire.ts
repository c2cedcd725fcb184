import type { CheckedDocument } from "../checked-document.js";
import { paragraphOf } from "../paragraph-of.js";
import type { ClaimComplaint, Rule } from "../rule.js";

/** A risk that nobody watches by a number is a wish. */
export const rowWithoutTripwire: Rule = {
  id: "row-without-tripwire",
  alias: "L52",
  severity: "warning",
  summary: "A limitation, a risk or a watch has a value that alarms, and an owner.",
  why: "“Data may drift” is true of everything and wakes nobody. “PSI above 0.25 two weeks running, owner Data” wakes one person on one day.",
  exceptions:
    "A limitation that a test would close may name that test instead of a signal. Closed ones, and those a search found, are left alone: the register says that nobody has taken them up.",
  source: "Klein 2007, the pre-mortem",
  examples: {
    ok: ["PSI > 0.25 two weeks running; owner Data.", "If it drifts above 0.25, the data team is called."],
    notOk: ["The data may drift.", "Performance could degrade over time."],
  },
  text: (sentence, text) => {
    const found = sentence.annex ? null : vague.exec(sentence.text);
    return found === null || measurable.test(paragraphOf(text, sentence))
      ? []
      : [
          {
            start: found.index,
            end: found.index + found[0].length,
            text: `Unexpected "${found[0]}" without a sign to watch, expected a value, a time and an owner.`,
            hint: "Say: above ... for ..., owner ...; or write it as a limitation.",
          },
        ];
  },
  claims: (document) => [...limitations(document), ...watches(document), ...failures(document)],
};

const vague =
  /\b(?:data|inputs?|model|performance|quality|accuracy|behaviour|fraudsters|users)\b[^.;]{0,30}\b(?:may|might|could|can)\b[^.;]{0,20}\b(?:drift|change|degrade|decay|worsen|deteriorate|shift|adapt)\b/i;
/** A number, a count of anything at all, or a rule that needs none. */
const measurable = /\d|\b(?:any|each|every|none|no|never|twice|double|half|alarm|limit|jede[rs]?|kein)\b/i;

/** Rows of the register that an author declared. */
function limitations({ assessment, kind }: CheckedDocument): ClaimComplaint[] {
  if (kind !== "limitation-portfolio") return [];
  return assessment.limitations.flatMap((limitation) => {
    const { id, origin, status, path, owner, mitigation, detection, would_settle } = limitation;
    if (origin !== "declared" || path === null || status === "closed" || status === "superseded") return [];
    const watched =
      detection === undefined ? would_settle !== undefined : measurable.test(detection.threshold);
    const missing = [
      ...(watched ? [] : ["a signal with a value that alarms"]),
      ...(owner === undefined && mitigation?.owner === undefined ? ["an owner"] : []),
    ];
    return missing.length === 0
      ? []
      : [
          {
            place: { file: path },
            text: `Unexpected limitation ${id} without ${missing.join(" and ")}, expected both.`,
            hint: "Give detection.signal and detection.threshold, or would_settle; and owner.",
          },
        ];
  });
}

/** What is watched in use, and what leads to a rollback. */
function watches({ assessment, kind, placeOfKey }: CheckedDocument): ClaimComplaint[] {
  if (kind !== "model-card") return [];
  return assessment.monitoring.flatMap(({ signal, threshold }, index) =>
    measurable.test(threshold)
      ? []
      : [
          {
            place: placeOfKey(`monitoring.${index}.threshold`),
            text: `Unexpected threshold "${threshold}" of ${signal}, expected a value that alarms.`,
            hint: "Give a number and a time: above 5 of 100 in a week.",
          },
        ],
  );
}

/** Rows of a pre-mortem that a person wrote: what a record fills in is not asked for again. */
function failures({ plan, kind, assessment, placeOfKey }: CheckedDocument): ClaimComplaint[] {
  if (kind !== "pre-mortem") return [];
  const index = assessment.documents.findIndex((one) => one.kind === plan.kind && one.id === plan.id);
  return (plan.premortem?.rows ?? []).flatMap(({ tripwire, owner, limitation }, row) => {
    if (limitation !== undefined && tripwire === undefined) return [];
    const missing = [
      ...(tripwire !== undefined && measurable.test(tripwire.threshold)
        ? []
        : ["a tripwire with a value that alarms"]),
      ...(owner === undefined && limitation === undefined ? ["an owner"] : []),
    ];
    return missing.length === 0
      ? []
      : [
          {
            place: placeOfKey(`documents.${index}.premortem.rows.${row}`),
            text: `Unexpected row ${row + 1} of the pre-mortem without ${missing.join(" and ")}, expected both.`,
            hint: "Give tripwire.signal, threshold and window, measurable from logs; and owner.",
          },
        ];
  });
}
