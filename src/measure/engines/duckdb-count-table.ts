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
  const scaledScore = `cast(floor((s - ${low}) / ${high - low} * ${scoreScale}) as hugeint)`;
  const scaledValue = `cast(value * ${valueScale} as hugeint)`;
  const keys = {
    score: bins === null ? "s" : `floor((s - ${low}) / ${high - low} * ${bins})`,
    ...(slice === null ? {} : { group: `c${slice}` }),
    ...(job.subject === null ? {} : { subject: "subject" }),
    positive: "y",
    flagged: "f",
  };
  const counts = {
    n: "count(*)",
    ...(bins === null ? {} : { total: `coalesce(sum(${scaledScore}), 0)` }),
    ...(job.value === null ? {} : { value: `coalesce(sum(${scaledValue}), 0)` }),
    ...(job.value === null ? {} : { squared: `coalesce(sum(${scaledValue} * ${scaledValue}), 0)` }),
  };
  const read = await numbers(connection, keys, counts);
  const n = Int32Array.from(read.n ?? none);
  const score = read.score ?? none;
  const named = slice === null ? [null] : await namesOf(connection, slice);
  const values = slice !== null && (read.group ?? none).some(Number.isNaN) ? [...named, null] : named;
  return {
    column: slice === null ? null : (job.slices[slice]?.column ?? null),
    values,
    group:
      read.group === undefined
        ? new Int32Array(n.length)
        : Int32Array.from(read.group, (code) => (Number.isNaN(code) ? values.length - 1 : code)),
    subject: Int32Array.from(read.subject ?? none),
    positive: Uint8Array.from(read.positive ?? none),
    flagged: Uint8Array.from(read.flagged ?? none),
    score:
      read.total === undefined
        ? score
        : read.total.map((total, index) => low + ((high - low) * total) / scoreScale / (n[index] ?? 1)),
    n,
    value: read.value ?? none,
    valueSquared: read.squared ?? none,
    bins,
  };
}

const none = new Float64Array(0);

/** Values of a slice column, in the order of their codes. */
async function namesOf(connection: DuckDBConnection, slice: number): Promise<(string | null)[]> {
  const reader = await connection.runAndReadAll(`select unnest(enum_range(cast(null as slice${slice})))`);
  return (reader.getColumnsJS()[0] ?? []).map(cellText);
}

/** Groups by their keys, rising, as columns of doubles straight into typed arrays; a missing value is NaN. */
async function numbers(
  connection: DuckDBConnection,
  keys: Readonly<Record<string, string>>,
  counts: Readonly<Record<string, string>>,
): Promise<Readonly<Record<string, Float64Array>>> {
  const selected = Object.entries({ ...keys, ...counts });
  const columns = selected.map(([, expression]) => `cast(${expression} as double)`);
  const places = Object.keys(keys).map((_, index) => `${index + 1} nulls last`);
  const result = await connection.run(
    `select ${columns.join(", ")} from used group by ${Object.values(keys).join(", ")} order by ${places.join(", ")}`,
  );
  const chunks = await result.fetchAllChunks();
  const length = chunks.reduce((sum, chunk) => sum + chunk.rowCount, 0);
  const read = selected.map(() => new Float64Array(length).fill(Number.NaN));
  let start = 0;
  for (const chunk of chunks) {
    for (const [index, column] of read.entries()) {
      chunk.visitColumnValues(index, (value, row) => {
        if (value !== null) column[start + row] = value as number;
      });
    }
    start += chunk.rowCount;
  }
  return Object.fromEntries(selected.map(([name], index) => [name, read[index] ?? none]));
}
