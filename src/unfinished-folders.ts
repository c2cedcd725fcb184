import { rmSync } from "node:fs";

const unfinished = new Set<string>();

/** Remembers a folder that must not stay when the program is ended before its work is done. */
export function startFolder(folder: string): string {
  unfinished.add(folder);
  return folder;
}

/** Forgets a folder that its maker has removed or finished. */
export function endFolder(folder: string): void {
  unfinished.delete(folder);
}

/** Removes what work in progress has made so far. At once, for the program ends right after it. */
export function removeUnfinished(): void {
  for (const folder of unfinished) {
    try {
      rmSync(folder, { recursive: true, force: true });
    } catch {
      continue; // Something still writes there; the next run removes what a process that is gone has left.
    }
  }
}
