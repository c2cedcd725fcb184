import { describe, expect, it } from "vitest";

import type { ProjectFiles } from "../measure/project-folder.js";
import { exampleProjects } from "./example-projects.js";
import { messagesAbout, messagesOf } from "./note-project.js";

/** What other tools' documents got wrong, as an author might paste it into a note of ours. */
async function codesAbout(text: string, project = "churn"): Promise<string[]> {
  return (await messagesAbout(text, exampleProjects[project])).map(({ code }) => code);
}

describe("a defect of other tools, pasted into a note,", () => {
  it("false alarms of all cases told as a share of the called: 61 of 2,000 is no share of 473", async () => {
    const text = "3 % (61 of 473) of the customers called should have been left alone.";
    expect(await codesAbout(text)).toContain("arithmetic-identity");
  });

  it("recall told of the flagged", async () => {
    expect(await codesAbout("Of the customers flagged, 82 % are found (recall).")).toContain(
      "transposed-conditional",
    );
  });

  it.each([
    ["99 % of them are right (999 of 1,000).", "99.9"],
    ["It is 0 % (6 of 1,000).", "0.6"],
  ])("a percentage cut off instead of rounded: %s", async (text) => {
    const exact = /\((\d+) of 1,000\)/.exec(text)?.[1];
    const rounded = Math.round(Number(exact) / 10);
    const said = (await messagesAbout(text)).filter(({ code }) => code === "arithmetic-identity");
    expect(said.map((message) => message.text)).toEqual([
      expect.stringContaining(`expected ${rounded} %: it was cut off`),
    ]);
  });

  it("an interval of an accuracy that ends above 1", async () => {
    const [message] = (await messagesAbout("Accuracy is 0.9844 (interval 0.9655 to 1.0033).")).filter(
      ({ code }) => code === "arithmetic-identity",
    );
    expect(message?.text).toContain("1.0033");
  });

  it("a metric in prose that the metadata has otherwise: exact match 79.8703 beside 79.9309", async () => {
    const project: ProjectFiles = {
      ...exampleProjects.vendor,
      "forthright.yaml": (exampleProjects.vendor?.["forthright.yaml"] ?? "").replace(
        /"metrics": \[[^\]]*\]/,
        '"metrics": [{"metric": "exact match", "value": "79.9309"}, {"metric": "f1", "value": "82.9501", "unit": "index"}]',
      ),
    };
    const said = (await messagesAbout("The vendor reports: exact match is 79.87 %.", project)).filter(
      ({ code }) => code === "unsupported-claim",
    );
    expect(said.map(({ text }) => text)).toEqual([
      'Unexpected exact match "79.87 %", expected 79.93 of 100 as in the evidence (exact%20match@all).',
    ]);
  });

  it("F1 beside a precision and a recall that give another", async () => {
    const project = {
      ...exampleProjects.vendor,
      "forthright.yaml": (exampleProjects.vendor?.["forthright.yaml"] ?? "").replace(
        /"metrics": \[[^\]]*\]/,
        '"metrics": [{"metric": "precision", "value": 0.75}, {"metric": "recall", "value": 0.9}, {"metric": "f1", "value": 0.9}]',
      ),
    };
    const said = (await messagesOf(project)).filter(({ code }) => code === "arithmetic-identity");
    expect(said.map(({ text }) => text)).toEqual([
      "Unexpected F1 0.9 beside its precision and recall, expected 0.82.",
    ]);
  });
});
