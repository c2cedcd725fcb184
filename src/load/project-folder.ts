import { stat } from "node:fs/promises";
import path from "node:path";

import { UserError } from "../errors.js";

/** Throws when there is no folder to read a project from. */
export async function checkProjectFolder(project: string): Promise<void> {
  const found = await stat(project).catch(() => null);
  if (found?.isDirectory() === true) return;
  throw new UserError("input", {
    code: "E-NO-FILE",
    severity: "error",
    place: { file: path.basename(project) },
    text: found === null ? "There is no folder of this name." : "Unexpected file, expected a project folder.",
    hint:
      found === null
        ? "Start one from a table: forthright init predictions.csv"
        : "Name the folder that holds forthright.yaml. `check` reads a text that ends in .md, too.",
  });
}
