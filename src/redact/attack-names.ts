import type { Assessment } from "../model/assessment.js";

/** Tasks whose evidence says where an attack gets through. */
export const attackTasks: readonly string[] = ["attack-detection", "layers"];

/** Tables with a row for each species or type, tried or not. */
const attackTables: readonly (string | undefined)[] = ["attack-matrix", "layers"];

/**
 * True for a text that names an attack of the evidence: a species or type that was tried, or one in scope that never
 * was. Knows singular and plural, joined and split words, and the German names of the plan.
 *
 * What an author calls by other words ("rubber faces" for silicone masks) is known to nobody but its author.
 */
export function attackNamer(assessment: Assessment): (text: string) => boolean {
  const names = attackNames(assessment);
  if (names.length === 0) return () => false;
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(?:${names.map(patternOf).join("|")})`, "iu");
  return (text) => pattern.test(text);
}

function attackNames({ evaluations, tables, words }: Assessment): string[] {
  const own = new Set(evaluations.filter(({ task }) => attackTasks.includes(task)).map(({ id }) => id));
  const named = new Set(
    tables
      .filter(({ evaluation, kind }) => own.has(evaluation) && attackTables.includes(kind))
      .flatMap(({ rows }) => rows.map(({ label }) => label)),
  );
  const german = Object.entries(words.de?.names ?? {}).filter(([key]) =>
    named.has(/^[^=]*=(.+)$/su.exec(key)?.[1] ?? ""),
  );
  return [
    ...named,
    ...german.flatMap(([, name]) => (typeof name === "string" ? name.split(" / ") : Object.values(name))),
  ].filter((name) => name.trim() !== "");
}

/** The name however it is joined, without the ending of its plural; a very short one only as a whole word. */
function patternOf(name: string): string {
  const parts = name.split(/[\s_-]+/u).filter((part) => part !== "");
  const stem = [...parts.slice(0, -1), (parts.at(-1) ?? "").replace(/(?<=.{4})(?:en|es|n|s|e)$/u, "")];
  const joined = stem.map((part) => part.replace(/[.*+?^${}()|[\]\\/]/gu, "\\$&")).join("[\\s_-]*");
  return name.length < 4 ? `${joined}(?![\\p{L}\\p{N}])` : joined;
}
