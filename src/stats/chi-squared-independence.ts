import { chiSquaredUpperTail } from "./chi-squared-upper-tail.js";
import { compensatedSum } from "./compensated-sum.js";

/** Pearson's chi-squared test of a table of counts, with its effect size. */
export interface ChiSquaredIndependence {
  readonly chi2: number;
  readonly df: number;
  readonly p: number;
  /** Cramer's V in [0, 1]: how strong, whatever the number of cases. */
  readonly cramersV: number;
  /** The smallest expected count; below 5 the p-value is rough. */
  readonly leastExpected: number;
}

/**
 * Chi-squared test of independence of rows and columns, without continuity correction, with Cramer's V.
 *
 * @param table - rows of counts, all of one length; rows and columns without a case are left out
 * @returns statistic, degrees of freedom, p-value, V and the smallest expected count; `null` where fewer than two rows
 *   or two columns have cases
 * @throws RangeError `Unexpected row of 2 counts, expected 3`, or `Unexpected count -1, expected a number >= 0`
 * @see Pearson 1900, Phil. Mag. 50:157; Cramer 1946, Mathematical Methods of Statistics, 21.9
 * @example
 * chiSquaredIndependence([[50, 30, 20], [35, 40, 25]]) // { chi2: 4.6312, df: 2, p: 0.0987, cramersV: 0.1522, leastExpected: 22.5 }
 */
export function chiSquaredIndependence(table: readonly (readonly number[])[]): ChiSquaredIndependence | null {
  const width = table[0]?.length ?? 0;
  for (const row of table) {
    if (row.length !== width)
      throw new RangeError(`Unexpected row of ${row.length} counts, expected ${width}`);
    for (const count of row) {
      if (!(count >= 0 && count < Infinity)) {
        throw new RangeError(`Unexpected count ${count}, expected a number >= 0`);
      }
    }
  }

  const rows = table.map((row) => compensatedSum(row)).filter((sum) => sum > 0);
  const columns = Array.from({ length: width }, (_, column) =>
    compensatedSum(table, (row) => row[column] ?? 0),
  );
  const filled = columns.filter((sum) => sum > 0);
  if (rows.length < 2 || filled.length < 2) return null;

  const n = compensatedSum(rows);
  const terms = table.flatMap((row) => {
    const rowSum = compensatedSum(row);
    return row.map((count, column) => {
      const expected = (rowSum / n) * (columns[column] ?? 0);
      return expected === 0 ? 0 : (count - expected) ** 2 / expected;
    });
  });
  const chi2 = compensatedSum(terms);
  const df = (rows.length - 1) * (filled.length - 1);
  return {
    chi2,
    df,
    p: chiSquaredUpperTail(chi2, df),
    cramersV: Math.min(1, Math.sqrt(chi2 / n / (Math.min(rows.length, filled.length) - 1))),
    leastExpected: (Math.min(...rows) / n) * Math.min(...filled),
  };
}
