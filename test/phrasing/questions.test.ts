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
    /3\. \*\*What would change our mind\?\*\*\n\n {3}If fewer than 13 of 100 called were right/,
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
