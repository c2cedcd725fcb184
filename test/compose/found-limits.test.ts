import { beforeAll, describe, expect, it } from "vitest";

import type { Assessment } from "../../src/model/assessment.js";
import type { Audience } from "../../src/model/plan.js";
import { assess } from "../../src/pipeline.js";
import { publishAssessment } from "../measure/publish-project.js";

let assessment: Assessment;
beforeAll(async () => {
  assessment = (await assess("examples/churn-new-segment")).assessment;
});

async function portfolio(audience: Audience, from: Assessment = assessment): Promise<string> {
  const documents = [{ kind: "limitation-portfolio", status: "draft" as const, audience }];
  const [made] = await publishAssessment({ ...from, documents }, { audience });
  return made?.markdown ?? "";
}

const found = () => assessment.limitations.filter(({ origin }) => origin !== "declared");
/** Cells of the last row of the page that says something: the register comes after the front page. */
const rowWith = (text: string, words: string): readonly string[] => {
  const rows = text.split("\n").filter((line) => line.startsWith("| FND-") && line.includes(words));
  return (rows.at(-1) ?? "").split("|").map((cell) => cell.trim());
};

describe("limits that nobody has taken up", () => {
  it("have one row each, and no record of fields that nobody filled", async () => {
    const text = await portfolio("internal");
    expect(found().length).toBeGreaterThan(5);
    expect(text).toContain(`${found().length} limits that the search found wait for an owner`);
    for (const { id } of found()) {
      expect(text).not.toContain(`### ${id}`);
      expect(rowWith(text, `| ${id} |`)).toHaveLength(8);
    }
    // 2,028 of the 2,233 rows of the table are of people under 65; 202 of their 341 leavers have a score below 0.30.
    const [, , seen = "", affects, size, sure, meanwhile] = rowWith(text, "customers under 65, ");
    expect(seen).toContain("59 of 100 are not called (54 to 64)");
    expect([affects, sure]).toEqual(["2,028 of 2,233 customers tested", "highly speculative (1 of 5)"]);
    expect(size).toMatch(/^\d+ \(\d+ to \d+\) more leavers not called$/);
    expect(meanwhile).toBe("A person checks a sample of customers under 65 that are not called.");
  });

  it("have a size of a finer total where it would round to none of 1,000", async () => {
    const [own] = found().filter(({ findings }) => findings.length > 0);
    const id = assessment.findings.find(
      (one) => own?.findings.includes(one.id) === true && one.size !== null,
    )?.size;
    const estimates = assessment.estimates.map((one) =>
      one.id === id && one.interval !== null
        ? { ...one, value: 0.00038, interval: { ...one.interval, low: 0.00009, high: 0.00074 } }
        : one,
    );
    const text = await portfolio("internal", { ...assessment, estimates });
    // 0.38 of 1,000 is 4 of 10,000, and 0.09 to 0.74 of 1,000 are 1 to 7.
    expect(text).toMatch(/of 10,000 customers, 4 \(1 to 7\) more/);
    expect(text).not.toMatch(/ 0 \(0 to 1\) more/);
  });

  it("keep a record where somebody declared them", async () => {
    const text = await portfolio("internal");
    for (const id of ["LIM-0001", "LIM-0002", "LIM-0003"]) expect(text).toContain(`### ${id}`);
  });

  it("keep a record where they hold up a release", async () => {
    const [first] = found();
    if (first?.risk == null) throw new Error("No limit was found");
    const risk = { ...first.risk, escalated: true };
    const limitations = assessment.limitations.map((one) => (one.id === first.id ? { ...one, risk } : one));
    const text = await portfolio("internal", { ...assessment, limitations });
    expect(text).toContain(`### ${first.id}`);
    expect(text).toContain("No release until somebody accepts this by name");
  });

  it("tell customers neither sizes nor what is done meanwhile", async () => {
    const told = found().map((one) => ({ ...one, disclosure: "customer" as const }));
    const text = await portfolio("customer", { ...assessment, limitations: told });
    expect(text).toContain(`The tests show ${told.length} more limits`);
    for (const line of text.split("\n").filter((row) => /^\| FND-/.test(row))) {
      expect(line).not.toMatch(/A person|speculative|beyond/i);
    }
  });
});
