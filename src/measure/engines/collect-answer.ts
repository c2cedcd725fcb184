import type { GroupAnswer, KeyColumn } from "../query/count-query.js";
import type { AnswerColumn } from "./sql.js";
import type { AnswerRow } from "./table-server.js";
import { limbNames, splitWhole } from "./whole-sums.js";

/** An answer that grows row by row. */
export interface GrowingAnswer {
  /** Takes a row: its count, then the columns in their order. */
  readonly take: (row: AnswerRow) => void;
  readonly finish: () => GroupAnswer;
}

/**
 * Turns rows of a server's answer into columns of numbers, and each distinct text into one code. Sums come as
 * whole numbers written out and are kept in parts (`whole-sums.ts`).
 *
 * @param columns - what follows the count in each row
 * @param canonical - how a text is written that the server took from a number, by the name of its key
 */
export function collectAnswer(
  columns: readonly AnswerColumn[],
  canonical: ReadonlyMap<string, (text: string) => string>,
): GrowingAnswer {
  const n: number[] = [];
  const growing = columns.map((column) => {
    if (column.part === "sum") return growingSums();
    return column.isText ? growingTexts(canonical.get(column.name)) : growingNumbers();
  });
  return {
    take: (row) => {
      n.push(Number(row[0]));
      growing.forEach((column, index) => column.add(row[index + 1] ?? null));
    },
    finish: () => {
      const read = new Map(columns.map((column, index) => [column, growing[index]?.finish() ?? []]));
      const numbersOf = (part: AnswerColumn["part"]): [string, Float64Array][] =>
        columns
          .filter((column) => column.part === part)
          .map((column) => [column.name, numbers(read.get(column)?.[0])]);
      const highs = new Map(numbersOf("high"));
      const keys = columns.flatMap((column): [string, KeyColumn][] => {
        const [values] = read.get(column) ?? [];
        return column.part === "key" && values !== undefined ? [[column.name, values]] : [];
      });
      return {
        keys: Object.fromEntries(keys),
        n: Float64Array.from(n),
        sums: Object.fromEntries(
          columns
            .filter(({ part }) => part === "sum")
            .flatMap((column) =>
              limbNames(column.name).map((name, limb) => [name, numbers(read.get(column)?.[limb])]),
            ),
        ),
        lowest: Object.fromEntries(numbersOf("lowest")),
        extremes: Object.fromEntries(
          numbersOf("low").map(([name, low]) => [name, { low, high: highs.get(name) ?? low }]),
        ),
        distinct: Object.fromEntries(numbersOf("distinct").map(([name, [count = 0]]) => [name, count])),
      };
    },
  };
}

interface GrowingColumn {
  readonly add: (cell: string | number | null) => void;
  /** One column, or the parts of a sum. */
  readonly finish: () => readonly KeyColumn[];
}

function growingNumbers(): GrowingColumn {
  const values: number[] = [];
  return {
    // Minus zero is zero: databases group them together and send home either.
    add: (cell) => values.push(cell === null ? Number.NaN : Number(cell) + 0),
    finish: () => [{ kind: "number", numbers: Float64Array.from(values) }],
  };
}

function growingSums(): GrowingColumn {
  const parts: readonly number[][] = limbNames("").map(() => []);
  return {
    add: (cell) => {
      const split = splitWhole(cell ?? 0);
      parts.forEach((part, limb) => part.push(split[limb] ?? 0));
    },
    finish: () => parts.map((part) => ({ kind: "number", numbers: Float64Array.from(part) })),
  };
}

function growingTexts(canonical: (text: string) => string = (text) => text): GrowingColumn {
  const codes: number[] = [];
  const places = new Map<string, number>();
  return {
    add: (cell) => {
      if (cell === null) {
        codes.push(-1);
        return;
      }
      const text = canonical(String(cell));
      const place = places.get(text) ?? places.size;
      places.set(text, place);
      codes.push(place);
    },
    finish: () => [{ kind: "text", codes: Int32Array.from(codes), values: [...places.keys()] }],
  };
}

function numbers(column: KeyColumn | undefined): Float64Array {
  return column?.kind === "number" ? column.numbers : new Float64Array(0);
}
