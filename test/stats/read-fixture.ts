import { readFileSync } from "node:fs";

/**
 * Parses a JSON file of test/fixtures.
 *
 * @param path - below test/fixtures, e.g. "golden/G01_proportion_ci.json"
 */
export function readFixture(path: string): unknown {
  return JSON.parse(readFileSync(new URL(`../fixtures/${path}`, import.meta.url), "utf8"));
}
