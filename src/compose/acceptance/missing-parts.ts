import type { Assessment, Limitation } from "../../model/assessment.js";
import type { Inline } from "../../model/inline.js";
import { monitoringTiers } from "../../model/monitoring-plan.js";
import { plainText } from "../../phrasing/inline.js";
import type { Voice } from "../../phrasing/voice.js";

/** Severity from which a limitation has to be watched, or said to be beyond watching. */
const graveFrom = 3;

/** How grave a limitation is: as the register computed or was told it, else the harm class of its author; null unknown. */
export function severityOf({ risk, harm_class }: Limitation): number | null {
  return risk?.severity?.given?.level ?? risk?.severity?.upper ?? harm_class ?? null;
}

/** How a grave limitation would be noticed. */
export interface Watched {
  readonly limitation: Limitation;
  readonly severity: number;
  readonly by: readonly string[];
  readonly unwatched: Assessment["unwatched"][number] | null;
}

/** Every open limitation that is grave, with the signals that would show it. */
export function watchedLimitations({ limitations, monitoring, unwatched }: Assessment): Watched[] {
  return limitations.flatMap((limitation) => {
    const severity = severityOf(limitation);
    const { id, status, detection } = limitation;
    if (severity === null || severity < graveFrom || status === "closed" || status === "superseded")
      return [];
    const signals = monitoring
      .filter(({ limitations: ids = [] }) => ids.includes(id))
      .map(({ signal }) => signal);
    const own = detection === undefined ? [] : [detection.signal];
    return [
      {
        limitation,
        severity,
        by: [...new Set([...signals, ...own])],
        unwatched: unwatched.find((one) => one.limitation === id) ?? null,
      },
    ];
  });
}

/** Parts a release needs and the plan does not give, one sentence each; the report names them on its first page. */
export function missingParts(voice: Voice, assessment: Assessment): (readonly Inline[])[] {
  const { stages, experiment } = assessment;
  const say = (part: string, slots = {}): readonly Inline[] => voice.say(`acceptance.missing.${part}`, slots);
  return [
    ...missingCriteria(voice, assessment),
    ...(stages.length === 0 ? [say("stages")] : []),
    ...missingRollback(voice, assessment),
    ...(experiment === null ? [say("experiment")] : []),
    ...missingMonitoring(voice, assessment),
    ...missingLabels(voice, assessment),
  ];
}

function missingCriteria(voice: Voice, { criteria }: Assessment): (readonly Inline[])[] {
  const lacking = (key: "owner" | "agreed"): string =>
    [...new Set(criteria.filter((criterion) => criterion[key] === null).map(({ of }) => of))].join(", ");
  return (["owner", "agreed"] as const).flatMap((key) => {
    const ids = lacking(key);
    return ids === "" ? [] : [voice.say(`acceptance.missing.${key}`, { ids })];
  });
}

function missingRollback(voice: Voice, { triggers }: Assessment): (readonly Inline[])[] {
  if (triggers.length === 0) return [voice.say("acceptance.missing.triggers")];
  const untried = triggers.filter(({ tested, action }) => action !== "alert" && tested === undefined);
  const targets = new Map(
    triggers.flatMap(({ target, target_verdict: verdict }) =>
      target === undefined || verdict === null || verdict === "go"
        ? []
        : [[target.version, verdict] as const],
    ),
  );
  return [
    ...[...targets].map(([version, verdict]) =>
      voice.say(`acceptance.missing.target-${verdict === "no-go" ? "fails" : "unknown"}`, { version }),
    ),
    ...(untried.length === 0
      ? []
      : [
          voice.say("acceptance.missing.untried", {
            signals: untried.map(({ signal }) => signal).join("; "),
          }),
        ]),
  ];
}

function missingMonitoring(voice: Voice, assessment: Assessment): (readonly Inline[])[] {
  const { monitoring } = assessment;
  if (monitoring.length === 0) return [voice.say("acceptance.missing.monitoring")];
  const tiers = monitoringTiers.filter((tier) => monitoring.every((signal) => signal.tier !== tier));
  const blind = watchedLimitations(assessment).filter(
    ({ by, unwatched }) => by.length === 0 && unwatched === null,
  );
  return [
    ...(tiers.length === 0
      ? []
      : [
          voice.say("acceptance.missing.tiers", {
            tiers: tiers.map((tier) => plainText(voice.say(`acceptance.tier.${tier}`))).join(", "),
          }),
        ]),
    ...(blind.length === 0
      ? []
      : [
          voice.say("acceptance.missing.watched", {
            ids: blind.map(({ limitation }) => limitation.id).join(", "),
          }),
        ]),
    ...(monitoring.some(({ retraining }) => retraining !== undefined)
      ? []
      : [voice.say("acceptance.missing.retraining")]),
  ];
}

function missingLabels(voice: Voice, { labelling }: Assessment): (readonly Inline[])[] {
  if (labelling === null) return [voice.say("acceptance.missing.labelling")];
  const { feedback, pass_through: sample, adjudication, kappa_verdict: kappa } = labelling;
  const lacking = [
    ...(adjudication === undefined ? ["adjudication"] : []),
    ...(sample === undefined ? ["pass-through"] : []),
    ...(feedback === undefined ? ["feedback"] : []),
    ...(kappa === null ? ["kappa-target"] : kappa === "not-measured" ? ["kappa"] : []),
  ];
  return lacking.map((part) => voice.say(`acceptance.missing.${part}`));
}
