import { afterEach, beforeEach, expect, it, vi } from "vitest";

import { createProgress } from "../../src/cli/progress.js";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

it("says nothing of quick work", () => {
  const said: string[] = [];
  const progress = createProgress((text) => said.push(text));
  progress.stage("reading");
  vi.advanceTimersByTime(999);
  progress.close();
  vi.advanceTimersByTime(10_000);
  expect(said).toEqual([]);
});

it("says after a second what is being done, and then each next thing", () => {
  const said: string[] = [];
  const progress = createProgress((text) => said.push(text));
  progress.stage("reading");
  progress.stage("writing");
  vi.advanceTimersByTime(1_000);
  progress.stage("printing");
  progress.close();
  expect(said).toEqual(["writing ...\n", "printing ...\n"]);
});
