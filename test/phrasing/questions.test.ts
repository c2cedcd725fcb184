import { expect, it } from "vitest";

import { planFile } from "../measure/project-folder.js";
import { publishFiles } from "../measure/publish-project.js";

const plan = {
  words: {
    case: "prospect / prospects",
    positive: "buyer / buyers",
    negative: "other / others",
    flagged: "called",
    missed: "not called",
  },
  deployment: { base_rate: 0.1 },
  costs: { currency: "EUR", action: 8, miss: 60 },
  evaluations: [{ id: "list", counts: { tp: 850, fn: 150, fp: 150, tn: 8850 } }],
  monitoring: [{ signal: "Buyers among those called", threshold: "under 50 of 100", owner: "Head of Sales" }],
};
const decision = { ask: "Approve the new list.", owner: "Head of Sales", by: "2026-12-01" };

async function pageOf(document: object, audience: "executive" | "customer" = "executive") {
  const files = {
    "forthright.yaml": planFile({ ...plan, documents: [{ kind: "briefing", decision, ...document }] }),
  };
  const { documents } = await publishFiles(files, { kinds: ["briefing"], audience });
  const [page] = documents;
  return { markdown: page?.markdown.replaceAll("\u00A0", " ") ?? "", html: page?.html ?? "" };
}

it("a briefing asks three questions, and their answers come from its own facts", async () => {
  const { markdown } = await pageOf({});
  const asked = markdown.slice(markdown.indexOf("Ask one reader"));
  expect(asked).toMatch(
    /1\. \*\*What is being asked.*\n\n {3}Approve the new list\.\n\n {3}Head of Sales decides, by 1 December 2026\./,
  );
  expect(asked).toMatch(
    /2\. \*\*Of 100 prospects called, how many are right\?\*\*\n\n {3}Of every 100 prospects called, about 85 are buyers/,
  );
  expect(asked).toMatch(
    /3\. \*\*What would change our mind\?\*\*\n\n {3}If fewer than about 13 of 100 called were right/,
  );
  expect(asked).toContain("If this is seen: Buyers among those called, under 50 of 100.");
  expect(asked).toContain("Nobody has been asked yet.");
});

it("what one reader answered is kept in the plan and told", async () => {
  const tried = [{ role: "COO office", date: "2026-11-20", right: 2, note: "took 85 for the share found" }];
  const { markdown } = await pageOf({ tried });
  expect(markdown).toContain(
    "COO office, 20 November 2026: 2 of 3 answered rightly (took 85 for the share found).",
  );
  expect(markdown).not.toContain("Nobody has been asked yet.");
});

it("says that the second question has no answer where no base rate is stated", async () => {
  const { documents } = await publishFiles(
    {
      "forthright.yaml": planFile({
        ...plan,
        deployment: {},
        documents: [{ kind: "briefing", decision }],
      }),
    },
    { kinds: ["briefing"], audience: "executive" },
  );
  expect(documents[0]?.markdown).toContain("That cannot be said: how common buyers are is not stated");
});

it("is folded on the page and no business of readers outside", async () => {
  const { html } = await pageOf({});
  expect(html).toMatch(/<details class="questions"><summary>Was it understood\?/);
  expect((await pageOf({}, "customer")).html).not.toContain('class="questions"');
});

it("a break-even under 5 of 100 is told of a total at which rounding does not move it", async () => {
  // 4.50 of 310 is 1.45 of 100: 1.5 of 100, and 15 of 1,000.
  const { documents } = await publishFiles(
    {
      "forthright.yaml": planFile({
        ...plan,
        costs: { currency: "EUR", action: 4.5, miss: 310 },
        documents: [{ kind: "briefing", decision }, { kind: "model-card" }],
      }),
    },
    { kinds: ["briefing", "model-card"] },
  );
  const [page, card] = documents.map(({ markdown }) => markdown.replaceAll("\u00A0", " "));
  expect(page).toContain("If fewer than about 15 of 1,000 called were right");
  expect(card).toContain(
    "It breaks even when 15 of 1,000 called are right. Here about 85 of 100 are (range 83 to 87).",
  );
  expect(card).toContain("Costs: €4.50 for each case acted on");
});

it("a break-even is told with how far the costs move it, of the same total", async () => {
  // 3.2 of 420 is 7.6 of 1,000; 2.5 of 600 is 4.2 and 4.5 of 300 is 15.
  const { documents } = await publishFiles(
    {
      "forthright.yaml": planFile({
        ...plan,
        costs: {
          currency: "EUR",
          action: { value: 3.2, low: 2.5, high: 4.5 },
          miss: { value: 420, low: 300, high: 600 },
        },
      }),
    },
    { kinds: ["model-card"] },
  );
  expect(documents[0]?.markdown.replaceAll("\u00A0", " ")).toContain(
    "It breaks even when 8 of 1,000 called (4 to 15, as costs range) are right. Here about 85 of 100 are (range 83 to 87).",
  );
});

it("asks of the group the page is about, with the answer that page gives", async () => {
  const rows = (segment: string, counts: readonly [number, number, number, number]): string[] =>
    (["1,0.9", "1,0.1", "0,0.9", "0,0.1"] as const).flatMap((row, index) =>
      Array.from({ length: counts[index] ?? 0 }, () => `${row},${segment}`),
    );
  const data = ["y,s,segment", ...rows("new", [60, 40, 20, 80]), ...rows("old", [50, 50, 150, 750])].join(
    "\n",
  );
  const { documents } = await publishFiles(
    {
      "forthright.yaml": planFile({
        ...plan,
        deployment: {
          base_rate: { value: 0.2, slices: { "segment=new": 0.5, "segment!=new": 0.1 } },
          threshold: 0.5,
        },
        evaluations: [
          {
            id: "list",
            data: "d.csv",
            label: "y",
            positive: 1,
            score: "s",
            slices: ["segment"],
            names: { "segment=new": "new prospects" },
          },
        ],
        documents: [{ kind: "briefing", decision, compare: "segment=new" }],
      }),
      "d.csv": `${data}\n`,
    },
    { kinds: ["briefing"], audience: "executive" },
  );
  const asked = documents[0]?.markdown.replaceAll("\u00A0", " ") ?? "";
  expect(asked).toContain("**Of 100 new prospects called, how many are right?**");
  expect(asked).toContain("Of every 100 new prospects called, about 75 are buyers");
});

it("without decisions, the first number asked about is the first on the page", async () => {
  // Forecasts 3 too high each month: off by 3 on average, whatever else an estimate of the same evidence may come before it.
  const months = Array.from(
    { length: 40 },
    (_, i) => `${2010 + Math.floor(i / 12)}-${String((i % 12) + 1).padStart(2, "0")}`,
  );
  const data = ["t,actual,forecast", ...months.map((month, i) => `${month},${100 + i},${103 + i}`)];
  const { documents } = await publishFiles(
    {
      "forthright.yaml": planFile({
        evaluations: [
          {
            id: "months",
            task: "forecast",
            data: "d.csv",
            time: "t",
            actual: "actual",
            forecast: "forecast",
          },
        ],
        documents: [{ kind: "briefing", decision, headline: ["mae@all"] }],
      }),
      "d.csv": `${data.join("\n")}\n`,
    },
    { kinds: ["briefing"], audience: "executive" },
  );
  const asked = documents[0]?.markdown.replaceAll("\u00A0", " ") ?? "";
  expect(asked.slice(asked.indexOf("What does the first number say"))).toMatch(
    /mean absolute error\): 3\.000 /,
  );
});
