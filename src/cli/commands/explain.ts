import { exitCodes, UserError } from "../../errors.js";
import { loadMaterials } from "../../load/load-materials.js";
import { suggestName } from "../../model/nearest-name.js";
import { catalogue } from "../catalogue.js";
import type { Command } from "../command.js";

/** One thing by its name, or a rule by its number: what it is and how it is used. */
export const explain: Command = {
  id: "explain",
  usage: "<id> [project]",
  summary:
    "explain a metric, rule, finding, chart, kind ... by its id; `patterns <project>`: how its decisions are told",
  run: async ({ arguments: [id, project], print }) => {
    if (id === "patterns" && project !== undefined) {
      // The facts half is heavy, and no other explanation needs it.
      const { patternsOf } = await import("../patterns-of.js");
      print(await patternsOf(project));
      return exitCodes.done;
    }
    if (id === "patterns")
      throw new UserError("usage", {
        code: "E-USAGE",
        severity: "error",
        text: "Missing project folder.",
        hint: "forthright explain patterns my-model, or forthright list patterns",
      });
    const groups = Object.entries(catalogue(await loadMaterials(null, "en")));
    const found = groups.flatMap(([group, entries]) =>
      entries.filter((entry) => entry.id === id || entry.alias === id).map((entry) => ({ group, entry })),
    );
    if (id === undefined || found.length === 0) {
      const known = groups.flatMap(([, entries]) =>
        entries.flatMap((entry) => [entry.id, ...(entry.alias === undefined ? [] : [entry.alias])]),
      );
      throw new UserError("usage", {
        code: "E-USAGE",
        severity: "error",
        text: `Nothing is called "${id ?? ""}".`,
        hint: suggestName(id ?? "", known, "forthright list <what>"),
      });
    }
    for (const { group, entry } of found)
      print(
        `${entry.id} (${group.replace(/s$/, "").replace(/ie$/, "y")})\n  ${entry.summary}\n${entry.details.map((line) => `  ${line}\n`).join("")}`,
      );
    return exitCodes.done;
  },
};
