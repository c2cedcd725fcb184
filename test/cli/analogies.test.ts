import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { describe, expect, it } from "vitest";

import { packageFile } from "../../src/package-file.js";
import { workspace } from "../hostile/workspace.js";

const folder = workspace();
const credit = packageFile("examples/credit-pd");

interface Listed {
  readonly id: string;
  readonly fits: readonly string[];
  readonly failures: readonly { readonly why: string; readonly todo: string }[];
  readonly tried: string;
}

describe("list analogies", () => {
  it("without a project says what each needs, and who tried it", async () => {
    const { code, stdout } = await folder.run(["list", "analogies"]);
    expect(code).toBe(0);
    expect(stdout).toMatch(
      /^thermostat +explains .*; needs documented-control, .*; not yet tried on readers$/m,
    );
  });

  it("of a project says which fit, and of each other why not and what to do", async () => {
    const { code, stdout } = await folder.run(["list", "analogies", credit]);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^weather-forecast +fits even-rows; not yet tried on readers$/m);
    expect(stdout).toMatch(
      /^arrival-time +does not fit; not yet tried on readers\n +explains .*\n +- there is no forecast with ranges\. Give the columns/m,
    );
  });

  it("of a saved Assessment says the same, as data", async () => {
    const saved = folder.fresh("assessment.json");
    await writeFile(saved, (await folder.run(["assess", credit, "--json"])).stdout);
    const listed = async (...args: string[]): Promise<Listed[]> =>
      JSON.parse((await folder.run(["list", "analogies", ...args, "--json"])).stdout) as Listed[];
    const ofProject = await listed(credit);
    expect(await listed("--assessment", saved)).toEqual(ofProject);
    expect(ofProject.length).toBeGreaterThanOrEqual(17);
    for (const { id, fits, failures } of ofProject)
      expect([id, fits.length > 0]).toEqual([id, failures.length === 0]);
    const customers = await listed(credit, "--audience", "customer");
    expect(customers.find(({ id }) => id === "screening-test")?.failures[0]?.why).toContain(
      "customer edition",
    );
  });

  it.each([
    ["another list", ["list", "metrics", "x"]],
    ["no list", ["list", "charts", "--assessment", "x.json"]],
  ])("takes a project with analogies alone: %s", async (_, args) => {
    const { code, stderr } = await folder.run(args);
    expect(code).toBe(2);
    expect(stderr).toContain("after analogies alone");
  });
});

describe("a project's own analogies", () => {
  const head =
    "concept: drift\nrequires: [both-error-rate]\nslots: [of]\ntried: [{audience: staff, n: 5, understood: 4}]";
  const own = async (text: string): Promise<string> => {
    const root = await folder.project({});
    await mkdir(path.join(root, "analogies"), { recursive: true });
    await writeFile(path.join(root, "analogies", "kettle.md"), text);
    return root;
  };
  const body = 'Think of a kettle. Of all, :rate{ref="recall@{{of}}"} boil.\n\n---\n\nA kettle whistles.\n';

  it("are told wrong conditions by check, with file and line", async () => {
    const { stderr, stdout } = await folder.run(["check", await own(`---\n${head}\n---\n\n${body}`)]);
    expect(stdout + stderr).toMatch(
      /error E-ANALOGY analogies\/kettle\.md:3\n +Unexpected condition "both-error-rate".*\n +did you mean "both-error-rates"\?/,
    );
  });

  it("are listed with those who tried them", async () => {
    const right = head.replace("both-error-rate", "both-error-rates");
    const root = await own(`---\n${right}\n---\n\n${body}`);
    const { stdout } = await folder.run(["list", "analogies", root]);
    expect(stdout).toMatch(/^kettle +(fits|does not fit).*; understood by 4 of 5 staff$/m);
  });

  it("are refused when they say more than they may", async () => {
    const hostile = `---\n${head}\n---\n\n{{#each this}}{{constructor}}{{/each}} <script>x</script> 85 of 100\n\n---\n\nNo.\n`;
    const { code, stderr } = await folder.run(["check", await own(hostile)]);
    expect(code).toBe(2);
    expect(stderr).toMatch(/kettle\.md:8:1\n +Unexpected braces/);
    expect(stderr).toMatch(/kettle\.md:8:\d+\n +Unexpected HTML/);
    expect(stderr).toMatch(/kettle\.md:8:\d+\n +Unexpected number "85"/);
  });
});
