/**
 * JSON whose bytes depend only on its content: keys sorted, one entry of a list per line, a final newline.
 *
 * Lists keep their order. Numbers print at full precision; one that is not finite is a bug and throws. Entries
 * stand on one line each, so that a changed estimate is one changed line in a review.
 */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value !== "object" || Array.isArray(value)) return `${textOf(value)}\n`;
  const entries = sortedEntries(value).map(([key, item]) => `  ${JSON.stringify(key)}: ${entryText(item)}`);
  return `{\n${entries.join(",\n")}\n}\n`;
}

function entryText(item: unknown): string {
  if (
    !Array.isArray(item) ||
    item.length === 0 ||
    item.every((entry) => entry === null || typeof entry !== "object")
  )
    return textOf(item);
  return `[\n${item.map((entry) => `    ${textOf(entry)}`).join(",\n")}\n  ]`;
}

/** Written directly: a sorted copy to hand to JSON.stringify costs more than the writing. */
function textOf(value: unknown): string {
  if (typeof value === "number") {
    if (Number.isFinite(value)) return String(value); // JSON has no other form for a number.
    throw new TypeError(`Unexpected ${value} in JSON, expected a finite number`);
  }
  if (Array.isArray(value)) return `[${value.map(textOf).join(",")}]`;
  if (value === undefined) return "null"; // In a list; an entry without a value is left out.
  if (value === null || typeof value !== "object") return JSON.stringify(value);
  let text = "";
  for (const [key, item] of sortedEntries(value))
    text += `${text === "" ? "" : ","}${JSON.stringify(key)}:${textOf(item)}`;
  return `{${text}}`;
}

/** By code units, as `sort` of texts does; an entry without a value is left out. */
function sortedEntries(value: object): [string, unknown][] {
  const entries: [string, unknown][] = [];
  for (const key of Object.keys(value).sort()) {
    const item = (value as Readonly<Record<string, unknown>>)[key];
    if (item !== undefined) entries.push([key, item]);
  }
  return entries;
}
