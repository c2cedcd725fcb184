import { exitCodes, UserError } from "../../errors.js";
import { canonicalJson } from "../../model/canonical-json.js";
import { assess as assessProject } from "../../pipeline.js";
import type { Command } from "../command.js";
import { createProgress } from "../progress.js";
import { readDate } from "../read-date.js";

/** The facts half alone: the Assessment on stdout. */
export const assess: Command = {
  id: "assess",
  usage: "<project>",
  summary: "print the Assessment of a project as JSON",
  printsJson: true,
  run: async ({ arguments: [project], options, env, print, say, report }) => {
    if (project === undefined)
      throw new UserError("usage", { code: "E-USAGE", severity: "error", text: "Missing project folder." });
    const progress = createProgress(say, env);
    progress.stage(`${project}: reading the evidence`);
    try {
      const { assessment, messages } = await assessProject(project, {
        date: readDate(options.date, env),
        stage: (what) => progress.stage(`${project}: ${what}`),
      });
      report(messages);
      print(canonicalJson(assessment));
      return exitCodes.done;
    } finally {
      progress.close();
    }
  },
};
