import process from "node:process";

import { removeUnfinished } from "../unfinished-folders.js";

/** Exit code by the signal that ended the program: 128 and the signal's number, as shells have it. */
const codes = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 } as const;

/**
 * Ends the program when it is told to, without what it was writing aside. Outputs are renamed into place in
 * one go that no signal can part, so that they are those of the last build or of this one.
 */
export function endOnSignal(): void {
  for (const [signal, code] of Object.entries(codes)) {
    process.once(signal, () => {
      removeUnfinished();
      process.exit(code);
    });
  }
}
