import { createHash } from "node:crypto";

import type { GroupAnswer } from "../query/count-query.js";

/** The same answer has the same digest, whatever server gave it. */
export function digestOfGroups(groups: readonly GroupAnswer[]): string {
  const hash = createHash("sha256");
  for (const { keys, n, sums, lowest, extremes, distinct } of groups) {
    const lists = [
      n,
      ...Object.values(sums),
      ...Object.values(lowest),
      ...Object.values(extremes).flatMap(({ low, high }) => [low, high]),
    ];
    for (const column of Object.values(keys)) {
      if (column.kind === "text") hash.update(JSON.stringify(column.values));
      hash.update(
        column.kind === "text" ? bytesOf(Float64Array.from(column.codes)) : bytesOf(column.numbers),
      );
    }
    for (const list of lists) hash.update(bytesOf(list));
    hash.update(JSON.stringify(distinct));
  }
  return hash.digest("hex");
}

function bytesOf(list: Float64Array): Uint8Array {
  // Not a number has many bit patterns; one of them stands for all.
  const one = list.map((value) => (Number.isNaN(value) ? Number.NaN : value));
  return new Uint8Array(one.buffer, one.byteOffset, one.byteLength);
}
