import { describe, expect, it } from "vitest";

import { exceptionsOf } from "../../src/check/exceptions-of.js";
import { settle, unusedExceptions } from "../../src/check/settle.js";
import { parseNote } from "../../src/compose/parse-markdown.js";
import { UserError, type Message } from "../../src/errors.js";
import { assess } from "../../src/pipeline.js";
import { redact } from "../../src/redact/redact.js";
import { withProject } from "../measure/project-folder.js";
import { checkMessages, messagesOf, notePath, noteProject } from "./note-project.js";

const oneInX = "It is wrong in 1 in 40 cases.";
const noted = (text: string) => noteProject({ [notePath]: text });
const linesOf = (messages: readonly Message[], code = "one-in-x") =>
  messages.filter((message) => message.code === code).map(({ place }) => place?.line);

describe("an exception in a note", () => {
  it.each([
    ["nothing", `${oneInX}\n\n${oneInX}\n`, [1, 3]],
    ["its own paragraph, by number", `${oneInX} <!-- lint-ok L08: law -->\n\n${oneInX}\n`, [3]],
    ["its own paragraph, by id", `${oneInX} <!-- lint-ok one-in-x: law -->\n\n${oneInX}\n`, [3]],
    ["all lines of its paragraph", `Words <!-- lint-ok L08: law -->\n${oneInX}\n`, []],
    ["the block that follows", `<!-- lint-ok L08: law -->\n\n${oneInX}\n\n${oneInX}\n`, [5]],
    ["the block right below", `<!-- lint-ok L08: law -->\n${oneInX}\n`, []],
    ["a whole list", `<!-- lint-ok L08: law -->\n\n- ${oneInX}\n- ${oneInX}\n`, []],
    ["the same block twice", `<!-- lint-ok L08: law -->\n<!-- lint-ok L33: law -->\n\n${oneInX}\n`, []],
    ["another rule", `${oneInX} <!-- lint-ok L33: law -->\n`, [1]],
    ["no words before it", `${oneInX}\n\n<!-- lint-ok L08: law -->\n`, [1]],
    ["nothing, when it stands in code", `\`<!-- lint-ok L08: law -->\` ${oneInX}\n`, [1]],
    ["nothing, when it is another comment", `${oneInX} <!-- lint-okay L08: law -->\n`, [1]],
  ])("is about %s", async (_what, text, lines) => {
    expect(linesOf(await messagesOf(noted(text)))).toEqual(lines);
  });

  it.each([
    ["rule nobody knows", "<!-- lint-ok one-in-z: law -->", /"one-in-z"/, /did you mean "one-in-x"/],
    ["rule that is missing", "<!-- lint-ok: law -->", /rule ""/, /./],
    ["rule nobody is near", "<!-- lint-ok zzzzzzzz: law -->", /"zzzzzzzz"/, /`forthright list rules`/],
    ["second rule", "<!-- lint-ok L08, L26: law -->", /rules "L08, L26" in one/, /comment for each/],
    ["reason that is missing", "<!-- lint-ok L08 -->", /L08 without a reason/, /lint-ok L08: why/],
    ["reason that is empty", "<!-- lint-ok L08: -->", /L08 without a reason/, /./],
  ])("with a %s is an error at its line and holds nothing back", async (_what, comment, text, hint) => {
    const files = noted(`Words.\n\n${oneInX} ${comment}\n`);
    const { messages, assessment } = await withProject(files, (root) => assess(root));
    expect(messages).toMatchObject([
      {
        code: "lint-exception",
        severity: "error",
        place: { file: notePath, line: 3, column: oneInX.length + 2 },
      },
    ]);
    expect([messages[0]?.text, messages[0]?.hint]).toEqual([
      expect.stringMatching(text),
      expect.stringMatching(hint),
    ]);
    expect(linesOf(await checkMessages(assessment))).toEqual([3]);
  });

  it("stands in the Assessment with rule, place and reason, for readers inside", async () => {
    const files = noted(`Words.\n\n<!-- lint-ok L08: wording of\n the law -->\n${oneInX}\n`);
    const { assessment } = await withProject(files, (root) => assess(root));
    const exception = {
      rule: "one-in-x",
      reason: "wording of the law",
      file: notePath,
      line: 3,
      first: 5,
      last: 5,
    };
    expect(assessment.lint.exceptions).toEqual([exception]);
    expect(redact(assessment, "auditor").lint.exceptions).toEqual([exception]);
    expect(redact(assessment, "customer").lint).toEqual({ severities: [], exceptions: [], begins: {} });
  });

  it("in the body of a limitation counts lines in its file, and is not named above its level", async () => {
    const body = `---\nid: LIM-0001\ntitle: It errs at night.\ntype: SLC\n---\n\n${oneInX} <!-- lint-ok L08: law -->\n`;
    const files = noteProject({ "limitations/LIM-0001.md": body });
    const { assessment } = await withProject(files, (root) => assess(root));
    expect(assessment.lint.exceptions).toMatchObject([
      { file: "limitations/LIM-0001.md", line: 7, first: 7, last: 7 },
    ]);
    expect(redact(assessment, "internal").lint.exceptions).toHaveLength(1);
    expect(redact(assessment, "auditor").lint.exceptions).toEqual([]);
  });

  it("that holds nothing back is told, unless its rule is off", () => {
    const tree = parseNote(`<!-- lint-ok L08: law -->\n${oneInX}\n\nWords. <!-- lint-ok L33: old -->\n`);
    const { exceptions } = exceptionsOf(tree, "x.md");
    const message: Message = {
      code: "one-in-x",
      severity: "warning",
      text: "",
      place: { file: "x.md", line: 2 },
    };
    const { messages, suppressed } = settle([message], { severities: [], exceptions: [...exceptions] });
    expect([messages, suppressed.length]).toEqual([[], 1]);
    const lint = { severities: [], exceptions: [...exceptions] };
    expect(unusedExceptions(lint, suppressed)).toMatchObject([
      { severity: "warning", place: { file: "x.md", line: 4 } },
    ]);
    const off = [{ rule: "long-sentence", severity: "off" as const, reason: "house style", line: 1 }];
    expect(unusedExceptions({ ...lint, severities: off }, suppressed)).toEqual([]);
  });
});

describe("a rule told otherwise in the plan", () => {
  const withLint = (...lint: object[]) => {
    const files = noted(`${oneInX}\n`);
    return {
      ...files,
      "forthright.yaml": JSON.stringify({ ...JSON.parse(files["forthright.yaml"] ?? "{}"), lint }, null, 1),
    };
  };

  it.each([
    ["L08", "error", ["error"]],
    ["one-in-x", "hint", ["hint"]],
    ["L08", "off", []],
  ])("%s as %s", async (rule, severity, told) => {
    const files = withLint({ rule, severity, reason: "house style" });
    const said = (await messagesOf(files)).filter(({ code }) => code === "one-in-x");
    expect(said.map((message) => message.severity)).toEqual(told);
    const { assessment } = await withProject(files, (root) => assess(root));
    expect(assessment.lint.severities).toMatchObject([{ rule: "one-in-x", severity, reason: "house style" }]);
    expect(assessment.lint.severities[0]?.line).toBeGreaterThan(1);
  });

  it.each([
    [{ rule: "L8", severity: "off", reason: "x" }, "E-PLAN", /rule "L8"/, /did you mean "L\d\d"/],
    [{ rule: "L08", severity: "off" }, "E-MISSING-KEY", /`lint\.0\.reason`/, /^/],
    [{ rule: "L08", severity: "of", reason: "x" }, "E-VALUE", /"of"/, /did you mean "off"/],
  ])("as %j is a mistake with its line", async (entry, code, text, hint) => {
    const failed = await withProject(withLint(entry), (root) => assess(root)).catch(
      (cause: unknown) => cause,
    );
    const [message] = failed instanceof UserError ? failed.messages : [];
    expect(message).toMatchObject({ code, severity: "error", place: { file: "forthright.yaml" } });
    expect(message?.place?.line).toBeGreaterThan(1);
    expect([message?.text, message?.hint ?? ""]).toEqual([
      expect.stringMatching(text),
      expect.stringMatching(hint),
    ]);
  });

  it("twice, by number and by id, is a mistake", async () => {
    const entries = ["L08", "one-in-x"].map((rule) => ({ rule, severity: "off", reason: "x" }));
    const failed = await withProject(withLint(...entries), (root) => assess(root)).catch(
      (cause: unknown) => cause,
    );
    expect(failed instanceof UserError && failed.messages.map(({ text }) => text)).toEqual([
      expect.stringMatching(/second "one-in-x"/),
    ]);
  });
});
