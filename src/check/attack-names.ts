import type { Message } from "../errors.js";
import type { Assessment } from "../model/assessment.js";
import type { ComposedDocument } from "../model/document.js";
import { sentencesOf } from "./sentences-of.js";

/** Kinds of evidence that name attacks, and metrics of them that are about a layer and not about an attack. */
const attackTasks: readonly string[] = ["attack-detection", "layers"];
const ofLayers = /^(layer-|phi)/;
const outside: readonly string[] = ["customer", "public"];

/**
 * Names of attacks that an author wrote into a text of an edition outside the house: our own sentences hold none, and
 * what somebody wrote is not known to be one until it is compared with the evidence. A name of one word may mean
 * something harmless too, so it is a warning.
 *
 * @param whole - the Assessment before anything was taken out of it: the edition itself holds no names
 */
export function attackNameMessages(document: ComposedDocument, whole: Assessment): Message[] {
  if (!outside.includes(document.audience)) return [];
  const names = attackNames(whole);
  if (names.length === 0) return [];
  return sentencesOf(document.tree).flatMap(({ text, placeAt }) =>
    names.flatMap((name): Message[] => {
      const at = offsetOf(text, name);
      if (at === null) return [];
      return [
        {
          code: "E-ATTACK-NAME",
          severity: /\s/.test(name) ? "error" : "warning",
          place: placeAt(at),
          text: `The ${document.audience} edition names the attack "${name}", which tells an attacker where to try.`,
          hint: 'Say it without the name, or mark the words for those inside: :only[...]{audience="auditor"}.',
        },
      ];
    }),
  );
}

/** Every attack that was tried or is in scope, as the evidence and the plan name it, in each language. */
function attackNames({ evaluations, estimates, findings, words }: Assessment): string[] {
  const attacked = new Set(evaluations.filter(({ task }) => attackTasks.includes(task)).map(({ id }) => id));
  const tried = estimates.flatMap(({ evaluation, facet, of, metric }) =>
    attacked.has(evaluation) && facet !== undefined && of === "positives" && !ofLayers.test(metric)
      ? [facet]
      : [],
  );
  const untried = findings
    .filter(({ rule }) => rule === "unmeasured-attack")
    .flatMap(({ slots }) => String(slots.names ?? "").split(", "));
  const named = new Set([...tried, ...untried].filter((name) => name !== "" && !name.includes("=")));
  const translated = Object.entries(words.de?.names ?? {}).flatMap(([key, name]) =>
    named.has(key.replace(/^[^=]*=/, "")) && typeof name === "string" ? name.split("/") : [],
  );
  return [...new Set([...named, ...translated].map((name) => name.trim()))].filter((name) => name.length > 2);
}

/** Where a name stands as words of their own, one or many, in any case; null where it does not. */
function offsetOf(text: string, name: string): number | null {
  const escaped = name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&").replace(/\s+/g, "\\s+");
  const found = new RegExp(`(?<![\\p{L}\\p{N}])${escaped}(?:s|es)?(?![\\p{L}\\p{N}])`, "iu").exec(text);
  return found === null ? null : found.index;
}
