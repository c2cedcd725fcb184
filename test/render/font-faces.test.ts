import { brotliDecompressSync } from "node:zlib";
import { describe, expect, it } from "vitest";

import { loadMaterials } from "../../src/load/load-materials.js";
import { fontFaces, furtherLetters } from "../../src/render/font-faces.js";

const materials = await loadMaterials(null, "de");

/** Letters of a WOFF2 file: its tables stand in one compressed stream, and that of the characters as it is. */
function lettersOf(base64: string): Set<string> {
  const file = Buffer.from(base64, "base64");
  const tags = [
    "cmap",
    "head",
    "hhea",
    "hmtx",
    "maxp",
    "name",
    "OS/2",
    "post",
    "cvt ",
    "fpgm",
    "glyf",
    "loca",
  ];
  let at = 48;
  const number = (): number => {
    let value = 0;
    for (;;) {
      const byte = file.readUInt8(at++);
      value = value * 128 + (byte & 127);
      if (byte < 128) return value;
    }
  };
  let [start, offset] = [-1, 0];
  for (let table = 0; table < file.readUInt16BE(12); table += 1) {
    const flags = file.readUInt8(at++);
    const tag = (flags & 63) === 63 ? file.toString("latin1", at, (at += 4)) : tags[flags & 63];
    const length = number();
    const isChanged = tag === "glyf" || tag === "loca" ? flags >> 6 !== 3 : flags >> 6 !== 0;
    if (tag === "cmap") start = offset;
    offset += isChanged ? number() : length;
  }
  const cmap = brotliDecompressSync(file.subarray(at)).subarray(start);
  const letters = new Set<string>();
  for (let table = 0; table < cmap.readUInt16BE(2); table += 1) {
    const part = cmap.subarray(cmap.readUInt32BE(8 + 8 * table));
    if (part.readUInt16BE(0) !== 4) continue;
    const count = part.readUInt16BE(6) / 2;
    for (let range = 0; range < count; range += 1) {
      const first = part.readUInt16BE(16 + 2 * count + 2 * range);
      for (let code = first; code <= part.readUInt16BE(14 + 2 * range) && code < 0xffff; code += 1)
        letters.add(String.fromCodePoint(code));
    }
  }
  return letters;
}

function rangeOf(ranges: string): Set<string> {
  return new Set(
    ranges.split(",").flatMap((range) => {
      const [first = 0, last = first] = range
        .slice(2)
        .split("-")
        .map((hex) => Number.parseInt(hex, 16));
      return Array.from({ length: last - first + 1 }, (_, index) => String.fromCodePoint(first + index));
    }),
  );
}

describe("the faces of a page", () => {
  it("hold every letter of English and German, and the rest in files of their own", () => {
    const faces = ["sans-400", "sans-600", "serif-400", "serif-600"];
    expect(Object.keys(materials.fonts).sort()).toEqual(
      faces.flatMap((face) => [face, `${face}-further`]).sort(),
    );
    const further = new Set<string>();
    for (const face of faces) {
      const usual = lettersOf(materials.fonts[face] ?? "");
      for (const letter of "Zwölf Boxkämpfer jagen Eva quer über den großen Sylter Deich ÄÖÜ 0123456789 “„”’–−€£$%(),.:;?!/+&")
        expect(usual).toContain(letter);
      const other = lettersOf(materials.fonts[`${face}-further`] ?? "");
      expect([...other].filter((letter) => usual.has(letter))).toEqual([]);
      for (const letter of other) further.add(letter);
    }
    expect(further).toEqual(rangeOf(furtherLetters));
  });

  it("come with further letters only where the page shows one", () => {
    const families = (main: string, others = ""): number =>
      fontFaces(materials, main, others).match(/@font-face/g)?.length ?? 0;
    expect(families('<p title="é">Größe „x“ – 5 %</p>')).toBe(3);
    expect(families('<p class="wording">x</p>')).toBe(4);
    expect(families("<p>Café</p>")).toBe(6);
    expect(families("<p>Cafe</p>", "Bjørn")).toBe(6);
    expect(families("<p>日本語</p>")).toBe(3);
  });
});
