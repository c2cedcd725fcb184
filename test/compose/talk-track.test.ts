import { describe, expect, it } from "vitest";

import type { Audience } from "../../src/model/plan.js";
import { planFile } from "../measure/project-folder.js";
import { publishFiles } from "../measure/publish-project.js";

function limitation(id: string, disclosure: string, more: object = {}): Record<string, string> {
  const record = { id, title: "Old phones are weak", type: "COV", disclosure, owner: "Team", ...more };
  return { [`limitations/${id}.md`]: `---\n${JSON.stringify(record)}\n---\n\nOld phones.\n` };
}

async function track(
  limitations: Record<string, string>,
  edition: { readonly audience?: Audience } = {},
): Promise<string> {
  const files = {
    ...limitations,
    "forthright.yaml": planFile({
      evaluations: [{ id: "e", counts: { tp: 90, fn: 10, fp: 20, tn: 880 } }],
      documents: [{ kind: "talk-track" }],
    }),
  };
  const { documents } = await publishFiles(files, edition);
  return documents[0]?.markdown ?? "";
}

describe("a talk track", () => {
  it("does not say that nothing helps beside approved words that say what does", async () => {
    const page = await track(
      limitation("LIM-0001", "customer", { wording: { customer: "The password stays beside it." } }),
    );
    expect(page).toContain("“The password stays beside it.”");
    expect(page).toMatch(/What helps meanwhile\s+no more than the answer above/);
    expect(page).not.toMatch(/nothing that is told|further limit/);
  });

  it("says that nothing may be told, and counts no others beside nothing", async () => {
    const page = await track({
      ...limitation("LIM-0001", "internal"),
      ...limitation("LIM-0002", "internal"),
    });
    expect(page).toContain("no known limit may be told to customers");
    expect(page).toContain("2 limits are not told to customers.");
    expect(page).not.toMatch(/about 0 known|further/);
  });

  it("holds the owner from customers, and does not say that there is none", async () => {
    const files = limitation("LIM-0001", "customer");
    expect(await track(files)).toMatch(/Pass on to\s+Team/);
    expect(await track(files, { audience: "customer" })).toMatch(/Pass on to\s+told in other editions/);
  });
});
