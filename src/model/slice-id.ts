/**
 * Slice ids: `all`, `country=DE`, `country!=DE` (every other case). Values are percent-encoded except
 * `[A-Za-z0-9_.-]`; a missing cell is `(missing)`, an empty one `(empty)`.
 */

/** @example sliceId("internet", "Fiber optic") // "internet=Fiber%20optic" */
export function sliceId(column: string, value: string | null, negated = false): string {
  return `${encodeName(column)}${negated ? "!=" : "="}${encodeValue(value)}`;
}

/** What an author types, `internet=Fiber optic`, as an id; `all` and finished ids pass unchanged. */
export function sliceIdFromText(text: string): string {
  const match = /^(.*?)(!?=)(.*)$/s.exec(text);
  if (match === null) return text;
  const [, column = "", sign, value = ""] = match;
  return sliceId(decode(column), decode(value), sign === "!=");
}

export interface SliceParts {
  readonly column: string;
  readonly value: string | null;
  readonly negated: boolean;
}

/** Undoes `sliceId`; null for `all`. */
export function parseSliceId(id: string): SliceParts | null {
  const match = /^(.*?)(!?=)(.*)$/s.exec(id);
  if (match === null) return null;
  const [, column = "", sign, value = ""] = match;
  return {
    column: decode(column),
    value: value === "(missing)" ? null : value === "(empty)" ? "" : decode(value),
    negated: sign === "!=",
  };
}

function encodeValue(value: string | null): string {
  if (value === null) return "(missing)";
  return value === "" ? "(empty)" : encodeName(value);
}

/** A facet as it stands in an id: `fmr=0.001`, `Fiber%20optic`; finished ones pass unchanged. */
export function facetIdFromText(text: string): string {
  return encodeName(decode(text)).replaceAll("%3D", "=");
}

/** Undoes it: the facet itself. */
export function facetFromId(text: string): string {
  return decode(text);
}

/** Letters of a name in an id: percent-encoded but for `[A-Za-z0-9_.-]`. */
export function encodeName(text: string): string {
  return [...new TextEncoder().encode(text)]
    .map((byte) => {
      const letter = String.fromCharCode(byte);
      return /[A-Za-z0-9_.-]/.test(letter) ? letter : `%${byte.toString(16).toUpperCase().padStart(2, "0")}`;
    })
    .join("");
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text; // A percent sign that encodes nothing stands for itself.
  }
}
