import { describe, expect, it } from "vitest";

import { allMetrics, metricsOfTask } from "../../src/metrics/all.js";
import { tasks } from "../../src/model/tasks.js";
import { readPhrases } from "../property/read-phrases.js";

const phrases = readPhrases();

describe("every metric", () => {
  it("has a name of its own, or one in its kind of evidence", () => {
    expect(allMetrics.length).toBeGreaterThan(60);
    const unnamed = tasks.flatMap((task) =>
      metricsOfTask[task]
        .map(({ id }) => id)
        .filter((id) => !(`metric.${id}` in phrases || `metric.${task}.${id}` in phrases)),
    );
    expect(unnamed).toEqual([]);
  });

  it("that says what its counted ones are is a metric, or a kind of evidence with one", () => {
    const ids = new Set(allMetrics.map(({ id }) => id));
    const told = Object.keys(phrases).flatMap((id) => /^share\.(.+)\.are$/.exec(id)?.[1] ?? []);
    expect(told.length).toBeGreaterThan(20);
    expect(told.filter((name) => !ids.has(name.replace(/^[^.]*\./, "")))).toEqual([]);
  });
});
