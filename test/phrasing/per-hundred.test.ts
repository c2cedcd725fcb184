import { describe, expect, it } from "vitest";

import { planFile } from "../measure/project-folder.js";
import { publishFiles } from "../measure/publish-project.js";

/** A briefing on two forecasts: 200 sold, and each forecast off by as much as given. */
async function briefing(first: number, second: number): Promise<string> {
  const rows = [`2026-01-01,100,${100 + first}`, `2026-02-01,100,${100 + second}`];
  const { documents } = await publishFiles(
    {
      "months.csv": ["month,actual,forecast", ...rows].join("\n"),
      "forthright.yaml": planFile({
        model: { name: "A forecast" },
        words: { case: "month / months" },
        evaluations: [
          {
            id: "f",
            task: "forecast",
            data: "months.csv",
            time: "month",
            actual: "actual",
            forecast: "forecast",
          },
        ],
        documents: [{ kind: "briefing", audience: "internal", headline: ["wape@all", "forecast-bias@all"] }],
      }),
    },
    {},
  );
  return (documents[0]?.markdown ?? "").replaceAll("\u00A0", " ");
}

describe("how far off a forecast was", () => {
  // Misses 10 and 5 of 200 sold: 7.5 for every 100; 10 too much and 5 too little: 2.5 too high in all.
  it("is told for every 100 of what was sold, at the top and in the answer", async () => {
    const text = await briefing(10, -5);
    expect(text).toContain("**7.5**\n\nfor every 100 of the actual total: all misses together.");
    expect(text).toContain(
      "**2.5**\n\nfor every 100 of the actual total: how much too high the forecast was.",
    );
    expect(text).toContain("For every 100 of the actual total, all misses together come to 7.5");
  });

  it("keeps name and sign where the forecast was too low", async () => {
    const text = await briefing(-10, 5);
    expect(text).toContain("**−0.025**\n\nForecast too high (above 0) or too low in all");
    expect(text).not.toContain("too high the forecast was");
  });
});
