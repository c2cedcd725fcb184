import path from "node:path";

import { UserError } from "../errors.js";
import { browserPlaces, type BrowserKind } from "./chromium/browser-places.js";
import { cacheFolders } from "./chromium/cache-folders.js";
import { findOnPath, isProgram } from "./chromium/find-on-path.js";
import {
  findNpmChromium,
  findUnpacked,
  npmChromiumRelease,
  pathsIn,
  unpackNpmChromium,
} from "./npm-chromium.js";

/** A browser that can be started, and how it was found. */
export interface Browser {
  readonly kind: BrowserKind;
  readonly executable: string;
  /** "--browser", "CHROME_PATH", "PATH": for the doctor. */
  readonly source: string;
  /** Folder of shared libraries that it needs besides the system's, or null. */
  readonly libraryPath: string | null;
  /** Font configuration that it needs instead of the system's, or null. */
  readonly fontConfig: string | null;
}

export interface FindOptions {
  /** What the user named with `--browser` or in the plan. */
  readonly path?: string | null;
  readonly env: NodeJS.ProcessEnv;
  readonly platform: NodeJS.Platform;
  readonly home: string;
  /** Processor, as in `process.arch`, which is the default. */
  readonly arch?: string;
  /** Where to look for the npm Chromium; defaults to this package and the working folder. */
  readonly packageBases?: readonly string[];
  /** Where to unpack it, best first; defaults to `cacheFolders(home)`. */
  readonly caches?: readonly string[];
}

const variables = ["FORTHRIGHT_BROWSER", "PUPPETEER_EXECUTABLE_PATH", "CHROME_PATH"] as const;

/**
 * The browser to print with: the one that was named, else the pinned npm Chromium (unpacked on first use), else
 * a downloaded or installed one, headless shells first.
 *
 * A browser that was named but cannot be run is an error, never a reason to take another one silently.
 */
export async function findBrowser(options: FindOptions): Promise<Browser> {
  const named = namedBrowser(options);
  if (named !== null) {
    if (!(await isProgram(named.executable))) throw namedError(named);
    return named;
  }
  const packageFolder = npmPackage(options);
  if (packageFolder !== null) {
    return npmBrowser(await unpackNpmChromium(packageFolder, cachesOf(options)), "");
  }
  const [first] = await listInstalled(options);
  if (first === undefined) throw noBrowserError(options);
  return first;
}

/** Every browser found, in the order in which `findBrowser` would take them. One named in vain is left out. */
export async function listBrowsers(options: FindOptions): Promise<Browser[]> {
  const named = namedBrowser(options);
  const found: Browser[] = named !== null && (await isProgram(named.executable)) ? [named] : [];
  if (npmPackage(options) !== null) {
    const caches = cachesOf(options);
    const unpacked = await findUnpacked(caches);
    const folder = path.join(caches[0] ?? "", npmChromiumRelease.folder);
    found.push(npmBrowser(unpacked ?? pathsIn(folder), unpacked === null ? ", unpacked on first use" : ""));
  }
  return [...found, ...(await listInstalled(options))];
}

function namedBrowser(options: FindOptions): Browser | null {
  const named = [
    { source: "--browser", value: options.path },
    ...variables.map((name) => ({ source: name, value: options.env[name] })),
  ].find(({ value }) => value !== undefined && value !== null && value !== "");
  if (named === undefined) return null;
  return plainBrowser("custom", path.resolve(named.value ?? ""), named.source);
}

function npmPackage(options: FindOptions): string | null {
  if (options.platform !== "linux" || (options.arch ?? process.arch) !== "x64") return null;
  return findNpmChromium(options.packageBases ?? [import.meta.url, process.cwd() + path.sep]);
}

function cachesOf(options: FindOptions): readonly string[] {
  return options.caches ?? cacheFolders(options.home);
}

function npmBrowser(parts: Omit<Browser, "kind" | "source">, note: string): Browser {
  const { package: name, version } = npmChromiumRelease;
  return { kind: "npm-chromium", ...parts, source: `npm package ${name} ${version}${note}` };
}

/** Browsers that were downloaded or installed, each program once. */
async function listInstalled(options: FindOptions): Promise<Browser[]> {
  const found = new Map<string, Browser>();
  for (const place of await browserPlaces({ ...options, caches: cachesOf(options) })) {
    const executable =
      place.name === undefined
        ? place.executable
        : await findOnPath(place.name, options.env["PATH"] ?? options.env["Path"], options.platform);
    if (executable === null || found.has(executable) || !(await isProgram(executable))) continue;
    found.set(executable, plainBrowser(place.kind, executable, place.source));
  }
  return [...found.values()];
}

function plainBrowser(kind: BrowserKind, executable: string, source: string): Browser {
  return { kind, executable, source, libraryPath: null, fontConfig: null };
}

function namedError({ executable, source }: Browser): UserError {
  return new UserError("environment", {
    code: "E-BROWSER",
    severity: "error",
    text: `Unexpected browser "${path.basename(executable)}" in ${source}, expected a program that exists and may be run.`,
    hint:
      source === "--browser"
        ? "Give the full path of Chrome, Chromium or Edge, or leave --browser out."
        : `Set ${source} to the full path of Chrome, Chromium or Edge, or unset it.`,
  });
}

function noBrowserError({ platform, arch = process.arch }: FindOptions): UserError {
  const { package: name, version } = npmChromiumRelease;
  let command = "npx forthright browser install";
  if (platform === "linux") {
    command =
      arch === "x64" ? `npm install -D ${name}@${version}` : "sudo apt-get install chromium-headless-shell";
  }
  return new UserError("environment", {
    code: "E-NO-BROWSER",
    severity: "error",
    text: "Unexpected machine without a browser, expected Chrome, Chromium or Edge to print PDF with.",
    hint: `Run: ${command}`,
  });
}
