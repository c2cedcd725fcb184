/** Totals a natural frequency may be told out of. */
export const denominators = [100, 1_000, 10_000, 100_000] as const;

export interface FrequencyInputs {
  /** Share of positives among the cases, in [0, 1]. */
  readonly baseRate: number;
  /** Share of positives that are flagged, in [0, 1]. */
  readonly recall: number;
  /** Share of negatives that are flagged, in [0, 1]. */
  readonly falseAlarmShare: number;
}

/** A count as it is printed. */
export interface PrintedCount {
  readonly exact: number;
  /** Nearest whole number that keeps the parts adding up. */
  readonly printed: number;
  /** True when the count is not zero but prints as "fewer than 1". */
  readonly few: boolean;
}

export interface NaturalFrequency {
  readonly outOf: number;
  readonly positives: PrintedCount;
  readonly negatives: PrintedCount;
  readonly caught: PrintedCount;
  readonly missed: PrintedCount;
  readonly falseAlarms: PrintedCount;
  readonly leftAlone: PrintedCount;
  readonly flagged: PrintedCount;
  /** Share of the flagged that are positive, exact; null when nothing is flagged. */
  readonly precision: number | null;
}

/**
 * One confusion table told as counts out of one total, rounded from the top down so that parts add up
 * positives first, then the caught among them, then the false alarms among the rest.
 *
 * @param outOf - the total; by default the smallest of 100 ... 100,000 with at least 5 positives at which the
 *   precision read off the whole numbers is within 0.005 of the exact one (R3), else the closest of them
 */
export function naturalFrequency(
  inputs: FrequencyInputs,
  outOf = chooseDenominator(inputs),
): NaturalFrequency {
  const { baseRate, recall, falseAlarmShare } = inputs;
  const positives = Math.round(outOf * baseRate);
  const negatives = outOf - positives;
  const caught = Math.round(positives * recall);
  const falseAlarms = Math.round(negatives * falseAlarmShare);
  const exactPositives = outOf * baseRate;
  const exactNegatives = outOf - exactPositives;
  const exactCaught = exactPositives * recall;
  const exactFalse = exactNegatives * falseAlarmShare;
  return {
    outOf,
    positives: printed(exactPositives, positives),
    negatives: printed(exactNegatives, negatives),
    caught: printed(exactCaught, caught),
    missed: printed(exactPositives * (1 - recall), positives - caught),
    falseAlarms: printed(exactFalse, falseAlarms),
    leftAlone: printed(exactNegatives * (1 - falseAlarmShare), negatives - falseAlarms),
    flagged: printed(exactCaught + exactFalse, caught + falseAlarms),
    precision: precisionOf(inputs),
  };
}

/** Without the total, so that it is the same number at every total. */
function precisionOf({ baseRate, recall, falseAlarmShare }: FrequencyInputs): number | null {
  const right = baseRate * recall;
  const wrong = (1 - baseRate) * falseAlarmShare;
  return right + wrong > 0 ? right / (right + wrong) : null;
}

function printed(exact: number, rounded: number): PrintedCount {
  return { exact, printed: rounded, few: rounded === 0 && exact > 0 };
}

function chooseDenominator(inputs: FrequencyInputs): number {
  let best: { outOf: number; error: number } = { outOf: 100_000, error: Number.POSITIVE_INFINITY };
  for (const outOf of denominators) {
    if (outOf * inputs.baseRate < 5) continue;
    const { caught, flagged, precision } = naturalFrequency(inputs, outOf);
    const error =
      precision === null
        ? 0
        : flagged.printed === 0
          ? 1
          : Math.abs(caught.printed / flagged.printed - precision);
    if (error <= 0.005) return outOf;
    if (error < best.error) best = { outOf, error };
  }
  return best.outOf;
}
