import { readFileSync, readdirSync } from "node:fs";
import os from "node:os";
import { findBrowser, type Browser } from "../../src/export/find-browser.js";
import { packageFile } from "../../src/package-file.js";

/** The pinned npm Chromium exists for Linux x64 only. */
export const canPrint = process.platform === "linux" && process.arch === "x64";

export const isRoot = process.getuid?.() === 0;

/** The npm Chromium of this checkout, whatever the environment names. */
export async function findTestBrowser(): Promise<Browser> {
  return findBrowser({ env: {}, platform: process.platform, home: os.homedir() });
}

const font = readFileSync(packageFile("templates/fonts/sans-400.woff2")).toString("base64");

/** Style that embeds one font of ours and sets A4 pages. */
export const embeddedFont = `@font-face{font-family:"Source Sans 3";src:url(data:font/woff2;base64,${font}) format("woff2")}
@page{size:A4;margin:20mm}html{font:12pt "Source Sans 3"}`;

/** A page as the layout makes it, with the given contents. */
export function pageOf(body: string, style = embeddedFont): string {
  return `<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n<title>Page</title>\n<style>${style}</style>\n</head>\n<body>${body}</body>\n</html>`;
}

/** A page whose printing takes about as many milliseconds as it has rows. */
export function longPage(rows: number): string {
  const cells = Array.from(
    { length: rows },
    (_, row) => `<tr><th scope="row">r${row}</th><td>${row}</td></tr>`,
  );
  return pageOf(
    `<h1>Long</h1><table><thead><tr><th>a</th><th>b</th></tr></thead><tbody>${cells.join("")}</tbody></table>`,
  );
}

export interface RunningProcess {
  readonly pid: number;
  readonly parent: number;
  readonly command: string;
  /** Contents of /proc/<pid>/status. */
  readonly status: string;
}

/** The processes of this machine, as far as they can be read. */
export function listProcesses(): RunningProcess[] {
  return readdirSync("/proc").flatMap((name) => {
    if (!/^\d+$/.test(name)) return [];
    try {
      const status = readFileSync(`/proc/${name}/status`, "utf8");
      const parent = Number(/^PPid:\s*(\d+)/m.exec(status)?.[1]);
      const command = readFileSync(`/proc/${name}/cmdline`, "utf8").replaceAll("\0", " ");
      return [{ pid: Number(name), parent, command, status }];
    } catch {
      return [];
    }
  });
}

/** Everything that a process started, directly or not; by default this one. */
export function listDescendants(root = process.pid): RunningProcess[] {
  const all = listProcesses();
  const known = new Set([root]);
  for (let size = 0; size !== known.size;) {
    size = known.size;
    for (const { pid, parent } of all) if (known.has(parent)) known.add(pid);
  }
  known.delete(root);
  return all.filter(({ pid }) => known.has(pid));
}

/** The browsers that this process started: their main processes, not their renderers. */
export function ownBrowsers(): RunningProcess[] {
  return listDescendants().filter(
    ({ parent, command }) => parent === process.pid && command.includes("--remote-debugging-pipe"),
  );
}

export function ownRenderers(): RunningProcess[] {
  return listDescendants().filter(({ command }) => command.includes("--type=renderer"));
}

/** Waits until a look gives something, at most 10 s. */
export async function until<T>(look: () => T | null | undefined | false): Promise<T> {
  for (let attempt = 0; attempt < 500; attempt += 1) {
    const seen = look();
    if (seen !== null && seen !== undefined && seen !== false) return seen;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error("Waited 10 s in vain");
}
