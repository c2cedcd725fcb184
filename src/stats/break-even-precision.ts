/**
 * Share of right ones among the flagged from which flagging pays: the break-even of a list, and of one calibrated
 * score alike.
 *
 * @param costs - `action`: cost of acting on any flagged case; `falseAlarm`: what flagging a negative costs beside
 *   (default 0); `miss`: loss of a positive left alone; `effect`: share of that loss the action prevents (default 1);
 *   all in one currency, none below 0
 * @returns (action + falseAlarm) / (effect miss + falseAlarm), a fraction in [0, 1): c / v where a false alarm costs
 *   the action alone; `null` where acting costs as much as it can save, so that no precision is enough
 * @throws RangeError `Unexpected cost action -1, expected a finite number >= 0`
 * @see Elkan 2001, IJCAI 17:973, eq. 2, with the costs of the four outcomes written out
 * @example
 * breakEvenPrecision({ action: 8, miss: 60 }) // 0.1333
 */
export function breakEvenPrecision(costs: {
  readonly action: number;
  readonly falseAlarm?: number;
  readonly miss: number;
  readonly effect?: number;
}): number | null {
  const { action, falseAlarm = 0, miss, effect = 1 } = costs;
  for (const [name, cost] of Object.entries({ action, falseAlarm, miss, effect })) {
    if (!(cost >= 0 && cost < Infinity)) {
      throw new RangeError(`Unexpected cost ${name} ${cost}, expected a finite number >= 0`);
    }
  }
  if (effect > 1) throw new RangeError(`Unexpected cost effect ${effect}, expected at most 1`);

  const saved = effect * miss;
  return action >= saved ? null : (action + falseAlarm) / (saved + falseAlarm);
}
