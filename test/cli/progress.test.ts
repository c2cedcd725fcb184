import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

import { createProgress } from "../../src/cli/progress.js";
import { UserError } from "../../src/errors.js";
import { workspace } from "../hostile/workspace.js";

describe("progress", () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  const given = (seconds?: string): Record<string, string | undefined> => ({
    FORTHRIGHT_PROGRESS_SECONDS: seconds,
  });

  it.each([undefined, "", "1"])("says nothing of quick work when %s is given", (seconds) => {
    const said: string[] = [];
    const progress = createProgress((text) => said.push(text), given(seconds));
    progress.stage("reading");
    vi.advanceTimersByTime(999);
    progress.close();
    vi.advanceTimersByTime(10_000);
    expect(said).toEqual([]);
  });

  it.each([
    [undefined, 1_000],
    ["1", 1_000],
    ["0.5", 500],
    ["7", 7_000],
  ])("given %s says after that time what is being done, and then each next thing", (seconds, patience) => {
    const said: string[] = [];
    const progress = createProgress((text) => said.push(text), given(seconds));
    progress.stage("reading");
    progress.stage("writing");
    vi.advanceTimersByTime(patience - 1);
    expect(said).toEqual([]);
    vi.advanceTimersByTime(1);
    progress.stage("printing");
    progress.close();
    expect(said).toEqual(["writing ...\n", "printing ...\n"]);
  });

  it("says every stage where no time is to pass", () => {
    const said: string[] = [];
    const progress = createProgress((text) => said.push(text), given("0"));
    progress.stage("reading");
    progress.stage("writing");
    progress.close();
    expect(said).toEqual(["reading ...\n", "writing ...\n"]);
  });

  it("never says anything where it never should", () => {
    const said: string[] = [];
    const progress = createProgress((text) => said.push(text), given("never"));
    progress.stage("reading");
    vi.advanceTimersByTime(1e9);
    progress.stage("writing");
    progress.close();
    expect(said).toEqual([]);
  });

  it.each(["soon", "-1", "Infinity", "86401", "1 s"])("refuses %s", (seconds) => {
    expect(() => createProgress(() => undefined, given(seconds))).toThrow(UserError);
  });
});

describe("the program", () => {
  const folder = workspace();
  const atOnce = { env: { FORTHRIGHT_PROGRESS_SECONDS: "0" } };

  it("says each stage of a build on stderr, in order, before what it made", async () => {
    const project = await folder.project();
    const { stdout, stderr } = await folder.run(["build", project, "--out", folder.fresh("out")], atOnce);
    expect(stdout).toBe("");
    const lines = stderr.split("\n");
    expect(lines.slice(0, 2)).toEqual([
      `${project}: reading the evidence ...`,
      `${project}: writing the documents ...`,
    ]);
    expect(lines.slice(2).filter((line) => line.endsWith(" ..."))).toEqual([]);
  });

  it("says the stages of several projects, each with its name", async () => {
    const projects = [await folder.project(), await folder.project()];
    const { stderr } = await folder.run(["build", ...projects, "--out", folder.fresh("out")], atOnce);
    const stages = stderr.split("\n").filter((line) => line.endsWith(" ..."));
    expect([...stages].sort()).toEqual(
      projects
        .flatMap((project) => [
          `${project}: reading the evidence ...`,
          `${project}: writing the documents ...`,
        ])
        .sort(),
    );
  });

  it("assess says that it reads, and prints its JSON alone", async () => {
    const project = await folder.project();
    const { stdout, stderr } = await folder.run(["assess", project], atOnce);
    expect(stderr).toContain(`${project}: reading the evidence ...\n`);
    expect(JSON.parse(stdout)).toMatchObject({ schema: 1 });
  });

  it.each(["--quiet", "--json"])("says no stage under %s", async (option) => {
    const project = await folder.project();
    for (const command of [
      ["build", project, "--out", folder.fresh("out")],
      ["assess", project],
    ]) {
      const { stderr } = await folder.run([...command, option], atOnce);
      expect(stderr).not.toContain(" ...");
    }
  });

  it("adds nothing but the stages to what is said", async () => {
    const project = await folder.project();
    const said = async (seconds: string): Promise<string> => {
      const out = ["--out", folder.fresh("out"), "--force"];
      const env = { FORTHRIGHT_PROGRESS_SECONDS: seconds };
      const { stderr } = await folder.run(["build", project, ...out], { env });
      return stderr.replace(/-\d+\/|out-\d+/g, "");
    };
    const stages = /^.*: (reading the evidence|writing the documents) \.\.\.\n/gm;
    expect((await said("0")).replace(stages, "")).toBe(await said("never"));
  });

  it("ends with 2 where the time is none", async () => {
    const project = await folder.project();
    const env = { FORTHRIGHT_PROGRESS_SECONDS: "soon" };
    for (const command of [
      ["build", project, "--out", folder.fresh("out")],
      ["assess", project],
    ]) {
      const { code, stderr } = await folder.run(command, { env });
      expect([code, stderr.split("\n")[0]]).toEqual([2, "error E-PROGRESS"]);
    }
  });
});
