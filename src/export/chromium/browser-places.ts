import { readdir } from "node:fs/promises";
import path from "node:path";

import { isOurs } from "./cache-folders.js";

export type BrowserKind =
  "npm-chromium" | "headless-shell" | "chrome" | "chromium" | "edge" | "brave" | "custom";

/** A path to try, or a program name to look for on PATH. */
export type BrowserPlace = { readonly kind: BrowserKind; readonly source: string } & (
  { readonly executable: string; readonly name?: undefined } | { readonly name: string }
);

interface Machine {
  readonly env: NodeJS.ProcessEnv;
  readonly platform: NodeJS.Platform;
  readonly home: string;
  /** Our own cache folders, where `forthright browser install` puts its download. */
  readonly caches: readonly string[];
}

/** Where browsers usually lie, best first: downloaded headless shells, then what the system has installed. */
export async function browserPlaces(machine: Machine): Promise<BrowserPlace[]> {
  const puppeteer = machine.env["PUPPETEER_CACHE_DIR"] ?? path.join(machine.home, ".cache", "puppeteer");
  const downloaded: BrowserPlace[] = [];
  for (const executable of await shellsIn(puppeteer, machine.platform)) {
    downloaded.push({ kind: "headless-shell", executable, source: "cache of puppeteer" });
  }
  for (const cache of machine.caches) {
    if (!(await isOurs(cache))) continue;
    for (const executable of await shellsIn(path.join(cache, "browsers"), machine.platform)) {
      downloaded.push({ kind: "headless-shell", executable, source: "forthright browser install" });
    }
  }
  return [...downloaded, ...installedPlaces(machine)];
}

function installedPlaces(machine: Machine): BrowserPlace[] {
  switch (machine.platform) {
    case "win32":
      return windowsPlaces(machine.env);
    case "darwin":
      return [...pathPlaces.slice(0, 2), ...macPlaces(machine.home), ...pathPlaces.slice(2)];
    default:
      return pathPlaces;
  }
}

const pathPlaces: BrowserPlace[] = (
  [
    ["headless-shell", "chromium-headless-shell"],
    ["headless-shell", "chrome-headless-shell"],
    ["chrome", "google-chrome-stable"],
    ["chrome", "google-chrome"],
    ["chromium", "chromium"],
    ["chromium", "chromium-browser"],
    ["edge", "microsoft-edge"],
  ] as const
).map(([kind, name]) => ({ kind, name, source: "PATH" }));

function macPlaces(home: string): BrowserPlace[] {
  const names = [
    ["chrome", "Google Chrome"],
    ["chromium", "Chromium"],
    ["edge", "Microsoft Edge"],
    ["brave", "Brave Browser"],
  ] as const;
  return names.flatMap(([kind, name]) =>
    ["/Applications", path.join(home, "Applications")].map((folder) => ({
      kind,
      executable: path.join(folder, `${name}.app`, "Contents", "MacOS", name),
      source: folder,
    })),
  );
}

function windowsPlaces(env: NodeJS.ProcessEnv): BrowserPlace[] {
  const names = [
    ["chrome", ["Google", "Chrome", "Application", "chrome.exe"]],
    ["edge", ["Microsoft", "Edge", "Application", "msedge.exe"]],
  ] as const;
  return names.flatMap(([kind, below]) =>
    ["LOCALAPPDATA", "PROGRAMFILES", "PROGRAMFILES(X86)"].flatMap((variable) => {
      const folder = env[variable];
      if (folder === undefined || folder === "") return [];
      return [{ kind, executable: path.join(folder, ...below), source: variable }];
    }),
  );
}

/** Headless shells in a cache laid out as puppeteer's (`linux-150.0.7339.80/chrome-headless-shell-linux64/`), newest first. */
async function shellsIn(cache: string, platform: NodeJS.Platform): Promise<string[]> {
  const folder = path.join(cache, "chrome-headless-shell");
  const file = platform === "win32" ? "chrome-headless-shell.exe" : "chrome-headless-shell";
  const versions = (await readdir(folder).catch(() => [])).sort((a, b) => compareVersions(b, a));
  const found: string[] = [];
  for (const version of versions) {
    for (const inner of (await readdir(path.join(folder, version)).catch(() => [])).sort()) {
      found.push(path.join(folder, version, inner, file));
    }
  }
  return found;
}

/** Orders "linux-9.0.1" before "linux-10.0.0". */
function compareVersions(a: string, b: string): number {
  const [left, right] = [a, b].map((name) => (name.match(/\d+/g) ?? []).map(Number));
  for (let index = 0; index < 5; index += 1) {
    const difference = (left?.[index] ?? 0) - (right?.[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
