import { readFileSync } from "node:fs";

/**
 * Reads a CSV file of test/fixtures/golden/inputs: no quoted commas, one header line.
 *
 * @param name - file name, e.g. "aSAH.csv"
 * @returns a function per row that gives the cell of a column as text
 */
export function readRows(name: string): ((column: string) => string)[] {
  const url = new URL(`../fixtures/golden/inputs/${name}`, import.meta.url);
  const [header = [], ...rows] = readFileSync(url, "utf8")
    .trim()
    .split("\n")
    .map((line) => line.split(",").map((cell) => cell.trim().replaceAll('"', "")));
  return rows.map((cells) => (column) => {
    const cell = cells[header.indexOf(column)];
    if (cell === undefined)
      throw new RangeError(`Unexpected column ${column}, expected one of ${header.join()}`);
    return cell;
  });
}
