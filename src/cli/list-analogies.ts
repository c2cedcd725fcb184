import { analogyConditions } from "../compose/analogy-conditions/all.js";
import { fittingAnalogies } from "../compose/fitting-analogies.js";
import { UserError } from "../errors.js";
import { loadMaterials } from "../load/load-materials.js";
import type { Analogy } from "../model/materials.js";
import { audiences } from "../model/plan.js";
import { assess, editionOf } from "../pipeline.js";
import { readAssessment } from "./read-assessment.js";
import type { CommandContext } from "./command.js";
import { readDate } from "./read-date.js";

/** Which analogies may be told about a project or a saved Assessment, and of the others why not and what to do. */
export async function listAnalogies(
  { options, env, print }: CommandContext,
  project: string | null,
): Promise<void> {
  const lang = typeof options.lang === "string" ? options.lang : "en";
  const materials = await loadMaterials(project, lang);
  const saved = typeof options.assessment === "string" ? options.assessment : null;
  const assessment =
    saved === null
      ? (await assess(project ?? ".", { date: readDate(options.date, env) })).assessment
      : await readAssessment(saved);
  if (assessment.evaluations.length === 0)
    throw new UserError("usage", {
      code: "E-USAGE",
      severity: "error",
      text: "The Assessment has no evidence.",
    });
  const audience = audiences.find((name) => name === options.audience) ?? null;
  const found = fittingAnalogies(assessment, { materials, lang, audience, editionOf });
  const entries = found.map((one) => ({ ...one, tried: triedOn(materials.analogies[one.id]) }));
  if (options.json === true) {
    print(`${JSON.stringify(entries, null, 2)}\n`);
    return;
  }
  const width = Math.max(...entries.map(({ id }) => id.length));
  const indent = " ".repeat(width + 2);
  const sorted = [...entries].sort((a, b) => Number(b.fits.length > 0) - Number(a.fits.length > 0));
  print(
    sorted
      .map(({ id, concept, fits, failures, tried }) => {
        const head = `${id.padEnd(width)}  ${fits.length > 0 ? `fits ${[...new Set(fits.map(evidenceOf))].join(", ")}` : "does not fit"}; ${tried}\n`;
        const what = `${indent}explains ${concept}\n`;
        const why = failures.map(
          (failure) => `${indent}- ${failure.why.replace(/\.$/, "")}. ${failure.todo}\n`,
        );
        return head + what + why.join("");
      })
      .join(""),
  );
}

/** On whom it was tried: "4 of 5 lending officers understood it". */
export function triedOn(analogy: Pick<Analogy, "tried"> | undefined): string {
  if (analogy === undefined || analogy.tried.length === 0) return "not yet tried on readers";
  const told = analogy.tried.map(({ audience, n, understood }) => `${understood} of ${n} ${audience}`);
  return `understood by ${told.join(", ")}`;
}

/** What each condition of an analogy asks for, one line each. */
export function needsOf({ requires }: Pick<Analogy, "requires">): string[] {
  return requires.map((id) => {
    const known = analogyConditions.find((condition) => condition.id === id);
    return `Needs ${id}: ${known?.summary ?? "a condition nobody knows"}`;
  });
}

/** The evidence in "briefing (even-rows)". */
function evidenceOf(place: string): string {
  return /\((.*)\)$/.exec(place)?.[1] ?? place;
}
