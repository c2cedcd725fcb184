import os from "node:os";

import { exitCodes, UserError } from "../../errors.js";
import { cacheFolders } from "../../export/chromium/cache-folders.js";
import { installBrowser } from "../../export/install-browser.js";
import type { Command } from "../command.js";

/** Gets a browser that prints PDF, for machines that have none. */
export const browser: Command = {
  id: "browser",
  usage: "<install>",
  summary: "get a browser for PDF: forthright browser install",
  run: async ({ arguments: [what], print, say }) => {
    if (what !== "install") {
      throw new UserError("usage", {
        code: "E-USAGE",
        severity: "error",
        text: `Unexpected "${what ?? ""}", expected install.`,
        hint: "forthright browser install",
      });
    }
    const [cacheDir = ""] = cacheFolders(os.homedir());
    const { version } = await installBrowser({ cacheDir, log: (line) => say(`${line}\n`) });
    print(`chrome-headless-shell ${version}\n`);
    return exitCodes.done;
  },
};
