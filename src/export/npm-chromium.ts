import { createHash } from "node:crypto";
import { createReadStream, createWriteStream, existsSync, readFileSync } from "node:fs";
import { chmod, readFile, readdir, rename, stat, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { pipeline } from "node:stream/promises";
import { createBrotliDecompress } from "node:zlib";

import { UserError } from "../errors.js";
import { claimFolder, isCode, isOurs } from "./chromium/cache-folders.js";
import { makeTemporaryFolder, removeFolder } from "./chromium/temporary-folder.js";
import { untar } from "./chromium/untar.js";

/** The one release we unpack; its files are known by their SHA-256, so that a look-alike is not run. */
export const npmChromiumRelease = {
  package: "@sparticuz/chromium",
  version: "147.0.0",
  folder: "chromium-147",
  digests: {
    "chromium.br": "64d813a054f76fc32b8010e305d87e6d7a45aa76ee02d36e66c03c8ca6667e8d",
    "al2023.tar.br": "2e22542d8c66b83194172f4bbbef0a79b80bbeb99d69abf3962d85c1351f478d",
    "swiftshader.tar.br": "f957ea867313f9815b71dc2ed30cce301e01db4f3973fbdb31ffa5391b0ec45a",
    "fonts.tar.br": "78620f052a57d98716b8da709e9de5c14a5ae606e60810009f5051ab46e2a588",
  },
} as const;

export interface NpmChromium {
  readonly executable: string;
  /** Folder of shared libraries for LD_LIBRARY_PATH. */
  readonly libraryPath: string;
  /** File for FONTCONFIG_FILE. */
  readonly fontConfig: string;
}

/**
 * Unpacks the npm Chromium once (197 MB) and says where it lies. Safe to call from several processes at once,
 * and after one was killed half-way.
 *
 * @param packageFolder - where the npm package lies, see `findNpmChromium`
 * @param caches - folders to keep it in, best first, see `cacheFolders`
 */
export async function unpackNpmChromium(
  packageFolder: string,
  caches: readonly string[],
): Promise<NpmChromium> {
  const ready = await findUnpacked(caches);
  if (ready !== null) return ready;
  for (const cache of caches) {
    if (await claimFolder(cache)) return pathsIn(await unpackInto(cache, packageFolder));
  }
  throw unpackError("Unexpected read-only file system, expected a folder to unpack Chromium into.");
}

/** The unpacked copy in the first cache folder that has a whole one, or null. */
export async function findUnpacked(caches: readonly string[]): Promise<NpmChromium | null> {
  for (const cache of caches) {
    const folder = path.join(cache, npmChromiumRelease.folder);
    if (await isComplete(folder)) return pathsIn(folder);
  }
  return null;
}

/**
 * Folder of the pinned npm package, or null when it is not installed or is another release.
 *
 * @param bases - files or folders (ending in "/") from which Node would look for it
 */
export function findNpmChromium(bases: readonly string[]): string | null {
  for (const base of bases) {
    const manifest = manifestFrom(base);
    if (manifest?.version === npmChromiumRelease.version) return manifest.folder;
  }
  return null;
}

/** Where the parts lie in a folder, unpacked or yet to be. */
export function pathsIn(folder: string): NpmChromium {
  return {
    executable: path.join(folder, "chromium"),
    libraryPath: path.join(folder, "lib"),
    fontConfig: path.join(folder, "fonts.conf"),
  };
}

/** Its package.json is not among its exports, so it is found by walking up from its entry file. */
function manifestFrom(base: string): { folder: string; version: unknown } | null {
  let folder: string;
  try {
    folder = path.dirname(createRequire(base).resolve(npmChromiumRelease.package));
  } catch {
    return null;
  }
  for (; path.dirname(folder) !== folder; folder = path.dirname(folder)) {
    const file = path.join(folder, "package.json");
    if (!existsSync(file)) continue;
    const manifest: unknown = JSON.parse(readFileSync(file, "utf8"));
    const { name, version } = manifest as { name?: unknown; version?: unknown };
    if (name === npmChromiumRelease.package) return { folder, version };
  }
  return null;
}

async function unpackInto(cache: string, packageFolder: string): Promise<string> {
  const final = path.join(cache, npmChromiumRelease.folder);
  const part = await makeTemporaryFolder(cache, `${npmChromiumRelease.folder}.part-`);
  try {
    const bin = path.join(packageFolder, "bin");
    await Promise.all([
      inflateProgram(path.join(bin, "chromium.br"), path.join(part, "chromium")),
      ...(["al2023.tar.br", "swiftshader.tar.br", "fonts.tar.br"] as const).map(async (name) =>
        untar(await inflate(path.join(bin, name), npmChromiumRelease.digests[name]), part),
      ),
    ]);
    await writeFile(path.join(part, "fonts.conf"), fontsConf(path.join(final, "fonts")));
    await chmod(path.join(part, "fonts.conf"), 0o644);
    await chmod(part, process.getuid?.() === 0 ? 0o755 : 0o700);
    await writeFile(path.join(part, "complete.json"), JSON.stringify(await sizesBelow(part)));
    await moveIntoPlace(part, final, cache);
  } catch (error) {
    if (isCode(error, "ENOSPC", "EDQUOT")) {
      throw unpackError("Unexpected full disk while unpacking Chromium, expected room for 220 MB.");
    }
    throw error;
  } finally {
    await removeFolder(part);
  }
  return final;
}

/** Another process may have won the race, or a broken copy may lie in the way: it is moved aside first. */
async function moveIntoPlace(part: string, final: string, cache: string): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    if (await isComplete(final)) return;
    try {
      await rename(part, final);
      return;
    } catch (error) {
      if (!isCode(error, "ENOTEMPTY", "EEXIST", "ENOTDIR") || attempt === 3) throw error;
    }
    if (await isComplete(final)) return;
    const aside = await makeTemporaryFolder(cache, `${npmChromiumRelease.folder}.part-`);
    await rename(final, path.join(aside, "broken")).catch(() => undefined);
    await removeFolder(aside);
  }
}

/** Whether the folder is ours and holds every file at its full length. */
async function isComplete(folder: string): Promise<boolean> {
  if (!(await isOurs(path.dirname(folder))) || !(await isOurs(folder))) return false;
  try {
    const sizes: unknown = JSON.parse(await readFile(path.join(folder, "complete.json"), "utf8"));
    for (const [name, bytes] of Object.entries(sizes as Record<string, unknown>)) {
      if ((await stat(path.join(folder, name))).size !== bytes) return false;
    }
    return true;
  } catch {
    return false;
  }
}

async function sizesBelow(folder: string): Promise<Record<string, number>> {
  const sizes: Record<string, number> = {};
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const file = path.join(entry.parentPath, entry.name);
    sizes[path.relative(folder, file)] = (await stat(file)).size;
  }
  return sizes;
}

async function inflateProgram(source: string, target: string): Promise<void> {
  await inflateTo(source, npmChromiumRelease.digests["chromium.br"], async (plain) => {
    await pipeline(plain, createWriteStream(target, { mode: 0o755, flags: "wx" }));
  });
  await chmod(target, 0o755);
}

async function inflate(source: string, digest: string): Promise<Buffer> {
  const chunks: Buffer[] = [];
  await inflateTo(source, digest, async (plain) => {
    for await (const chunk of plain) chunks.push(chunk);
  });
  return Buffer.concat(chunks);
}

/** Inflates a file into `take`, hashing it on the way; nothing of it may be used before this returns. */
async function inflateTo(
  source: string,
  digest: string,
  take: (plain: AsyncIterable<Buffer>) => Promise<void>,
): Promise<void> {
  const hash = createHash("sha256");
  const packed = createReadStream(source, { highWaterMark: 1 << 20 });
  packed.on("data", (chunk) => hash.update(chunk));
  const plain = createBrotliDecompress({ chunkSize: 1 << 20 });
  await Promise.all([pipeline(packed, plain), take(plain)]);
  if (hash.digest("hex") !== digest) {
    throw unpackError(
      `Unexpected contents of ${path.basename(source)}, expected those of ${npmChromiumRelease.package} ${npmChromiumRelease.version}.`,
    );
  }
}

/**
 * Theirs points to a folder that only their own machines have, and Chromium without a usable font prints blank pages. Open Sans comes first for
 * every family, so that a page looks alike everywhere; the machine's fonts only help with letters it lacks.
 * The cache lands in the home of the process, which is its profile.
 */
function fontsConf(fonts: string): string {
  const escaped = fonts.replace(/&/g, "&amp;").replace(/</g, "&lt;");
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig>
  <dir>${escaped}</dir>
  <dir>/usr/share/fonts</dir>
  <dir>/usr/local/share/fonts</dir>
  <match target="pattern">
    <edit name="family" mode="prepend" binding="strong"><string>Open Sans</string></edit>
  </match>
  <cachedir prefix="xdg">fontconfig</cachedir>
</fontconfig>
`;
}

function unpackError(text: string): UserError {
  return new UserError("environment", {
    code: "E-BROWSER",
    severity: "error",
    text,
    hint: `Reinstall it: npm install -D ${npmChromiumRelease.package}@${npmChromiumRelease.version}; or name another browser with --browser.`,
  });
}
