import { execFile } from "node:child_process";
import { realpath, stat } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";

import { findOnPath } from "./find-on-path.js";

/** User and group number that own nothing, on every Linux. */
export const nobody = 65534;

/** How a browser is to be started; `prefix` are the words before its own path. */
export type Start =
  | { readonly as: "ourselves"; readonly prefix: readonly string[] }
  | { readonly as: "nobody"; readonly prefix: readonly string[] }
  | { readonly as: "refused"; readonly reason: string; readonly hint: string };

/**
 * On Linux, Chromium refuses its sandbox to root, so root starts it as a user without rights.
 *
 * @param searchPath - the PATH variable, where `setpriv` is looked for
 */
export async function dropRoot(executable: string, searchPath: string | undefined): Promise<Start> {
  if (process.platform !== "linux" || process.getuid?.() !== 0) return { as: "ourselves", prefix: [] };
  const setpriv = await findOnPath("setpriv", searchPath, process.platform);
  if (setpriv === null) {
    return refused("there is no setpriv to start it as another user", "Install setpriv (util-linux)");
  }
  const flags = [`--reuid=${nobody}`, `--regid=${nobody}`, "--clear-groups", "--no-new-privs"];
  try {
    await promisify(execFile)(setpriv, [...flags, "true"]);
  } catch {
    return refused("setpriv may not start it as another user here", "Run as another user");
  }
  if (!(await othersMayRead(executable))) {
    return refused("it lies where only root can read", "Install it where every user can read it");
  }
  return { as: "nobody", prefix: [setpriv, ...flags] };
}

function refused(reason: string, remedy: string): Start {
  const hint = `${remedy}; or accept the risk with --browser-no-sandbox.`;
  return { as: "refused", reason: `We are root, and ${reason}.`, hint };
}

/** Whether a user without rights can reach a file or folder: every folder above it lets others pass. */
export async function othersMayRead(file: string): Promise<boolean> {
  let place: string;
  try {
    place = await realpath(file);
    if (((await stat(place)).mode & 0o005) !== 0o005) return false;
    while (path.dirname(place) !== place) {
      place = path.dirname(place);
      if (((await stat(place)).mode & 0o001) === 0) return false;
    }
  } catch {
    return false;
  }
  return true;
}
