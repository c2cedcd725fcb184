import { describe, expect, it } from "vitest";

import { rules } from "../../src/check/rules/all.js";
import { exampleProjects } from "./example-projects.js";
import { messagesAbout, noteLine, notePath } from "./note-project.js";

/** Rules whose examples are notes in a project that holds the facts they need. */
const cases = rules.flatMap(({ id, severity, examples }) =>
  examples.in === undefined || examples.in === "apart"
    ? []
    : [
        ...examples.ok.map((text) => ({ id, severity, text, project: examples.in ?? "", wrong: false })),
        ...examples.notOk.map((text) => ({ id, severity, text, project: examples.in ?? "", wrong: true })),
      ],
);

async function saidBy(id: string, text: string, project: string) {
  const files = exampleProjects[project];
  if (files === undefined) throw new Error(`There is no example project ${project}`);
  return (await messagesAbout(text, files)).filter(({ code }) => code === id);
}

describe("a rule about facts", () => {
  it.each(cases.filter(({ wrong }) => !wrong))(
    "$id is silent on “$text” in a note of $project",
    async ({ id, text, project }) => {
      expect(await saidBy(id, text, project)).toEqual([]);
    },
  );

  it.each(cases.filter(({ wrong }) => wrong))(
    "$id speaks about “$text” in a note of $project, and points at it",
    async ({ id, text, project, severity }) => {
      const said = await saidBy(id, text, project);
      expect(said.map((message) => [message.severity, message.place?.file, message.place?.line])).toEqual([
        [severity, notePath, noteLine],
      ]);
      expect(said[0]?.text).toMatch(/^(Unexpected|Missing) .*, expected /);
    },
  );
});
