import type { GroupAnswer } from "../query/count-query.js";

/**
 * Whole numbers beyond 2^53 as three doubles each, so that parts of a sum from several shards add up exactly:
 * bits 0 to 41, 42 to 83, and the rest with the sign. Up to 2,048 parts add without a loss.
 */
const limbs = 3;
const limbBits = 42n;

/** The parts of a whole number written out, lowest first. */
export function splitWhole(written: string | number): readonly number[] {
  const short = Number(written);
  if (Math.abs(short) < 2 ** Number(limbBits)) return [short, 0, 0];
  const whole = BigInt(written);
  const low = BigInt.asUintN(Number(limbBits), whole);
  const middle = BigInt.asUintN(Number(limbBits), whole >> limbBits);
  return [low, middle, whole >> (2n * limbBits)].map(Number);
}

/** Name of one part of a sum; no name of a query holds a line feed. */
export function limbName(name: string, limb: number): string {
  return `${name}\n${limb}`;
}

/** Names of the parts of a sum, lowest first. */
export function limbNames(name: string): readonly string[] {
  return Array.from({ length: limbs }, (_, limb) => limbName(name, limb));
}

/** The answer with every sum put together again: the double nearest to the exact whole number. */
export function joinSums(answer: GroupAnswer, names: readonly string[]): GroupAnswer {
  const sums = names.map((name): [string, Float64Array] => {
    const [low, middle, high] = limbNames(name).map((limb) => answer.sums[limb] ?? new Float64Array(0));
    const joined = (low ?? new Float64Array(0)).map((value, row) => {
      const [above, top] = [middle?.[row] ?? 0, high?.[row] ?? 0];
      if (above === 0 && top === 0) return value;
      return Number(BigInt(value) + (BigInt(above) << limbBits) + (BigInt(top) << (2n * limbBits)));
    });
    return [name, joined];
  });
  return { ...answer, sums: Object.fromEntries(sums) };
}
