// ---------------------------------------------------------------- the nested counts

export const number = "(fewer than 1|[\\d,]+)";

export function toCount(text: string | undefined): number {
  return text === undefined ? Number.NaN : text === "fewer than 1" ? 0 : Number(text.replaceAll(",", ""));
}

export function isOne(text: string): boolean {
  return text === "fewer than 1" || text === "1";
}

export function grouped(value: number): string {
  return String(value).replace(/\B(?=(\d{3})+$)/g, ",");
}

export function any(words: readonly string[]): string {
  return [...words]
    .sort((a, b) => b.length - a.length)
    .map(escape)
    .join("|");
}

export function escape(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
