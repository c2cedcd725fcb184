import { describe, expect, it } from "vitest";
import { seededRandom } from "../../src/stats/random.js";

describe("seededRandom", () => {
  it("seed 1 and 20261121, from an independent implementation in Python 3.11 integers", () => {
    const one = seededRandom(1);
    expect([one(), one(), one()]).toEqual([0.09156953175513294, 0.8881928137485323, 0.43427017709149285]);
    const date = seededRandom(20261121);
    expect([date(), date(), date()]).toEqual([0.6599397219206076, 0.6573354665213331, 0.6950266122419756]);
  });
  it("stays in [0, 1), fills it evenly, and differs between seeds", () => {
    const next = seededRandom(7);
    const tenths = new Array<number>(10).fill(0);
    for (let i = 0; i < 100_000; i += 1) {
      const value = next();
      expect(value >= 0 && value < 1).toBe(true);
      const tenth = Math.floor(value * 10);
      tenths[tenth] = (tenths[tenth] ?? 0) + 1;
    }
    // 10,000 each, standard deviation 95: six of them is 570.
    for (const count of tenths) expect(Math.abs(count - 10_000)).toBeLessThan(570);
    expect(seededRandom(0)()).not.toBe(seededRandom(1)());
  });
  it("accepts whole seeds of 32 bits only", () => {
    expect(() => seededRandom(-1)).toThrow("Unexpected seed -1, expected an integer in [0, 4294967295]");
    expect(() => seededRandom(0.5)).toThrow(RangeError);
    expect(() => seededRandom(2 ** 32)).toThrow(RangeError);
  });
});
