/** One `<data>` element of a page. */
export interface PrintedNumber {
  readonly ref: string;
  readonly part: string;
  readonly value: number;
  /** Total it is told out of; null when it is told as counted. */
  readonly of: number | null;
  readonly text: string;
}

/** Every traced number of a page, in reading order. */
export function numbersOf(html: string): PrintedNumber[] {
  const page = html.replace(/<script[\s\S]*?<\/script>/g, "");
  let [row, cell] = ["", ""];
  // A row or a cell names what most of its numbers come from; a number of something else names it itself.
  const found = page.matchAll(/<(tr|td|th|\/table|data)\b([^>]*)>([^<]*)/g);
  return [...found].flatMap(([, tag = "", attributes = "", text = ""]) => {
    const at = (name: string): string | null =>
      new RegExp(` ${name}="([^"]*)"`).exec(attributes)?.[1] ?? null;
    if (tag !== "data") {
      if (tag === "td" || tag === "th") cell = at("data-ref") ?? "";
      else [row, cell] = [at("data-ref") ?? "", ""];
      return [];
    }
    const of = at("data-of");
    return {
      ref: unescapeHtml(at("data-ref") ?? (cell === "" ? row : cell)),
      part: at("data-part") ?? "",
      value: Number(at("value")),
      of: of === null ? null : Number(of),
      text: unescapeHtml(text),
    };
  });
}

const named: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

/** Entities as the page writes them, back to letters. */
export function unescapeHtml(text: string): string {
  return text
    .replace(/&#x([0-9a-f]+);/gi, (_, hex: string) => String.fromCodePoint(Number.parseInt(hex, 16)))
    .replace(/&#(\d+);/g, (_, digits: string) => String.fromCodePoint(Number(digits)))
    .replace(/&([a-z]+);/g, (all, name: string) => named[name] ?? all);
}
