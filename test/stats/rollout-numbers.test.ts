import { describe, expect, it } from "vitest";

import { kappaN } from "../../src/stats/kappa-n.js";
import { normalCdf } from "../../src/stats/normal-cdf.js";
import { seededRandom } from "../../src/stats/random.js";
import { sampleRatioP } from "../../src/stats/sample-ratio-p.js";
import { windowsToAlarm } from "../../src/stats/windows-to-alarm.js";
import { expectClose } from "./expect-close.js";

describe("sampleRatioP", () => {
  it("gives the published p of 821,588 against 815,482: 1.8e-6 (Fabijan et al. 2019)", () => {
    expect(sampleRatioP([821_588, 815_482], [1, 1])).toBeCloseTo(1.8e-6, 7);
  });
  it("is the two-sided normal tail for two arms and exp(-x/2) for three", () => {
    // 5,100 against 4,900: x = 2 * 100^2 / 5,000 = 4.
    expectClose(sampleRatioP([5_100, 4_900], [0.5, 0.5]), 2 * normalCdf(-2), 1e-9);
    // 30, 20, 10 of 60 where 20 each was planned: x = 100 / 20 + 0 + 100 / 20 = 10.
    expectClose(sampleRatioP([30, 20, 10], [1, 1, 1]), Math.exp(-5), 1e-9);
  });
  it("is 1 at the planned split, whatever the shares add up to, and null without a unit", () => {
    expect(sampleRatioP([900, 100], [9, 1])).toBe(1);
    expect(sampleRatioP([0, 0], [0.5, 0.5])).toBeNull();
  });
  it("refuses what is no split", () => {
    expect(() => sampleRatioP([5], [1])).toThrow("Unexpected 1 arms, expected at least 2");
    expect(() => sampleRatioP([5, 5], [1])).toThrow("Unexpected 1 shares, expected 2");
    expect(() => sampleRatioP([5, -1], [1, 1])).toThrow("Unexpected count -1");
    expect(() => sampleRatioP([5, 5], [1, 0])).toThrow("Unexpected share 0");
  });
});

/** Chance of more than `most` of n, summed term by term. */
function aboveByHand(n: number, rate: number, most: number): number {
  let term = (1 - rate) ** n;
  let below = 0;
  for (let k = 0; k <= most; k += 1) {
    below += term;
    term *= ((n - k) / (k + 1)) * (rate / (1 - rate));
  }
  return 1 - below;
}

describe("windowsToAlarm", () => {
  it("is one over the chance of a window above the limit, for one window", () => {
    expectClose(windowsToAlarm(100, 0.05, 0.09), 1 / aboveByHand(100, 0.05, 9), 1e-8);
  });
  it("is the mean of simulated waits for three in a row", () => {
    const p = aboveByHand(50, 0.1, 5);
    const random = seededRandom(7);
    const waits = Array.from({ length: 4_000 }, () => {
      let [wait, run] = [0, 0];
      while (run < 3) {
        wait += 1;
        run = random() < p ? run + 1 : 0;
      }
      return wait;
    });
    const mean = waits.reduce((sum, wait) => sum + wait / waits.length, 0);
    const exact = windowsToAlarm(50, 0.1, 0.1, 3);
    // The standard deviation of such a wait is about its mean.
    expect(Math.abs(mean - exact)).toBeLessThan((4 * exact) / Math.sqrt(waits.length));
  });
  it("never rings where nothing can lie above the limit, at once where all does", () => {
    expect(windowsToAlarm(20, 0.5, 1)).toBe(Infinity);
    expect(windowsToAlarm(20, 0, 0)).toBe(Infinity);
    expect(windowsToAlarm(20, 1, 0.5, 3)).toBe(3);
  });
  it("counts the limit itself as below it, also where a product of decimals is a hair off", () => {
    expectClose(windowsToAlarm(100, 0.05, 0.07), 1 / aboveByHand(100, 0.05, 7), 1e-8);
  });
  it("refuses what is no window", () => {
    expect(() => windowsToAlarm(0, 0.1, 0.2)).toThrow("Unexpected n 0");
    expect(() => windowsToAlarm(10, 0.1, 0.2, 0)).toThrow("Unexpected windows 0");
    expect(() => windowsToAlarm(10, 1.1, 0.2)).toThrow("Unexpected rate 1.1");
  });
});

describe("kappaN", () => {
  it("asks for as many cases as put the lower bound of simulated agreement at the target", () => {
    const [kappa, target, share] = [0.8, 0.7, 0.1];
    const n = kappaN(kappa, target, share) ?? NaN;
    const random = seededRandom(11);
    const both = share * share + kappa * share * (1 - share);
    const neither = (1 - share) ** 2 + kappa * share * (1 - share);
    const seen = Array.from({ length: 4_000 }, () => {
      let [twice, once] = [0, 0];
      for (let pair = 0; pair < n; pair += 1) {
        const draw = random();
        if (draw < both) twice += 1;
        else if (draw >= both + neither) once += 1;
      }
      const rate = (2 * twice + once) / (2 * n);
      return 1 - once / n / (2 * rate * (1 - rate));
    });
    const mean = seen.reduce((sum, value) => sum + value / seen.length, 0);
    const sd = Math.sqrt(seen.reduce((sum, value) => sum + (value - mean) ** 2 / seen.length, 0));
    // 1.645 standard deviations below what is expected lies the target, within 5 % of the distance.
    expect(Math.abs(kappa - 1.644854 * sd - target)).toBeLessThan(0.005);
  });
  it("needs fewer where classes are balanced, and none do where nothing above the target is expected", () => {
    expect(kappaN(0.8, 0.7, 0.5)).toBe(98);
    expect(kappaN(0.7, 0.7, 0.5)).toBeNull();
    expect(kappaN(1, 0.7, 0.5)).toBeNull();
    expect(() => kappaN(0.8, 0, 0.5)).toThrow("Unexpected target 0, expected 0 < target < 1");
  });
});
