import type { Limitation } from "../model/assessment.js";
import type { Audience } from "../model/plan.js";

/**
 * A record as an edition may know it. Readers inside the house see all of it.
 *
 * Customers and the public get the approved wording, and of the rest only what helps them: whom it affects, what helps
 * meanwhile, the next look. How grave it is, how it would be noticed and what nobody should say stay inside. Of an
 * attack they do not get who is affected and what helps either: both tell where to try. Fields are named one by one,
 * so that a new one stays inside until somebody decides.
 */
export function recordFor(record: Limitation, audience: Audience): Limitation {
  if (audience !== "customer" && audience !== "public") return record;
  // What is approved for one side of the door is safer for the other than the title that was written inside.
  const other = audience === "customer" ? record.wording?.public : record.wording?.customer;
  const wording = record.wording?.[audience] ?? other;
  const { id, type, status, disclosure, use_restriction, review, origin, lang } = record;
  const isAttack = type === "ADV";
  const { slice, population } = isAttack ? {} : (record.affected ?? {});
  const affected = {
    ...(slice === undefined ? {} : { slice }),
    ...(population === undefined ? {} : { population }),
  };
  const workaround = isAttack ? undefined : record.workaround;
  return {
    id,
    title: wording ?? record.title,
    type,
    status,
    disclosure,
    origin,
    findings: wording === undefined && !isAttack ? record.findings : [],
    found_by: [],
    risk: null,
    body: null,
    path: null,
    ...(Object.keys(affected).length === 0 ? {} : { affected }),
    ...(workaround === undefined ? {} : { workaround }),
    ...(use_restriction === undefined ? {} : { use_restriction }),
    ...(review === undefined ? {} : { review }),
    ...(wording === undefined ? {} : { wording: { [audience]: wording } }),
    ...(lang === undefined ? {} : { lang }),
  };
}

/** A record that keeps how grave it is, without the numbers that this follows from: an edition withholds those. */
export function withoutNumbers(record: Limitation): Limitation {
  if (record.risk === null) return record;
  const nothing = { estimate: null, rate: null, exposure: null, events: null, harm: null, stop: null };
  return { ...record, risk: { ...record.risk, ...nothing } };
}
