import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { fragmentKeys, readFragment, writeFragment } from "../../src/browser/fragment.js";

describe("the setting in the address", () => {
  it("is read from letters and numbers", () => {
    expect(readFragment("#t=0.16&b=60&f=400&m=900&v=1200&c=200")).toEqual({
      values: { t: 0.16, b: 60, f: 400, m: 900, v: 1200, c: 200 },
      present: false,
    });
    expect(readFragment("#present&t=-3.5e-2")).toEqual({ values: { t: -0.035 }, present: true });
    expect(readFragment("")).toEqual({ values: {}, present: false });
  });

  it("comes back as it was written", () => {
    const number = fc.double({ min: -1e9, max: 1e9, noNaN: true }).map((value) => {
      const told = Number(value.toPrecision(10));
      return Math.abs(told) < 1e-9 ? 0 : told;
    });
    const values = fc.record(Object.fromEntries(fragmentKeys.map((key) => [key, number])), {
      requiredKeys: [],
    });
    fc.assert(
      fc.property(values, fc.boolean(), (wanted, present) => {
        const text = writeFragment({ values: wanted, present });
        expect(text).toMatch(/^$|^#[a-z0-9=.&-]+$/);
        expect(readFragment(text)).toEqual({ values: { ...wanted }, present });
      }),
    );
  });

  it.each([
    "#t=NaN",
    "#t=Infinity",
    "#t=0x10",
    "#t=1,5",
    "#t=",
    "#t",
    "#t==3",
    "#t=%31",
    "#t=1e999",
    "#t=1_000",
    "#t=<script>alert(1)</script>",
    "#__proto__=1",
    "#constructor=1",
    "#present=1",
    "#&&&=&=&",
    "#%E0%A4%A",
    "#top",
    `#t=${"9".repeat(400)}`,
    `#${"t=1&".repeat(10_000)}`,
    "#\u0000\u202Et=1",
  ])("is nothing in %j", (hash) => {
    expect(readFragment(hash)).toEqual({ values: {}, present: false });
  });

  it("never fails, and reads finite numbers only, whatever stands there", () => {
    const letters = fc.string({ unit: fc.constantFrom(...Array.from("#tbfmvc=&.-+e0123456789%present")) });
    fc.assert(
      fc.property(fc.oneof(letters, fc.string({ unit: "binary" })), (hash) => {
        for (const value of Object.values(readFragment(`#${hash}`).values))
          expect(Number.isFinite(value)).toBe(true);
      }),
    );
  });

  it("takes the first of two values for one key", () => {
    expect(readFragment("#t=0.1&t=0.2").values).toEqual({ t: 0.1 });
  });
});
