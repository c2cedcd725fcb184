import { checkLevel } from "./check-level.js";

/** Log-likelihood weights of a case and the sum after every case. */
export interface BernoulliCusum {
  readonly weightEvent: number;
  readonly weightNone: number;
  readonly sums: readonly number[];
  /** 1-based case at which the sum first passed the limit; `null` where it never did. */
  readonly firstAlarm: number | null;
}

/**
 * Bernoulli CUSUM of an error rate: watches cases one by one for a rise (or fall) from one rate to another.
 *
 * @param events - whether each case is an error, in order of time
 * @param p0 - the rate in order, a fraction in (0, 1)
 * @param p1 - the rate to catch, a fraction in (0, 1), other than p0
 * @param h - decision limit on the log-likelihood scale, > 0
 * @returns the weights ln(p1 / p0) and ln((1 - p1) / (1 - p0)), the sums (never below 0) and the first alarm
 * @throws RangeError `Unexpected p1 0.1, expected another rate than p0`
 * @see Reynolds & Stoumbos 1999, J. Qual. Technol. 31:87
 * @example
 * bernoulliCusum([false, true, true], 0.1, 0.4, 2) // { weightEvent: 1.3863, weightNone: -0.4055, sums: [0, 1.3863, 2.7726], firstAlarm: 3 }
 */
export function bernoulliCusum(
  events: readonly boolean[],
  p0: number,
  p1: number,
  h: number,
): BernoulliCusum {
  checkLevel(p0, "p0");
  checkLevel(p1, "p1");
  if (p0 === p1) throw new RangeError(`Unexpected p1 ${p1}, expected another rate than p0`);
  if (!(h > 0)) throw new RangeError(`Unexpected h ${h}, expected h > 0`);

  const weightEvent = Math.log(p1 / p0);
  const weightNone = Math.log((1 - p1) / (1 - p0));
  const sums: number[] = [];
  for (const event of events) sums.push(Math.max(0, (sums.at(-1) ?? 0) + (event ? weightEvent : weightNone)));
  const at = sums.findIndex((sum) => sum > h);
  return { weightEvent, weightNone, sums, firstAlarm: at < 0 ? null : at + 1 };
}
