import { mkdtemp, readdir, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { rules } from "../../src/check/rules/all.js";
import { buildProject } from "../../src/cli/build-project.js";
import { exitCodes, type Message } from "../../src/errors.js";
import { withProject } from "../measure/project-folder.js";
import { noteLine, notePath, noteProject } from "./note-project.js";

let out = "";

beforeAll(async () => {
  out = await mkdtemp(path.join(os.tmpdir(), "forthright-test-"));
});
afterAll(() => rm(out, { recursive: true, force: true }));

interface Built {
  readonly exit: number;
  readonly files: readonly string[];
  readonly messages: readonly Message[];
}

/** Builds a model card with this text in its note, below a harmless sentence and blank lines. */
async function build(text: string, document: object): Promise<Built> {
  const files = noteProject({ [notePath]: `The verdict follows.\n\n\n\n${text}\n` }, document);
  const messages: Message[] = [];
  const folder = await mkdtemp(path.join(out, "build-"));
  const exit = await withProject(files, (root) =>
    buildProject(
      root,
      {
        out: folder,
        kinds: [],
        formats: ["md"],
        audience: null,
        lang: "en",
        date: null,
        assessment: null,
      },
      {
        say: () => undefined,
        stage: () => undefined,
        report: (said) => void messages.push(...said),
        seen: { inputs: new Set(), outputs: new Set(), folders: new Set(), tables: new Set() },
        printer: null,
      },
    ),
  );
  return { exit, files: await readdir(path.join(folder, "small-model")), messages };
}

/** One model card is enough here: rules whose examples need other facts, or another kind, stand aside. */
const reading = rules.filter(
  ({ id, examples }) => id !== "missing-ask" && examples.in === undefined && examples.kind === undefined,
);

describe.each(reading.map((rule) => [rule.id, rule] as const))(
  "%s in a note",
  (id, { severity, examples }) => {
    const about = ({ messages }: Built) => messages.filter(({ code }) => code === id);

    it("is a message beside a draft, which is published", async () => {
      const built = await build(examples.notOk[0] ?? "", { status: "draft" });
      expect(about(built).map(({ place }) => [place?.file, place?.line])).toEqual([[notePath, noteLine]]);
      expect([built.exit, built.files.includes("model-card.md")]).toEqual([exitCodes.done, true]);
    });

    it("holds a final document back where it is an error", async () => {
      const built = await build(examples.notOk[0] ?? "", { status: "final" });
      expect(about(built).map(({ place }) => [place?.file, place?.line])).toEqual([[notePath, noteLine]]);
      const errors = built.messages.filter((message) => message.severity === "error").length;
      const held = severity === "error" || errors > 0;
      expect([built.exit, built.files.includes("model-card.md")]).toEqual(
        held ? [exitCodes.findings, false] : [exitCodes.done, true],
      );
    });
  },
);

it("a final document whose note says nothing wrong is published", async () => {
  const built = await build("It may be off in small groups.", { status: "final" });
  expect([built.exit, built.files.includes("model-card.md")]).toEqual([exitCodes.done, true]);
  expect(built.messages.filter(({ severity }) => severity === "error")).toEqual([]);
});
