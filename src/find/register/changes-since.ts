import type { Assessment, Estimate, Limitation } from "../../model/assessment.js";
import type { Evidence } from "../../model/evidence.js";
import type { ChangeLog, RegisterChange } from "../../model/register-change.js";
import { newcombeDifference } from "../../stats/newcombe-difference.js";
import { countsOf } from "../../model/range-of.js";
import { errorRateOf } from "./rates-of.js";

type Register = Pick<Assessment, "date" | "limitations" | "estimates" | "findings">;

/** The change logs of all documents that name an earlier Assessment. */
export function changeLogs(
  { plan }: Pick<Evidence, "plan">,
  previous: Readonly<Record<string, Assessment>>,
  now: Register,
): ChangeLog[] {
  return (plan.documents ?? []).flatMap((document, index) => {
    const before = document.since === undefined ? undefined : previous[document.since.assessment];
    return before === undefined ? [] : [{ document: index, ...changesSince(before, now) }];
  });
}

/** What came, what went, and what became worse or better by more than chance between two registers. */
export function changesSince(before: Register, now: Register): Omit<ChangeLog, "document"> {
  const known = new Map(before.limitations.map((record) => [record.id, record]));
  const left = new Set(now.limitations.map(({ id }) => id));
  const gaps = ({ findings }: Register): number => findings.filter(({ gap }) => gap).length;
  return {
    since: before.date,
    rows: [
      ...now.limitations.flatMap((record) => changesOf(known.get(record.id), record, before, now)),
      ...before.limitations
        .filter((record) => !left.has(record.id) && !isClosed(record))
        .map((record) => rowOf(record, "gone")),
    ],
    gaps: { before: gaps(before), after: gaps(now) },
  };
}

function changesOf(
  old: Limitation | undefined,
  record: Limitation,
  before: Register,
  now: Register,
): RegisterChange[] {
  if (old === undefined) return isClosed(record) ? [] : [rowOf(record, "new")];
  const status = old.status === record.status ? [] : [rowOf(record, statusChange(old, record))];
  if (isClosed(record)) return status;
  const rate = rateChange(record, before.estimates, now.estimates);
  if (rate !== null) return [...status, rate];
  const level = levelOf(record) - levelOf(old);
  return level === 0 ? status : [...status, rowOf(record, level > 0 ? "graver" : "milder")];
}

function isClosed({ status }: Limitation): boolean {
  return status === "closed" || status === "superseded";
}

function statusChange(old: Limitation, record: Limitation): RegisterChange["change"] {
  if (isClosed(record) && !isClosed(old)) return "closed";
  return isClosed(old) && !isClosed(record) ? "reopened" : "status";
}

/** Severity counts before likelihood: a graver one that is rarer is graver. Nothing where one of them is not known. */
function levelOf({ risk }: Limitation): number {
  if (risk?.severity == null || risk.likelihood.upper === null) return 0;
  return 10 * risk.severity.upper + risk.likelihood.upper;
}

/**
 * The rate a record rests on, then and now, where the 95 % interval of their difference (Newcombe) leaves out nothing.
 * The same rows counted twice are no change, however the intervals lie.
 */
function rateChange(
  record: Limitation,
  before: readonly Estimate[],
  now: readonly Estimate[],
): RegisterChange | null {
  const id = record.risk?.estimate;
  const [old, own] = [before, now].map((estimates) => estimates.find((one) => one.id === id));
  if (id == null || old === undefined || own === undefined || old.evidence === own.evidence) return null;
  const [was, is] = [wrongOf(old), wrongOf(own)];
  if (was === null || is === null) return null;
  const found = newcombeDifference(Math.round(is.x), is.n, Math.round(was.x), was.n);
  if (found === null || (found.interval.low <= 0 && found.interval.high >= 0)) return null;
  const change = found.difference > 0 ? "worse" : "better";
  return { ...rowOf(record, change), rate: { estimate: id, before: printed(old), after: printed(own) } };
}

/** Wrong decisions of as many whole cases as the rows are worth. */
function wrongOf(estimate: Estimate): { x: number; n: number } | null {
  const { value, reason, numerator, denominator, n, n_effective: nEffective, interval, unit } = estimate;
  const counts = countsOf({ value, reason, numerator, denominator, n, nEffective, interval, unit });
  const rate = errorRateOf(estimate);
  if (counts === null || rate === null) return null;
  const whole = Math.floor(counts.n);
  return { x: rate.point * whole, n: whole };
}

/** The same as they were counted. */
function printed(estimate: Estimate): { x: number; n: number } {
  const n = estimate.denominator ?? 0;
  return { x: Math.round((errorRateOf(estimate)?.point ?? 0) * n), n };
}

function rowOf(record: Limitation, change: RegisterChange["change"]): RegisterChange {
  const { id, title, origin, status, disclosure, wording } = record;
  return {
    id,
    change,
    title,
    origin,
    status,
    disclosure,
    rate: null,
    ...(wording === undefined ? {} : { wording }),
  };
}
