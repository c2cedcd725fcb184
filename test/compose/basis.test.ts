import { describe, expect, it } from "vitest";

import { groupsCsv } from "../find/small-csv.js";
import { planFile } from "../measure/project-folder.js";
import { publishFiles } from "../measure/publish-project.js";

/** One briefing; 80 of 100 caught, 10 of 200 false alarms in each of two groups. */
async function briefing(document: object = {}, kind = "briefing", baseRate: unknown = 0.1): Promise<string> {
  const { documents } = await publishFiles({
    "data.csv": groupsCsv({ A: { tp: 80, fn: 20, fp: 10, tn: 190 }, B: { tp: 80, fn: 20, fp: 10, tn: 190 } }),
    "forthright.yaml": planFile({
      words: { case: "case / cases", positive: "fraud / frauds", negative: "honest one / honest ones" },
      deployment: { base_rate: baseRate, threshold: 0.5 },
      evaluations: [
        {
          id: "e",
          data: "data.csv",
          label: "y",
          positive: 1,
          score: "s",
          slices: ["group"],
          kind: "held-out",
        },
      ],
      documents: [{ kind, audience: "internal", ...document }],
    }),
  });
  return documents[0]?.html ?? "";
}

const linksIn = (html: string): string[] => [...html.matchAll(/href="#([^"]+)"/g)].map(([, id = ""]) => id);
const rowOf = (html: string, id: string): string =>
  new RegExp(`<tr[^>]* id="${id}"[^>]*>(.*?)(?=<tr|</table)`, "s").exec(html)?.[1] ?? "";

describe("the evidence of a page about one group", () => {
  it("is counted on that group, with the base rate of that group", async () => {
    const html = await briefing({ compare: "group=A" }, "briefing", {
      value: 0.1,
      slices: { "group=A": 0.25 },
    });
    const words = html.replace(/<[^>]+>/g, "");
    expect(words).toContain("Counted on 300 cases with group A, 100 of them frauds, among 600 cases");
    expect(words).toContain("Base rate of cases with group A 0.25; of all cases 0.1, no source");
  });

  it("is that of all cases elsewhere", async () => {
    const words = (await briefing()).replace(/<[^>]+>/g, "");
    expect(words).toContain("Counted on 600 cases, 200 of them frauds:");
    expect(words).toContain("Base rate 0.1, no source");
  });
});

describe("the pyramid", () => {
  it("leads from every number at the top down to a row with counts, method and source", async () => {
    const html = await briefing({ headline: ["recall@all", "false-alarms@all", "recall@group=A"] });
    const links = linksIn(html);
    expect(links).toEqual(["user-content-basis-1", "user-content-basis-2", "user-content-basis-3"]);
    const rows = links.map((id) => rowOf(html, id).replace(/<[^>]+>/g, " "));
    expect(rows[0]).toMatch(/160\s+\/\s+200/);
    expect(rows[1]).toMatch(/20\s+\/\s+400/);
    expect(rows[2]).toMatch(/80\s+\/\s+100/);
    // The source is the digest of the file, and every row names its method.
    for (const row of rows) expect(row).toMatch(/Wilson\s+[0-9a-f]{12}/);
  });

  it("leads both sides of one number to one row", async () => {
    const html = await briefing({ headline: ["recall@all", { ref: "recall@all", side: "complement" }] });
    expect(linksIn(html)).toEqual(["user-content-basis-1", "user-content-basis-1"]);
  });

  it("has no link on a page without such rows", async () => {
    expect(linksIn(await briefing({}, "limitation-portfolio"))).toEqual([]);
  });
});
