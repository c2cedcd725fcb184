import type { Limitation } from "../../model/assessment.js";

/**
 * The order of the register.
 *
 * First what may not be released as it is; a grave harm whose frequency nobody knows is among it, and must not stand
 * below a small one that happens to be measured. Then by expected harm above reference, the end that the evidence does
 * not rule out; ties and what has no size by severity, by likelihood, by id. Severity times likelihood is drawn, and
 * never sorted by. Closed records come last.
 */
export function inRegisterOrder(records: readonly Limitation[]): Limitation[] {
  const keys = (record: Limitation): readonly number[] => [
    Number(record.status === "closed" || record.status === "superseded"),
    -Number(record.risk?.escalated === true),
    -(record.risk?.harm?.high ?? Number.NEGATIVE_INFINITY),
    -(record.risk?.severity?.upper ?? 0),
    -(record.risk?.likelihood.upper ?? 0),
  ];
  return [...records].sort((a, b) => {
    const [left, right] = [keys(a), keys(b)];
    const place = left.findIndex((key, index) => key !== right[index]);
    return place < 0 ? (a.id < b.id ? -1 : 1) : (left[place] ?? 0) - (right[place] ?? 0);
  });
}
