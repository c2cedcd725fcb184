import { readdir } from "node:fs/promises";
import path from "node:path";

import { UserError } from "../errors.js";

/**
 * Files of the project that a name stands for: itself, or, where its last part holds `*`, every file of that folder
 * whose name fits, by name in code-unit order.
 *
 * @returns paths relative to the project folder
 * @throws UserError E-NO-FILE when no file fits
 */
export async function filesOfPattern(root: string, name: string): Promise<string[]> {
  const last = path.posix.basename(name);
  const folder = path.posix.dirname(name);
  if (!last.includes("*")) return [name];
  const escaped = last.split("*").map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  const fits = new RegExp(`^${escaped.join("[^/]*")}$`, "s");
  const entries =
    folder.startsWith("..") || path.isAbsolute(folder)
      ? []
      : await readdir(path.join(root, folder)).catch(() => []);
  // A star takes no hidden file, as in a shell.
  const names = entries.filter((entry) => fits.test(entry) && !entry.startsWith(".")).sort();
  if (names.length === 0) {
    throw new UserError("input", {
      code: "E-NO-FILE",
      severity: "error",
      place: { file: name },
      text: "No file of the project fits this name.",
      hint: "A star stands for any letters of a file name; folders are written out.",
    });
  }
  return names.map((entry) => (folder === "." ? entry : `${folder}/${entry}`));
}
