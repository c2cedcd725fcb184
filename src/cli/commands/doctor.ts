import os from "node:os";
import path from "node:path";
import process from "node:process";

import { exitCodes, UserError, type Message } from "../../errors.js";
import { openBrowser } from "../../export/browser.js";
import { findBrowser, listBrowsers } from "../../export/find-browser.js";
import { loadMaterials } from "../../load/load-materials.js";
import { version } from "../../version.js";
import type { Command, CommandContext } from "../command.js";

/** What was found on this machine, part by part, and what is missing. */
export const doctor: Command = {
  id: "doctor",
  usage: "",
  summary: "say which parts were found: Node, DuckDB, templates, browser",
  run: async (context) => {
    const { print, report } = context;
    print(
      `forthright  ${version}\nnode        ${process.versions.node} on ${process.platform} ${process.arch}\n`,
    );
    print(`duckdb      ${await duckdbVersion()}\n`);
    const { documents, phrases, fonts } = await loadMaterials(null, "en");
    print(
      `templates   ${Object.keys(documents).length} kinds, ${Object.keys(phrases).length} phrases, ${Object.keys(fonts).length} font files\n`,
    );
    const problems = await tryBrowser(context);
    report(problems);
    return problems.length === 0 ? exitCodes.done : exitCodes.environment;
  },
};

async function duckdbVersion(): Promise<string> {
  try {
    const { default: duckdb } = await import("@duckdb/node-bindings");
    return duckdb.library_version();
  } catch (cause) {
    return `missing (${cause instanceof Error ? (cause.message.split("\n")[0] ?? "") : String(cause)})`;
  }
}

async function tryBrowser({ options, env, print }: CommandContext): Promise<readonly Message[]> {
  const named = typeof options.browser === "string" ? options.browser : null;
  const where = { path: named, env, platform: process.platform, home: os.homedir() };
  try {
    const found = await findBrowser(where);
    const opened = await openBrowser(found, {
      noSandbox: options["browser-no-sandbox"] === true,
      timeoutMs: 30_000,
    });
    await opened.close();
    print(`browser     ${opened.version}, ${found.kind} by ${found.source}\n`);
    const others = (await listBrowsers(where)).filter(({ executable }) => executable !== found.executable);
    for (const other of others)
      print(`            also ${path.basename(other.executable)} by ${other.source}\n`);
    return [];
  } catch (cause) {
    if (!(cause instanceof UserError)) throw cause;
    print("browser     none: HTML can be made, PDF cannot\n");
    return cause.messages;
  }
}
