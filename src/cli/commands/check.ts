import { exitCodes, UserError } from "../../errors.js";
import { loadMaterials } from "../../load/load-materials.js";
import { audiences } from "../../model/plan.js";
import { assess, publish } from "../../pipeline.js";
import { readAssessment } from "../build-project.js";
import type { Command } from "../command.js";
import { failLevel, fails } from "../fail-level.js";
import { readDate } from "../read-date.js";
import { uniqueMessages } from "../unique-messages.js";

/** Reads every sentence of every document and says what may not be said; writes nothing. */
export const check: Command = {
  id: "check",
  usage: "[project]",
  summary: "lint words and claims; writes nothing",
  run: async (context) => {
    const [project] = context.arguments;
    const { options, env } = context;
    const saved = typeof options.assessment === "string" ? options.assessment : null;
    if (project === undefined && saved === null)
      throw new UserError("usage", {
        code: "E-USAGE",
        severity: "error",
        text: "Missing project folder.",
        hint: "forthright check my-model",
      });
    const lang = typeof options.lang === "string" ? options.lang : "en";
    const materials = await loadMaterials(project ?? null, lang);
    const { assessment, messages, places } =
      saved === null
        ? await assess(project ?? ".", {
            date: readDate(options.date, env),
            kinds: Object.keys(materials.documents),
          })
        : { assessment: await readAssessment(saved), messages: [], places: {} };
    const kinds = Array.isArray(options.document) ? (options.document as readonly string[]) : [];
    const audience = audiences.find((name) => name === options.audience) ?? null;
    const documents = await publish(assessment, { materials, lang, kinds, audience, places });
    const all = [...messages, ...uniqueMessages(documents)];
    context.report(all);
    context.say(
      `${documents.length} documents read, ${all.filter(({ severity }) => severity === "error").length} errors, ${all.filter(({ severity }) => severity === "warning").length} warnings\n`,
    );
    return fails(all, failLevel(context)) ? exitCodes.findings : exitCodes.done;
  },
};
