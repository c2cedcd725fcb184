import { expect, it } from "vitest";

import { loadMaterials } from "../../src/load/load-materials.js";
import { assess, publish } from "../../src/pipeline.js";
import type { Audience } from "../../src/model/plan.js";

async function noteOf(audience: Audience, lang = "en") {
  const { assessment, places } = await assess("examples/credit-pd", { date: "2026-11-16" });
  const materials = await loadMaterials(null, lang);
  const [document] = await publish(assessment, { materials, lang, kinds: ["case-note"], audience, places });
  if (document === undefined) throw new Error("no case note");
  return { text: document.markdown().replaceAll("\u00a0", " "), messages: document.messages };
}

it("says what the threshold in use does with the case, and why the break-even is another", async () => {
  const { text, messages } = await noteOf("internal");
  // 0.15 is below the 0.30 in use; earning 180 and losing 900 break even at 180 / 1,080 = 17 of 100, acting at 60 and a
  // miss of 900 at 60 / 900 = 7 of 100.
  expect(text).toContain("Today's rule, from 0.30: approved unseen.");
  expect(text).toContain("This case breaks even at 17 defaulters of 100");
  expect(text).toContain("Over all applicants the break-even is 7.");
  expect(messages).toEqual([]);
});

it("tells counts of a hundred as counts, and scaled ones with what was counted", async () => {
  const inside = await noteOf("internal");
  expect(inside.text).toContain(
    "as this one is, 15 turned out defaulters. The range is 9 to 24 of 100, from 100",
  );
  expect(inside.text).toContain("85 of those 100 were payers");
  const outside = await noteOf("auditor");
  // Of the 147 of the merged scores 22 are defaulters: 22 / 147 = 15.0 of 100.
  expect(outside.text).toContain("as this one is, about 15 turned out defaulters.");
  expect(outside.text).toContain("of 100, from 22 of 147 applicants.");
  expect(outside.text).toContain("of 100 such applicants about 85 were payers");
  expect(outside.messages).toEqual([]);
});
