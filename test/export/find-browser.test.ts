import { chmod, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { UserError } from "../../src/errors.js";
import { findBrowser, listBrowsers, type FindOptions } from "../../src/export/find-browser.js";
import { canPrint } from "./test-browser.js";

let root: string;

beforeAll(async () => {
  root = await mkdtemp(path.join(os.tmpdir(), "forthright-test-"));
});
afterAll(() => rm(root, { recursive: true, force: true }));

/** Makes programs below a folder of their own; gives its path. */
async function machineWith(name: string, files: readonly string[], mode = 0o755): Promise<string> {
  const folder = path.join(root, name);
  await mkdir(folder, { recursive: true });
  for (const file of files) {
    const target = path.join(folder, file);
    await mkdir(path.dirname(target), { recursive: true });
    await writeFile(target, "#!/bin/sh\n");
    await chmod(target, mode);
  }
  return folder;
}

/** A machine without the npm package and without anything that is really installed. */
function bare(folder: string, more: Partial<FindOptions> = {}): FindOptions {
  const home = path.join(folder, "home");
  return {
    env: { PATH: path.join(folder, "bin") },
    platform: "linux",
    arch: "x64",
    home,
    packageBases: [folder + path.sep],
    caches: [path.join(home, ".cache", "forthright")],
    ...more,
  };
}

async function errorOf(promise: Promise<unknown>): Promise<UserError> {
  const error: unknown = await promise.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof UserError)) throw new Error("Unexpected success, expected a UserError");
  return error;
}

describe("findBrowser", () => {
  it("takes caches before the system, headless shells before whole browsers, newest first", async () => {
    const puppeteer = "home/.cache/puppeteer/chrome-headless-shell";
    const folder = await machineWith("order", [
      "bin/microsoft-edge",
      "bin/chromium",
      "bin/google-chrome",
      "bin/google-chrome-stable",
      "bin/chrome-headless-shell",
      "bin/chromium-headless-shell",
      `${puppeteer}/linux-99.0.1.2/chrome-headless-shell-linux64/chrome-headless-shell`,
      `${puppeteer}/linux-140.0.1.2/chrome-headless-shell-linux64/chrome-headless-shell`,
      "home/.cache/forthright/browsers/chrome-headless-shell/linux-150.0.1.2/chrome-headless-shell-linux64/chrome-headless-shell",
    ]);
    const found = await listBrowsers(bare(folder));
    expect(found.map(({ kind, executable }) => `${kind} ${path.relative(folder, executable)}`)).toEqual([
      `headless-shell ${puppeteer}/linux-140.0.1.2/chrome-headless-shell-linux64/chrome-headless-shell`,
      `headless-shell ${puppeteer}/linux-99.0.1.2/chrome-headless-shell-linux64/chrome-headless-shell`,
      "headless-shell home/.cache/forthright/browsers/chrome-headless-shell/linux-150.0.1.2/chrome-headless-shell-linux64/chrome-headless-shell",
      "headless-shell bin/chromium-headless-shell",
      "headless-shell bin/chrome-headless-shell",
      "chrome bin/google-chrome-stable",
      "chrome bin/google-chrome",
      "chromium bin/chromium",
      "edge bin/microsoft-edge",
    ]);
    expect(await findBrowser(bare(folder))).toEqual(found[0]);
  });

  it("takes --browser before each variable, and each variable before the rest", async () => {
    const folder = await machineWith("named", ["a", "b", "c", "d", "bin/chromium"]);
    const at = (name: string): string => path.join(folder, name);
    const env = {
      PATH: at("bin"),
      FORTHRIGHT_BROWSER: at("b"),
      PUPPETEER_EXECUTABLE_PATH: at("c"),
      CHROME_PATH: at("d"),
    };
    const sourceOf = async (more: Partial<FindOptions>): Promise<string> => {
      const { kind, executable, source } = await findBrowser(bare(folder, more));
      return `${kind} ${path.basename(executable)} ${source}`;
    };
    expect(await sourceOf({ path: at("a"), env })).toBe("custom a --browser");
    expect(await sourceOf({ path: null, env })).toBe("custom b FORTHRIGHT_BROWSER");
    expect(await sourceOf({ env: { ...env, FORTHRIGHT_BROWSER: "" } })).toBe(
      "custom c PUPPETEER_EXECUTABLE_PATH",
    );
    expect(await sourceOf({ env: { PATH: at("bin"), CHROME_PATH: at("d") } })).toBe("custom d CHROME_PATH");
    expect(await sourceOf({})).toBe("chromium chromium PATH");
  });

  it.each([
    ["missing", "--browser"],
    ["missing", "CHROME_PATH"],
    ["plain.txt", "--browser"],
    ["bin", "--browser"],
  ])("refuses %s in %s instead of taking another one", async (name, source) => {
    const folder = await machineWith("wrong", ["bin/chromium"]);
    await writeFile(path.join(folder, "plain.txt"), "not a program", { mode: 0o644 });
    const file = path.join(folder, name);
    const options =
      source === "--browser"
        ? bare(folder, { path: file })
        : bare(folder, { env: { PATH: path.join(folder, "bin"), [source]: file } });
    const error = await errorOf(findBrowser(options));
    expect(error.failure).toBe("environment");
    expect(error.messages[0]?.code).toBe("E-BROWSER");
    expect(error.messages[0]?.text).toContain(`"${name}" in ${source}`);
    expect(error.message).not.toContain(folder);
    expect((await listBrowsers(options)).map(({ source }) => source)).toEqual(["PATH"]);
  });

  it.each([
    ["linux", "x64", "npm install -D @sparticuz/chromium@147.0.0"],
    ["linux", "arm64", "sudo apt-get install chromium-headless-shell"],
    ["darwin", "arm64", "npx forthright browser install"],
    ["win32", "x64", "npx forthright browser install"],
  ] as const)("names one command when there is none on %s %s", async (platform, arch, command) => {
    const folder = await machineWith("none", []);
    const error = await errorOf(findBrowser(bare(folder, { platform, arch })));
    expect(error.failure).toBe("environment");
    expect(error.messages[0]).toMatchObject({ code: "E-NO-BROWSER", hint: `Run: ${command}` });
  });

  it("looks in Applications on a Mac and in the program folders on Windows", async () => {
    const mac = await machineWith("mac", [
      "home/Applications/Brave Browser.app/Contents/MacOS/Brave Browser",
      "home/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    ]);
    expect((await listBrowsers(bare(mac, { platform: "darwin" }))).map(({ kind }) => kind)).toEqual([
      "chrome",
      "brave",
    ]);
    const windows = await machineWith("windows", [
      "x86/Microsoft/Edge/Application/msedge.exe",
      "local/Google/Chrome/Application/chrome.exe",
    ]);
    const env = { "PROGRAMFILES(X86)": path.join(windows, "x86"), LOCALAPPDATA: path.join(windows, "local") };
    const found = await listBrowsers(bare(windows, { platform: "win32", env }));
    expect(found.map(({ kind, source }) => `${kind} ${source}`)).toEqual([
      "chrome LOCALAPPDATA",
      "edge PROGRAMFILES(X86)",
    ]);
  });

  it("ignores relative folders of PATH and caches that others can write to", async () => {
    const shell = "home/.cache/forthright/browsers/chrome-headless-shell/linux-1.0/x/chrome-headless-shell";
    const folder = await machineWith("unsafe", [shell]);
    await chmod(path.join(folder, "home/.cache/forthright"), 0o777);
    const relative = path.relative(process.cwd(), path.join(root, "order", "bin"));
    expect(await listBrowsers(bare(folder, { env: { PATH: `:${relative}` } }))).toEqual([]);
  });

  it.runIf(canPrint)("takes the npm Chromium before the system, of the pinned release only", async () => {
    const folder = await machineWith("npm", ["bin/google-chrome"]);
    const options = bare(folder, { packageBases: [import.meta.url] });
    const [first, second] = await listBrowsers(options);
    expect(first).toMatchObject({
      kind: "npm-chromium",
      source: expect.stringContaining("147.0.0") as string,
    });
    expect(first?.source).toContain("unpacked on first use");
    expect(second?.kind).toBe("chrome");

    const other = path.join(folder, "node_modules", "@sparticuz", "chromium");
    await mkdir(other, { recursive: true });
    await writeFile(path.join(other, "index.js"), "");
    await writeFile(
      path.join(other, "package.json"),
      '{"name":"@sparticuz/chromium","version":"148.0.0","main":"index.js"}',
    );
    expect((await listBrowsers(bare(folder))).map(({ kind }) => kind)).toEqual(["chrome"]);
  });
});
