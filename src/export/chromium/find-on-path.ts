import { constants } from "node:fs";
import { access, stat } from "node:fs/promises";
import path from "node:path";

/** First program of that name in the folders of PATH, or null. */
export async function findOnPath(
  name: string,
  searchPath: string | undefined,
  platform: NodeJS.Platform,
): Promise<string | null> {
  const [separator, file] = platform === "win32" ? [";", `${name}.exe`] : [":", name];
  for (const folder of (searchPath ?? "").split(separator)) {
    // An empty or relative entry means the working folder, which may be anyone's.
    if (!path.isAbsolute(folder)) continue;
    const candidate = path.join(folder, file);
    if (await isProgram(candidate)) return candidate;
  }
  return null;
}

/** Whether this is a file that we may run. */
export async function isProgram(file: string): Promise<boolean> {
  try {
    await access(file, constants.X_OK);
    return (await stat(file)).isFile();
  } catch {
    return false;
  }
}
