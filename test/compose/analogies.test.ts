import { describe, expect, it } from "vitest";

import { loadMaterials } from "../../src/load/load-materials.js";
import type { Assessment } from "../../src/model/assessment.js";
import { evidence } from "./analogy-evidence.js";
import { tellAnalogy } from "./tell-analogy.js";
import { without, closedGate, withControl, withFinding, cases } from "./analogy-cases.js";

describe.each(cases.map((one) => [one.id, one] as const))(
  "the analogy %s",
  (id, { on, how, says, broken }) => {
    it("is told on evidence that carries it, with traced numbers and where it breaks down", async () => {
      const { picture, breaks, numbers, messages } = await tellAnalogy(await evidence[on], id, how);
      expect(messages.filter(({ severity }) => severity !== "hint")).toEqual([]);
      expect(picture).toMatch(says);
      expect(picture).not.toMatch(/[{}]|not available|undefined|null|NaN/);
      expect(breaks).toMatch(/^Where the picture breaks down: \S.{30,}/);
      expect(numbers.length).toBeGreaterThan(0);
      // Each digit stands in a traced number, a day or a name of the author.
      const traced = new Set(numbers.map(({ text }) => text));
      const typed =
        (picture ?? "")
          .replace(/\d+\u00A0\w+\u00A0\d{4}|July to September 2026|95\u00A0%|95 %/g, "")
          .match(/[\d.,]*\d/g) ?? [];
      expect(typed.filter((number) => ![...traced].some((text) => text.includes(number)))).toEqual([]);
    });

    it("tells the same numbers in German", async () => {
      const told = async (lang: string) => {
        const { numbers, messages } = await tellAnalogy(await evidence[on], id, { ...how, lang });
        expect(messages.map(({ text }) => text)).toEqual([]);
        return numbers.map(({ ref, part, value, of }) => `${ref} ${part} ${value} ${of ?? ""}`).sort();
      };
      const english = await told("en");
      expect(await told("de")).toEqual(english);
    });

    it("has a broken fact for each of its conditions", async () => {
      const { analogies } = await loadMaterials(null, "en");
      expect(Object.keys(broken).sort()).toEqual([...(analogies[id]?.requires ?? [])].sort());
    });

    it.each(Object.entries(broken))("is not told without %s, and says why", async (_, [change, why]) => {
      const { picture, text, messages } = await tellAnalogy(change(await evidence[on]), id, how);
      expect(picture).toBeNull();
      const said = messages.filter(({ code }) => code === "analogy-not-shown");
      expect(said.map((message) => message.text)).toEqual([expect.stringMatching(why)]);
      expect(said[0]?.hint).toMatch(/^The plain sentences stand in its place\. \S/);
      expect(text.trim()).not.toBe("");
    });
  },
);

describe("the library", () => {
  it("has a case here for every analogy", async () => {
    const { analogies } = await loadMaterials(null, "en");
    expect(cases.map(({ id }) => id).sort()).toEqual(Object.keys(analogies).sort());
  });

  it("keeps a picture from editions whose readers it does not suit", async () => {
    const { analogies } = await loadMaterials(null, "en");
    const avoiding = cases.filter(({ id }) => (analogies[id]?.avoid.length ?? 0) > 0);
    expect(avoiding.length).toBeGreaterThan(2);
    for (const { id, on, how } of avoiding)
      for (const audience of analogies[id]?.avoid ?? []) {
        const { picture, messages } = await tellAnalogy(await evidence[on], id, { ...how, audience });
        expect(picture, `${id} for ${audience}`).toBeNull();
        expect(messages.map(({ text }) => text).join()).toContain(`readers of the ${audience} edition`);
      }
  });

  it("tells one at most on a page, and any number where there are more pages", async () => {
    const source = '::analogy{id="umbrella"}\n\n::analogy{id="weather-forecast"}\n';
    const page = await tellAnalogy(await evidence.credit, "", { source, pages: 1 });
    expect(page.text).not.toContain("forecast of rain");
    expect(page.messages).toMatchObject([
      {
        code: "second-analogy",
        severity: "error",
        text: expect.stringContaining(
          '"weather-forecast", expected one on a page at most (here "umbrella")',
        ) as string,
      },
    ]);
    const pages = await tellAnalogy(await evidence.credit, "", { source });
    expect(pages.text).toContain("forecast of rain");
    expect(pages.messages).toEqual([]);
  });

  it("prints the plain counts once, where the page has them already", async () => {
    const broken = closedGate(await evidence.credit);
    const again = await tellAnalogy(broken, "umbrella");
    expect(again.text).toContain("Of 1,000 applicants, about 258 are defaulters.");
    const once = await tellAnalogy(broken, "", { source: '::analogy{id="umbrella" plain="no"}\n' });
    expect(once.text).toBe("");
    expect(once.messages.map(({ code }) => code)).toEqual(["analogy-not-shown"]);
  });

  it("does not know an analogy by a name of the language it is written in", async () => {
    const { text, messages } = await tellAnalogy(await evidence.credit, "constructor");
    expect(text).toBe("");
    expect(messages.map(({ text: said }) => said)).toEqual(['There is no analogy "constructor".']);
  });

  it("that the plan names in vain is told of at the plan", async () => {
    const document = { analogy: "screning-test" };
    const source = '::analogy{id="screning-test"}\n';
    const { messages } = await tellAnalogy(await evidence.credit, "", { document, source });
    expect(messages.map(({ place, hint }) => [place?.file, hint])).toEqual([
      ["forthright.yaml", 'did you mean "screening-test"?'],
    ]);
  });

  it("keeps names of the plan as letters, whatever they look like", async () => {
    const name = "the *dial* <b>x</b> :rate{ref=x} {{of}} [a](javascript:b)";
    const { picture, messages } = await tellAnalogy(
      withControl({ name })(await evidence.control),
      "thermostat",
    );
    expect(picture).toContain(`Here the dial is ${name}.`);
    expect(messages).toEqual([]);
  });

  it("does not let one speak that asks for what is no part of a picture", async () => {
    const { analogies } = await loadMaterials(null, "en");
    const own = analogies["weather-forecast"];
    if (own === undefined) throw new Error("There is no weather forecast");
    const { picture, text, messages } = await tellAnalogy(await evidence.credit, "own", {
      analogies: {
        own: { ...own, id: "own", path: "analogies/own.md", body: `${own.body ?? ""}\n\n::stamp\n` },
      },
    });
    expect(picture).toBeNull();
    expect(text).toContain("Of 1,000 applicants, about 258 are defaulters.");
    expect(messages).toMatchObject([
      { code: "E-ANALOGY", severity: "error", place: { file: "analogies/own.md" } },
    ]);
  });

  it("suits its evidence when the plan names none", async () => {
    const source = "{{analogy}}";
    const chosen = async (assessment: Assessment, analogy?: string): Promise<string> =>
      (await tellAnalogy(assessment, "", { source, document: analogy === undefined ? {} : { analogy } }))
        .text;
    expect(await chosen(await evidence.credit)).toBe("screening-test");
    expect(await chosen(without("deployment-base-rate")(await evidence.credit))).toBe("none");
    expect(await chosen(await evidence.forecast)).toBe("arrival-time");
    expect(await chosen(withFinding("break")(await evidence.forecast))).toBe("none");
    expect(await chosen(await evidence.labels)).toBe("two-examiners");
    expect(await chosen(await evidence.control, "auto")).toBe("thermostat");
    expect(await chosen(await evidence.control, "none")).toBe("none");
    expect(await chosen(await evidence.control, "umbrella")).toBe("umbrella");
  });
});
