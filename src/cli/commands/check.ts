import { exitCodes, UserError, type Message } from "../../errors.js";
import { loadMaterials } from "../../load/load-materials.js";
import type { Assessment } from "../../model/assessment.js";
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
    const all = [...messages, ...uniqueMessages(documents), ...failedCriteria(assessment)];
    context.report(all);
    context.say(
      `${counted(documents.length, "document")} read, ${counted(all.filter(({ severity }) => severity === "error").length, "error")}, ${counted(all.filter(({ severity }) => severity === "warning").length, "warning")}\n`,
    );
    return fails(all, failLevel(context)) ? exitCodes.findings : exitCodes.done;
  },
};

/**
 * What was agreed and is not so: an error where it must hold. A document may be published all the same, for it
 * prints the verdict; a pipeline that promised the criterion has to stop.
 */
function failedCriteria({ criteria }: Assessment): Message[] {
  return criteria
    .filter(({ verdict }) => verdict === "fail")
    .map(({ id, of, metric, importance }) => ({
      code: "criterion-failed",
      severity: importance === "must" ? "error" : "warning",
      place: { file: "forthright.yaml" },
      text: `Criterion ${of} on ${metric ?? "coverage"} is not met${id === of ? "" : ` for ${id.slice(of.length + 1)}`}.`,
      hint: "Mend the model, or agree on another bound and say so.",
    }));
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}
