import type { DuckDBConnection } from "@duckdb/node-api";

import { valueScale, type CountTable, type EvidenceJob } from "../evidence-job.js";
import { cellText } from "./duckdb-session.js";

/** Score sums travel as whole 2^-30 of the score range, value sums as whole parts of `valueScale`. */
const scoreScale = 2 ** 30;

/**
 * Groups of one slice column by rising score, or of all cases when `slice` is null.
 *
 * Reads the table `used`. Sums are sums of integers, so that no order of addition can change them.
 *
 * @param bins - equal parts of the score range to count in; null keeps every distinct score
 */
export async function countTable(
  connection: DuckDBConnection,
  job: EvidenceJob,
  slice: number | null,
  bins: number | null,
): Promise<CountTable> {
  const [low, high] = job.scoreRange;
  const group = slice === null ? "cast(0 as integer)" : `c${slice}`;
  const score = bins === null ? "s" : `floor((s - ${low}) / ${high - low} * ${bins})`;
  const scaledScore = `cast(floor((s - ${low}) / ${high - low} * ${scoreScale}) as hugeint)`;
  const scaledValue = `cast(value * ${valueScale} as hugeint)`;
  const sum = (what: string, wanted: boolean): string => (wanted ? `coalesce(sum(${what}), 0)` : "0");
  const columns = [
    score,
    group,
    "subject",
    "y",
    "f",
    "count(*)",
    sum(scaledScore, bins !== null),
    sum(scaledValue, job.value !== null),
    sum(`${scaledValue} * ${scaledValue}`, job.value !== null),
  ].map((expression) => `cast(${expression} as double)`);
  const read = await numbers(
    connection,
    `select ${columns.join(", ")} from used group by ${score}, ${group}, subject, y, f order by 1, 2 nulls last, 3, 4, 5`,
    columns.length,
  );
  const [bin = none, place = none, subject = none, positive = none, flagged = none, n = none] = read;
  const [total = none, value = none, squared = none] = read.slice(6);
  const named = slice === null ? [null] : await namesOf(connection, slice);
  const values = slice !== null && place.some(Number.isNaN) ? [...named, null] : named;
  return {
    column: slice === null ? null : (job.slices[slice]?.column ?? null),
    values,
    group: Int32Array.from(place, (code) => (Number.isNaN(code) ? values.length - 1 : code)),
    subject: Int32Array.from(subject),
    positive: Uint8Array.from(positive),
    flagged: Uint8Array.from(flagged),
    score:
      bins === null
        ? bin
        : bin.map((_, index) => low + ((high - low) * (total[index] ?? 0)) / scoreScale / (n[index] ?? 1)),
    n: Int32Array.from(n),
    value,
    valueSquared: squared,
    bins,
  };
}

const none = new Float64Array(0);

/** Values of a slice column, in the order of their codes. */
async function namesOf(connection: DuckDBConnection, slice: number): Promise<(string | null)[]> {
  const reader = await connection.runAndReadAll(`select unnest(enum_range(cast(null as slice${slice})))`);
  return (reader.getColumnsJS()[0] ?? []).map(cellText);
}

/** Columns of doubles, straight into typed arrays; a missing value is NaN. */
async function numbers(connection: DuckDBConnection, sql: string, width: number): Promise<Float64Array[]> {
  const chunks = await (await connection.run(sql)).fetchAllChunks();
  const length = chunks.reduce((sum, chunk) => sum + chunk.rowCount, 0);
  const columns = Array.from({ length: width }, () => new Float64Array(length).fill(Number.NaN));
  let start = 0;
  for (const chunk of chunks) {
    for (const [index, column] of columns.entries()) {
      chunk.visitColumnValues(index, (value, row) => {
        if (value !== null) column[start + row] = value as number;
      });
    }
    start += chunk.rowCount;
  }
  return columns;
}
