import path from "node:path";

import { packageFile } from "./package-file.js";

/** Template folders in the order they are read: ours, then the project's own, whose files win. */
export function templateFolders(project: string | null): string[] {
  const own = project === null ? [] : [path.join(project, "templates")];
  return [packageFile("templates"), ...own];
}
