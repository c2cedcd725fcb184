import { expect, it } from "vitest";

import { planFile } from "../measure/project-folder.js";
import { publishFiles } from "../measure/publish-project.js";

async function cardOf(plan: object, data: readonly string[]): Promise<string> {
  const files = {
    "forthright.yaml": planFile({ ...plan, documents: [{ kind: "model-card" }] }),
    "d.csv": `${data.join("\n")}\n`,
  };
  const { documents } = await publishFiles(files, { kinds: ["model-card"], audience: "internal" });
  return documents[0]?.markdown.replaceAll("\u00A0", " ") ?? "";
}

/** `n` rows alike. */
function times(n: number, row: string): string[] {
  return Array.from({ length: n }, () => row);
}

it("a difference whose range holds zero is claimed as none, whatever its middle", async () => {
  // 400 cases, 24 only the first judges rightly, 16 only the second: +2 of 100, and zero is possible.
  const data = [
    "y,a,b",
    ...times(180, "1,1,1"),
    ...times(24, "1,1,0"),
    ...times(16, "1,0,1"),
    ...times(180, "0,0,0"),
  ];
  const card = await cardOf(
    {
      evaluations: [
        {
          id: "two",
          task: "comparison",
          data: "d.csv",
          label: "y",
          positive: 1,
          models: [
            { id: "a", name: "First", prediction: "a" },
            { id: "b", name: "Second", prediction: "b" },
          ],
          kind: "held-out",
        },
      ],
    },
    data,
  );
  const row = card.split("\n").find((line) => line.includes("−1:") && line.includes("the first model less"));
  expect(row).toMatch(/no clear difference \(range −\d+ to \d+ of 1,?00/);
  expect(row).not.toContain("roughly");
});

it("how many cases would do is told of a counted rate, never of a share derived from others", async () => {
  // Precision at use comes from both error rates and from the stated 1 to 5 of 100: cases alone do not narrow it.
  const data = [
    "y,s",
    ...times(40, "1,0.9"),
    ...times(20, "1,0.1"),
    ...times(60, "0,0.9"),
    ...times(940, "0,0.1"),
  ];
  const card = await cardOf(
    {
      deployment: { threshold: 0.5, base_rate: { value: 0.03, low: 0.01, high: 0.05, source: "last year" } },
      evaluations: [{ id: "test", data: "d.csv", label: "y", positive: 1, score: "s", kind: "held-out" }],
    },
    data,
  );
  const rowOf = (name: string): string | undefined =>
    card.split("\n").find((line) => line.startsWith("|") && line.includes(name) && line.includes("−1:"));
  // 1.96² · 0.667 · 0.333 / 0.05² = 341 actual positives.
  expect(rowOf("(recall)")).toContain("about 340 cases of this kind");
  expect(rowOf("(precision at the stated base rate)")).not.toContain("cases of this kind");
  expect(rowOf("(precision at the stated base rate)")).toContain("more cases");
});

it("names the total of what is possible where none was counted", async () => {
  // None of 100 actual negatives is flagged: 1 - 0.05^(1/100) is 3 of 100; "at most 4" of what, a reader asks.
  const card = await cardOf(
    {
      deployment: { base_rate: 0.1 },
      evaluations: [{ id: "test", counts: { tp: 80, fn: 20, fp: 0, tn: 100 } }],
    },
    ["y"],
  );
  const row = card.split("\n").find((line) => line.includes("(false alarms)") && line.includes("0 / 100"));
  expect(row).toMatch(/up to [34] of 100 possible/);
});

it("tells both sides of a share too wide for one number, and no total that is not its own", async () => {
  const { documents } = await publishFiles(
    {
      "forthright.yaml": planFile({
        deployment: { base_rate: 0.02 },
        evaluations: [{ id: "test", counts: { tp: 14, fn: 7, fp: 3, tn: 120 } }],
        documents: [{ kind: "briefing" }, { kind: "model-card" }],
      }),
    },
    { kinds: ["briefing", "model-card"], audience: "executive" },
  );
  const page = documents[0]?.markdown.replaceAll("\u00A0", " ") ?? "";
  // 14 of 21 is no rate at the stated base rate, and none at half of it.
  expect(documents[1]?.markdown).not.toContain("half as common");
  const [, low = "", high = ""] = /\*\*(\d+)\*\* to (\d+) of 100\n/.exec(page) ?? [];
  expect(page).toMatch(new RegExp(`; ${100 - Number(high)} to ${100 - Number(low)} are not\\.`));
  expect(page).toContain("too wide for one number, at the stated base rate");
});

it("of all caught, says of which total the bound is", async () => {
  const { documents } = await publishFiles(
    {
      "forthright.yaml": planFile({
        deployment: { base_rate: 0.02 },
        evaluations: [{ id: "test", counts: { tp: 120, fn: 0, fp: 30, tn: 900 } }],
        documents: [{ kind: "briefing" }, { kind: "model-card" }],
      }),
    },
    { kinds: ["briefing", "model-card"], audience: "executive" },
  );
  const [page, card] = documents.map(({ markdown }) => markdown.replaceAll("\u00A0", " "));
  // Wilson's lower end of 120 of 120: 0.969.
  expect(page).toContain("at least 96 of 100, from 120 of 120");
  expect(card).toContain("120 of 120 (at least 96 of 100)");
});

it("what a vendor reports answers the second question as far as it can", async () => {
  const { documents } = await publishFiles(
    {
      "forthright.yaml": planFile({
        words: {
          case: "claim / claims",
          positive: "false claim / false claims",
          negative: "honest claim / honest claims",
          flagged: "held",
          missed: "paid",
        },
        evaluations: [
          { id: "v", task: "reported", kind: "vendor", metrics: [{ metric: "f1", value: 0.85 }] },
        ],
        documents: [{ kind: "briefing" }],
      }),
    },
    { kinds: ["briefing"], audience: "executive" },
  );
  const page = documents[0]?.markdown.replaceAll("\u00A0", " ") ?? "";
  const asked = page.slice(page.indexOf("Of 100 claims held, how many are right?"));
  // F / (2 - F) = 0.739.
  expect(asked).toMatch(/Between about 74 and 100 of every 100 held were right; the score alone cannot say/);
  expect(page).toContain("These rates were reported without counts");
});
