import { describe, expect, it } from "vitest";

import { acceptanceOf, isEscalated } from "../../../src/find/register/acceptance-of.js";
import { grownIds } from "../../../src/find/register/grown-id.js";
import { likelihoodLevel } from "../../../src/find/register/likelihood-of.js";
import { severityOf } from "../../../src/find/register/severity-of.js";
import { assessFiles, planFile } from "../../measure/project-folder.js";

describe("likelihood levels", () => {
  it.each([
    [0, 1],
    [0.0999, 1],
    [0.1, 2],
    [1, 3],
    [9.99, 3],
    [10, 4],
    [100, 5],
    [1e9, 5],
  ])("%d a month is %d", (events, level) => {
    expect(likelihoodLevel(events)).toBe(level);
  });

  it("may have steps of the house", () => {
    expect(likelihoodLevel(6, [5, 50, 500, 5_000])).toBe(2);
  });
});

describe("severity", () => {
  const many = { point: 900, upper: 1_200 };

  it("is one graver from 1,000 persons a month, for the bound alone where only that reaches it", () => {
    expect(severityOf({ harm_class: 2 }, many)).toMatchObject({
      point: 2,
      upper: 3,
      raised: ["many-persons"],
    });
  });

  it("counts the persons that somebody counted before those that were computed", () => {
    const affected = { persons_per_month: 12 };
    expect(severityOf({ harm_class: 2, affected }, many)).toMatchObject({ point: 2, upper: 2, raised: [] });
  });

  it("is 5 at most, and 3 at most for an inconvenience", () => {
    const appeal = { possible: false };
    expect(severityOf({ harm_class: 5, appeal }, many)?.upper).toBe(5);
    expect(severityOf({ harm_class: 1, appeal }, { point: 5_000, upper: 5_000 })?.upper).toBe(3);
  });
});

describe("acceptance", () => {
  const residual = { statement: "Some stay", accepted_by: "Head of Risk", until: "2026-06-30" };
  const grave = {
    severity: { point: 4, upper: 4, raised: [], given: null },
    likelihood: { point: 3, upper: 3, basis: "measured" as const, given: null },
  };

  it("holds until its day and expires after it", () => {
    expect(acceptanceOf({ residual }, "2026-06-30")).toBe("valid");
    expect(acceptanceOf({ residual }, "2026-07-01")).toBe("expired");
    expect(acceptanceOf({}, "2026-07-01")).toBe("none");
  });

  it("lets a grave limitation pass while it holds, and no longer", () => {
    expect(isEscalated({ status: "open" }, { ...grave, acceptance: "valid" })).toBe(false);
    expect(isEscalated({ status: "open" }, { ...grave, acceptance: "expired" })).toBe(true);
    const rare = { ...grave, likelihood: { ...grave.likelihood, upper: 2 } };
    expect(isEscalated({ status: "open" }, { ...rare, acceptance: "none" })).toBe(false);
  });
});

describe("ids of what a search found", () => {
  it("depend on the weakness alone", () => {
    const one = grownIds(["country=DE", "device=phone"]);
    const other = grownIds(["age=old", "device=phone"]);
    expect(one.get("device=phone")).toBe(other.get("device=phone"));
  });

  it("are never given twice, however many there are", () => {
    const keys = Array.from({ length: 2_000 }, (_, index) => `slice=${index}`);
    const ids = [...grownIds(keys).values()];
    expect(new Set(ids).size).toBe(2_000);
    expect(ids.every((id) => /^FND-\d{4}$/.test(id))).toBe(true);
  });
});

describe("an attack", () => {
  const rows = [
    ...Array.from({ length: 60 }, (_, row) => `mask,${row < 3 ? 0.1 : 0.9}`),
    ...Array.from({ length: 40 }, () => "bona fide,0.1"),
  ];
  const attempts = { low: 100, high: 200 };

  async function likelihoodWith(more: object) {
    const front = {
      id: "LIM-0001",
      title: "Masks pass",
      type: "ADV",
      harm_class: 4,
      evidence: ["apcer[mask]@all"],
      ...more,
    };
    const { limitations } = await assessFiles({
      "data.csv": `truth,score\n${rows.join("\n")}\n`,
      "forthright.yaml": planFile({
        deployment: { volume: { cases: 9_000, per: "month" }, base_rate: 0.01 },
        evaluations: [
          {
            id: "a",
            task: "attack-detection",
            data: "data.csv",
            label: "truth",
            bona_fide: "bona fide",
            score: "score",
            threshold: 0.5,
          },
        ],
      }),
      "limitations/LIM-0001.md": `---\n${JSON.stringify(front)}\n---\n`,
    });
    return limitations.find(({ id }) => id === "LIM-0001")?.risk;
  }

  it("has no likelihood while nobody knows how often it is tried: no volume and no base rate tell", async () => {
    const risk = await likelihoodWith({});
    expect(risk?.likelihood).toEqual({ point: null, upper: null, basis: "no-attempts", given: null });
    expect(risk?.escalated).toBe(true);
  });

  it("strikes as often as the attempts of the record let it", async () => {
    const risk = await likelihoodWith({ attempts_per_month: attempts });
    // 3 of 60 pass; beta.ppf(0.95, 4, 57) of scipy is 0.1241872.
    expect(risk?.events?.point).toBeCloseTo(7.5, 9);
    expect(risk?.events?.upper).toBeCloseTo(24.837442095487216, 6);
    expect(risk?.likelihood).toMatchObject({ point: 3, upper: 4 });
  });
});
