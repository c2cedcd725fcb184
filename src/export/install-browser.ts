import path from "node:path";

import { UserError } from "../errors.js";
import { claimFolder } from "./chromium/cache-folders.js";
import { npmChromiumRelease } from "./npm-chromium.js";

export interface InstallOptions {
  /** A cache folder, the first of `cacheFolders(home)`: `findBrowser` looks below it. */
  readonly cacheDir: string;
  /** Takes one line of talk. */
  readonly log: (line: string) => void;
}

export interface InstalledShell {
  readonly executable: string;
  readonly version: string;
}

/** Downloads the stable chrome-headless-shell for this machine from Google's storage (about 110 MB). */
export async function installBrowser({ cacheDir, log }: InstallOptions): Promise<InstalledShell> {
  const lib = await import("@puppeteer/browsers");
  const platform = lib.detectBrowserPlatform();
  if (platform === undefined || platform === lib.BrowserPlatform.LINUX_ARM) {
    throw downloadError(
      `Unexpected machine ${process.platform} ${process.arch}, expected one with a download.`,
    );
  }
  if (!(await claimFolder(cacheDir))) {
    throw downloadError("Unexpected cache folder that is not ours alone, expected one to download to.");
  }
  const browser = lib.Browser.CHROMEHEADLESSSHELL;
  try {
    const buildId = await lib.resolveBuildId(browser, platform, lib.BrowserTag.STABLE);
    log(`Downloading chrome-headless-shell ${buildId} to ${cacheDir}`);
    const installed = await lib.install({
      browser,
      buildId,
      platform,
      cacheDir: path.join(cacheDir, "browsers"),
    });
    log(`Installed ${path.basename(installed.executablePath)} ${buildId}`);
    return { executable: installed.executablePath, version: buildId };
  } catch (error) {
    const reason = error instanceof Error ? (error.message.split("\n")[0] ?? "") : "";
    throw downloadError(`Unexpected failure of the download, expected chrome-headless-shell: ${reason}`);
  }
}

function downloadError(text: string): UserError {
  const { package: name, version } = npmChromiumRelease;
  return new UserError("environment", {
    code: "E-DOWNLOAD",
    severity: "error",
    text,
    hint:
      `On Linux x64: npm install -D ${name}@${version}; on Debian: sudo apt-get install chromium-headless-shell; ` +
      "elsewhere name an installed Chrome or Edge with --browser.",
  });
}
