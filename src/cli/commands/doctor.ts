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
    const engine = await tryEngine(context);
    const { documents, phrases, fonts } = await loadMaterials(null, "en");
    print(
      `templates   ${Object.keys(documents).length} kinds, ${Object.keys(phrases).length} phrases, ${Object.keys(fonts).length} font files\n`,
    );
    const problems = [...engine, ...(await tryBrowser(context))];
    report(problems);
    return problems.length === 0 ? exitCodes.done : exitCodes.environment;
  },
};

async function tryEngine({ print }: CommandContext): Promise<readonly Message[]> {
  try {
    const { duckdbVersion } = await import("../../measure/engines/duckdb-version.js");
    print(`duckdb      ${duckdbVersion()}\n`);
    return [];
  } catch (cause) {
    print("duckdb      none: tables cannot be read\n");
    const text = cause instanceof Error ? (cause.message.split("\n")[0] ?? "") : String(cause);
    return [{ code: "E-ENGINE", severity: "error", text, hint: "Install forthright again on this machine." }];
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
