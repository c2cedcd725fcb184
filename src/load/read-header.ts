import { UserError } from "../errors.js";

/**
 * Column names from the first line of a CSV text.
 *
 * Reads quoted names (`"a, b"`, `""` for a quote). Refuses what would make a column ambiguous: no name, the
 * same name twice (capitals ignored), control or direction-changing characters.
 *
 * @example readHeader("id,score\n1,0.5", ",", "data/p.csv") // ["id", "score"]
 */
export function readHeader(text: string, delimiter: string, file: string): string[] {
  const names = splitRecord(text, delimiter);
  const other = delimiters.find((candidate) => names.length === 1 && text.includes(candidate));
  if (other !== undefined)
    throw headerError(
      file,
      `Unexpected single column, expected several with "${delimiter}" between them.`,
      `Set \`delimiter: ${JSON.stringify(other)}\` if that is what stands between the cells.`,
    );
  const seen = new Map<string, string>();
  for (const [index, name] of names.entries()) {
    if (name === "")
      throw headerError(file, `Unexpected empty name of column ${index + 1}, expected a name.`);
    if (/[\p{Cc}\p{Cf}]/u.test(name))
      throw headerError(
        file,
        `Unexpected invisible character in the name of column ${index + 1}, expected plain text.`,
      );
    const twin = seen.get(name.toLowerCase());
    if (twin !== undefined)
      throw headerError(
        file,
        `Unexpected second column "${name}", expected each name once (also "${twin}").`,
      );
    seen.set(name.toLowerCase(), name);
  }
  return names;
}

/** What stands between the cells of a first line: what gives most of them, a comma when in doubt. */
export function guessDelimiter(text: string): string {
  const [first = ","] = [...delimiters].sort(
    (a, b) => splitRecord(text, b).length - splitRecord(text, a).length,
  );
  return first;
}

/** What may stand between cells. A table of one column has no outcome beside its score, so it is none. */
const delimiters = [",", ";", "\t", "|"];

function headerError(file: string, text: string, hint?: string): UserError {
  return new UserError("input", {
    code: "E-HEADER",
    severity: "error",
    place: { file, line: 1 },
    text,
    ...(hint === undefined ? {} : { hint }),
  });
}

function splitRecord(text: string, delimiter: string): string[] {
  const names: string[] = [];
  let name = "";
  let quoted = false;
  for (let index = 0; index < text.length; index += 1) {
    const letter = text[index] ?? "";
    if (quoted) {
      if (letter !== '"') name += letter;
      else if (text[index + 1] === '"') {
        name += '"';
        index += 1;
      } else quoted = false;
    } else if (letter === '"' && name === "") quoted = true;
    else if (letter === delimiter) {
      names.push(name);
      name = "";
    } else if (letter === "\n" || letter === "\r") break;
    else name += letter;
  }
  return [...names, name];
}
