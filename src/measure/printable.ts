/** Hostile cells reach messages: control and direction-changing characters are shown as code points. */
export function printable(text: string): string {
  const short = text.length > 80 ? `${text.slice(0, 77)}...` : text;
  return short.replace(
    /[\p{Cc}\p{Cf}]/gu,
    (letter) => `[U+${(letter.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}]`,
  );
}
