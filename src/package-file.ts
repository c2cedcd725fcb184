import { existsSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

/** Absolute path of a file of this package, whether the code runs bundled from `dist/` or from `src/`. */
export function packageFile(relative: string): string {
  return path.join(packageRoot(), relative);
}

let found: string | null = null;

function packageRoot(): string {
  if (found !== null) return found;
  let folder = path.dirname(fileURLToPath(import.meta.url));
  while (!existsSync(path.join(folder, "package.json"))) {
    const parent = path.dirname(folder);
    if (parent === folder) throw new Error("Forthright cannot find its own package folder");
    folder = parent;
  }
  found = folder;
  return folder;
}
