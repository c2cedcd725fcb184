import { spawn, type ChildProcess } from "node:child_process";
import { mkdtemp, symlink } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { build } from "esbuild";
import { packageFile } from "../../src/package-file.js";

/** Bundles a script of test/export/scripts as our build does, into a temporary folder; gives its path. */
export async function bundleScript(name: string): Promise<string> {
  const folder = await mkdtemp(path.join(os.tmpdir(), "forthright-test-"));
  await symlink(packageFile("node_modules"), path.join(folder, "node_modules"));
  const outfile = path.join(folder, `${name}.mjs`);
  await build({
    entryPoints: [packageFile(`test/export/scripts/${name}.ts`)],
    outfile,
    bundle: true,
    format: "esm",
    platform: "node",
    target: "node20",
    logLevel: "error",
    external: ["puppeteer-core", "@puppeteer/browsers", "@cantoo/pdf-lib"],
  });
  return outfile;
}

/** Starts a bundled script; its standard output is piped. */
export function startScript(file: string, env: NodeJS.ProcessEnv = {}): ChildProcess {
  return spawn(process.execPath, [file], {
    cwd: path.dirname(file),
    env: { ...process.env, ...env },
    stdio: ["ignore", "pipe", "inherit"],
  });
}

/** Runs a bundled script to its end; gives what it wrote. */
export async function runScript(file: string, env: NodeJS.ProcessEnv = {}): Promise<string> {
  const child = startScript(file, env);
  let text = "";
  child.stdout?.setEncoding("utf8").on("data", (chunk: string) => (text += chunk));
  const code = await new Promise((resolve) => child.once("close", resolve));
  if (code !== 0) throw new Error(`Unexpected end of ${path.basename(file)} with ${String(code)}`);
  return text;
}
