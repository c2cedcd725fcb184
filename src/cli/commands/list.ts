import { exitCodes, UserError } from "../../errors.js";
import { loadMaterials } from "../../load/load-materials.js";
import { listAnalogies } from "../list-analogies.js";
import { suggestName } from "../../model/nearest-name.js";
import { catalogue } from "../catalogue.js";
import type { Command } from "../command.js";

/** What there is, one line each. */
export const list: Command = {
  id: "list",
  usage: "[what] [project]",
  summary:
    "list kinds, metrics, charts, tables, directives, analogies, conditions, rules, findings, patterns, formats, stops, domains, audiences",
  printsJson: true,
  run: async (context) => {
    const {
      arguments: [what, project],
      options,
      print,
    } = context;
    if (what === "analogies" && (project !== undefined || options.assessment !== undefined)) {
      await listAnalogies(context, project ?? null);
      return exitCodes.done;
    }
    if (project !== undefined || options.assessment !== undefined)
      throw new UserError("usage", {
        code: "E-USAGE",
        severity: "error",
        text: `Unexpected ${project === undefined ? "--assessment" : `"${project}"`}, expected it after analogies alone.`,
        hint: "forthright list analogies my-model",
      });
    const entries = catalogue(await loadMaterials(null, "en"));
    if (what === undefined) {
      print(`${Object.keys(entries).join("\n")}\n`);
      return exitCodes.done;
    }
    const chosen = entries[what];
    if (chosen === undefined)
      throw new UserError("usage", {
        code: "E-USAGE",
        severity: "error",
        text: `Unexpected "${what}".`,
        hint: suggestName(what, Object.keys(entries)),
      });
    if (options.json === true) print(`${JSON.stringify(chosen, null, 2)}\n`);
    else {
      const width = Math.max(...chosen.map(({ id }) => id.length));
      print(chosen.map(({ id, summary }) => `${id.padEnd(width)}  ${summary}\n`).join(""));
    }
    return exitCodes.done;
  },
};
