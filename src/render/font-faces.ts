import type { Materials } from "../model/materials.js";

/** Letters that English and German pages seldom hold: a file of its own per face, as `scripts/subset-fonts.mjs` made it. */
export const furtherLetters =
  "U+2A,U+5C,U+5E,U+60,U+7B-7E,U+A1-A2,U+A4-B6,U+B8-C3,U+C5-D5,U+D8-DB,U+DD-DE,U+E0-E3,U+E5-F5,U+F7-FB,U+FD-FF,U+131,U+152-153,U+2BB-2BC,U+2C6,U+2DA,U+2DC,U+300-301,U+303-304,U+308-309,U+323,U+329,U+2002,U+200B,U+2014,U+201A,U+2022,U+2032-2033,U+2039-203A,U+2044,U+2122,U+2191,U+2193,U+2215,U+FEFF";

const further = new RegExp(
  `[${furtherLetters
    .replaceAll("U+", "")
    .replace(/[0-9A-F]+/g, "\\u{$&}")
    .replaceAll(",", "")}]`,
  "u",
);

/**
 * Faces the page uses, written into it: the lighter serif only where wording is quoted, letters beyond the usual ones only
 * where the page holds one.
 *
 * @param main - the page's content as HTML
 * @param others - all else that may be shown on it
 */
export function fontFaces({ fonts }: Pick<Materials, "fonts">, main: string, others = ""): string {
  const hasFurther = further.test(main.replace(/<[^>]*>/g, "")) || further.test(others);
  const faces = [
    ["serif-600", "Forthright Serif", 600, true],
    ["serif-400", "Forthright Serif", 400, main.includes('class="wording"')],
    ["sans-400", "Forthright Sans", 400, true],
    ["sans-600", "Forthright Sans", 600, true],
  ] as const;
  const face = (name: string, family: string, weight: number, range: string): string =>
    fonts[name] === undefined
      ? ""
      : `@font-face{font-family:"${family}";font-weight:${weight};src:url(data:font/woff2;base64,${fonts[name]}) format("woff2")${range}}`;
  return faces
    .filter(([, , , isUsed]) => isUsed)
    .flatMap(([name, family, weight]) => [
      face(name, family, weight, ""),
      hasFurther ? face(`${name}-further`, family, weight, `;unicode-range:${furtherLetters}`) : "",
    ])
    .filter((one) => one !== "")
    .join("\n");
}
