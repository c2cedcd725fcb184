import type { Bounds, Confusion } from "./types.js";
import { wilsonInterval } from "./wilson-interval.js";

/**
 * Money gained by one way to decide against another, on the same tested cases, each class scaled to the cases in use:
 * losses prevented among the cases flagged in addition, less acting on them, less their false alarms. For a way that
 * flags fewer the signs turn.
 *
 * @param option - whole counts of the tested cases
 * @param inUse - the same cases as they are decided today
 * @param scale - what one tested positive, and one tested negative, stands for; above 0
 * @param costs - `action` per flagged case, `falseAlarm` per flagged negative beside it, `miss` per positive left
 *   alone, `effect` the share of that loss that acting prevents; each with the ends of its range, in one currency
 * @param isCertain - true where one way flags everyone and the other nobody: then no rate is estimated, and none has a
 *   range; false when not given
 * @returns the money with its outer limits over the ranges of the costs and the Wilson 95 % ranges of both differences
 * @throws RangeError for counts that are none
 * @see Elkan 2001, IJCAI 17:973 (costs of the four outcomes)
 * @example
 * netGain({ tp: 60, fn: 40, fp: 50, tn: 50 }, { tp: 50, fn: 50, fp: 40, tn: 60 }, { positive: 1, negative: 1 }, { action: { value: 2, low: 2, high: 2 }, falseAlarm: { value: 0, low: 0, high: 0 }, miss: { value: 30, low: 30, high: 30 }, effect: { value: 1, low: 1, high: 1 } }) // { value: 260, low: 119.7685, high: 477.178 }
 */
export function netGain(
  option: Confusion,
  inUse: Confusion,
  scale: { readonly positive: number; readonly negative: number },
  costs: Readonly<Record<"action" | "falseAlarm" | "miss" | "effect", Ranged>>,
  isCertain = false,
): Ranged {
  const positives = option.tp + option.fn;
  const negatives = option.fp + option.tn;
  const more = option.tp + option.fp >= inUse.tp + inUse.fp;
  const caught = boundsOf(Math.abs(option.tp - inUse.tp), positives, scale.positive, isCertain);
  const alarms = boundsOf(Math.abs(option.fp - inUse.fp), negatives, scale.negative, isCertain);
  const gain = (end: keyof Ranged, right: number): number => {
    const other = end === "low" ? "high" : end === "high" ? "low" : "value";
    const saved = right * costs.effect[end] * costs.miss[end];
    return saved - (right + alarms[other]) * costs.action[other] - alarms[other] * costs.falseAlarm[other];
  };
  // Where acting costs more than it saves, more right ones are dearer: either end of their range can be the limit.
  const corners = (end: "low" | "high"): number[] => [caught.low, caught.high].map((x) => gain(end, x));
  const ends = {
    value: gain("value", caught.value),
    low: Math.min(...corners("low")),
    high: Math.max(...corners("high")),
  };
  return more ? ends : { value: -ends.value, low: -ends.high, high: -ends.low };
}

interface Ranged extends Bounds {
  readonly value: number;
}

/** A count of the test and its 95 % range, scaled to the total it is told of. */
function boundsOf(x: number, n: number, scale: number, isCertain: boolean): Ranged {
  if (isCertain) return { value: x * scale, low: x * scale, high: x * scale };
  const bounds = wilsonInterval(x, n, 0.95) ?? { low: 0, high: 0 };
  return { value: x * scale, low: bounds.low * n * scale, high: bounds.high * n * scale };
}
