import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { parse } from "yaml";

/** The English phrases as the build reads them, by dotted id. */
export function readPhrases(): Record<string, string> {
  const folder = path.join(import.meta.dirname, "../../templates/phrases/en");
  const phrases: Record<string, string> = {};
  const collect = (prefix: string, value: unknown): void => {
    if (typeof value === "string") phrases[prefix] = value;
    else if (value !== null && typeof value === "object")
      for (const [key, inner] of Object.entries(value)) collect(`${prefix}.${key}`, inner);
  };
  for (const name of readdirSync(folder))
    collect(path.basename(name, ".yaml"), parse(readFileSync(path.join(folder, name), "utf8")));
  return phrases;
}
