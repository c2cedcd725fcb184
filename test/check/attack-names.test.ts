import { expect, it } from "vitest";

import type { Message } from "../../src/errors.js";
import type { Audience } from "../../src/model/plan.js";
import { csvOf } from "../find/small-csv.js";
import { planFile } from "../measure/project-folder.js";
import { publishFiles } from "../measure/publish-project.js";

/** What is said of the words of an author in an edition: paper masks were tried, wax heads are in scope. */
async function saidOf(wording: string, audience: Audience): Promise<readonly Message[]> {
  const row = (times: number, what: string, said: string) => ({
    times,
    cells: [what, said === "stop" ? 0.9 : 0.1],
  });
  const { documents } = await publishFiles(
    {
      "attacks.csv": csvOf(
        ["what", "score"],
        [row(40, "paper mask", "go"), row(60, "paper mask", "stop"), row(300, "live", "go")],
      ),
      "forthright.yaml": planFile({
        model: { name: "Face check" },
        deployment: { threshold: 0.5 },
        evaluations: [
          {
            id: "attacks",
            task: "attack-detection",
            data: "attacks.csv",
            label: "what",
            bona_fide: "live",
            score: "score",
            in_scope: { what: ["paper mask", "wax head", "replay"] },
          },
        ],
        documents: [{ kind: "limitation-portfolio", audience }],
      }),
      "limitations/LIM-0001.md": `---\n${JSON.stringify({
        id: "LIM-0001",
        title: "One kind passes too often",
        type: "ADV",
        status: "open",
        disclosure: "public",
        wording: { customer: wording, public: wording },
      })}\n---\n\nA body.\n`,
    },
    { audience },
  );
  return (documents[0]?.messages ?? []).filter(({ code }) => code === "E-ATTACK-NAME");
}

it.each([
  ["A paper mask passes.", "paper mask", "error"],
  ["Beware: Paper masks pass.", "paper mask", "error"],
  ["Nobody tried a wax head.", "wax head", "error"],
  ["Nobody tried a replay.", "replay", "warning"],
])("outside the house %j is refused, with the place", async (wording, name, severity) => {
  for (const audience of ["customer", "public"] as const) {
    const [first] = await saidOf(wording, audience);
    expect(first?.text).toContain(`names the attack "${name}"`);
    expect(first?.severity).toBe(severity);
  }
});

it("says nothing of other words, nor inside the house", async () => {
  expect(await saidOf("A newspaper masked the print. Replayed too.", "customer")).toEqual([]);
  expect(await saidOf("A paper mask passes.", "internal")).toEqual([]);
});
