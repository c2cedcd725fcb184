/**
 * JSON whose bytes depend only on its content: keys sorted, one entry of a list per line, a final newline.
 *
 * Lists keep their order. Numbers print at full precision; one that is not finite is a bug and throws. Entries
 * stand on one line each, so that a changed estimate is one changed line in a review.
 */
export function canonicalJson(value: unknown): string {
  const top = sorted(value);
  if (top === null || typeof top !== "object" || Array.isArray(top)) return `${JSON.stringify(top)}\n`;
  const entries = Object.entries(top).map(([key, item]) => `  ${JSON.stringify(key)}: ${entryText(item)}`);
  return `{\n${entries.join(",\n")}\n}\n`;
}

function entryText(item: unknown): string {
  if (
    !Array.isArray(item) ||
    item.length === 0 ||
    item.every((entry) => entry === null || typeof entry !== "object")
  )
    return JSON.stringify(item);
  return `[\n${item.map((entry) => `    ${JSON.stringify(entry)}`).join(",\n")}\n  ]`;
}

function sorted(value: unknown): unknown {
  if (typeof value === "number" && !Number.isFinite(value))
    throw new TypeError(`Unexpected ${value} in JSON, expected a finite number`);
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== "object") return value;
  const entries = Object.entries(value).filter(([, item]) => item !== undefined);
  entries.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  return Object.fromEntries(entries.map(([key, item]) => [key, sorted(item)]));
}
