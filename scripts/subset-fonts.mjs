// Makes templates/fonts from the files of Fontsource: every page carries these letters, so each face is cut in two. What
// English and German print is one file; all further letters of the Latin file are another, for pages that hold one.
// Run once, when the faces change; its tools are no dependency of ours:
//   npm install --no-save subset-font@2.9.0 fontverter@2.0.0 @fontsource/source-sans-3@5.3.1 @fontsource/source-serif-4@5.3.1
//   node scripts/subset-fonts.mjs
import { readFile, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { fileURLToPath } from "node:url";

const require = createRequire(path.join(process.cwd(), "subset-fonts.mjs"));
const subsetFont = require("subset-font");
const fontverter = require("fontverter");

const target = path.join(path.dirname(fileURLToPath(import.meta.url)), "../templates/fonts");
const basic =
  "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789ÄÖÜäöüß" +
  " \u00a0\u2009\u202f.,:;!?'\"()/%+-<>=&#@_[]€$£·×–‘’“”„…−";
// The licence reserves the name "Source" for the unchanged fonts: a part of one bears another name.
const faces = [
  { from: "source-sans-3", weight: 400, to: "sans", name: "Forthright Sans" },
  { from: "source-sans-3", weight: 600, to: "sans", name: "Forthright Sans SemiBold" },
  { from: "source-serif-4", weight: 400, to: "serif", name: "Forthright Serif" },
  { from: "source-serif-4", weight: 600, to: "serif", name: "Forthright Serif SemiBold" },
];

for (const { from, weight, to, name } of faces) {
  const file = `${from}/files/${from}-latin-${weight}-normal.woff2`;
  const whole = await readFile(require.resolve(`@fontsource/${file}`));
  const letters = lettersOf(await fontverter.convert(whole, "truetype"));
  const further = letters.filter((letter) => !basic.includes(letter));
  for (const [part, text] of [
    ["", letters.filter((letter) => basic.includes(letter)).join("")],
    ["-further", further.join("")],
  ]) {
    // Of the features kerning alone: no sheet asks for another one, and of the tables those that letters need.
    const cut = await subsetFont(whole, text, {
      targetFormat: "truetype",
      keepFeatures: ["kern"],
      noHinting: true,
      dropTables: ["BASE", "GDEF", "GSUB", "STAT", "gasp"],
    });
    const made = await fontverter.convert(renamed(cut, name), "woff2");
    await writeFile(path.join(target, `${to}-${weight}${part}.woff2`), made);
    console.log(`${to}-${weight}${part}.woff2`, [...text].length, "letters", made.length, "bytes");
  }
  console.log(rangesOf(further));
}

/** Letters that a font has, from its table of characters. */
function lettersOf(font) {
  const cmap = tablesOf(font).find(({ tag }) => tag === "cmap").offset;
  const letters = [];
  for (let place = 0; place < font.readUInt16BE(cmap + 2); place += 1) {
    const table = cmap + font.readUInt32BE(cmap + 4 + 8 * place + 4);
    if (font.readUInt16BE(table) !== 4) continue;
    const count = font.readUInt16BE(table + 6) / 2;
    for (let part = 0; part < count; part += 1) {
      const last = font.readUInt16BE(table + 14 + 2 * part);
      const first = font.readUInt16BE(table + 16 + 2 * count + 2 * part);
      for (let code = first; code <= last && code < 0xffff; code += 1)
        letters.push(String.fromCodePoint(code));
    }
    return letters;
  }
  throw new Error("The font has no table of characters that is understood");
}

function tablesOf(font) {
  return Array.from({ length: font.readUInt16BE(4) }, (_, place) => {
    const entry = 12 + 16 * place;
    return {
      tag: font.toString("latin1", entry, entry + 4),
      offset: font.readUInt32BE(entry + 8),
      length: font.readUInt32BE(entry + 12),
    };
  });
}

/** The same font under another name: copyright and licence are told, and what is our own. */
function renamed(font, name) {
  const plain = name.replaceAll(" ", "");
  const names = [
    [0, "Part of a font, copyright Adobe (http://www.adobe.com/), with Reserved Font Name 'Source'"],
    [1, name],
    [2, "Regular"],
    [3, plain],
    [4, name],
    [6, plain],
    [13, "SIL Open Font License, Version 1.1"],
  ].map(([id, text]) => ({ id, bytes: Buffer.from(text, "utf16le").swap16() }));
  const head = Buffer.alloc(6 + 12 * names.length);
  head.writeUInt16BE(names.length, 2);
  head.writeUInt16BE(head.length, 4);
  let at = 0;
  for (const [place, { id, bytes }] of names.entries()) {
    [3, 1, 0x409, id, bytes.length, at].forEach((value, word) =>
      head.writeUInt16BE(value, 6 + 12 * place + 2 * word),
    );
    at += bytes.length;
  }
  const table = Buffer.concat([head, ...names.map(({ bytes }) => bytes)]);
  return assembled(
    font.subarray(0, 4),
    tablesOf(font).map(({ tag, offset, length }) => ({
      tag,
      bytes: tag === "name" ? table : font.subarray(offset, offset + length),
    })),
  );
}

function assembled(kind, tables) {
  const head = Buffer.alloc(12 + 16 * tables.length);
  kind.copy(head);
  const power = 2 ** Math.floor(Math.log2(tables.length));
  [tables.length, 16 * power, Math.log2(power), 16 * (tables.length - power)].forEach((value, word) =>
    head.writeUInt16BE(value, 4 + 2 * word),
  );
  let offset = head.length;
  const padded = tables.map(({ tag, bytes }, place) => {
    const whole = Buffer.concat([bytes, Buffer.alloc((4 - (bytes.length % 4)) % 4)]);
    head.write(tag, 12 + 16 * place, "latin1");
    [checksum(whole), offset, bytes.length].forEach((value, word) =>
      head.writeUInt32BE(value, 16 + 16 * place + 4 * word),
    );
    offset += whole.length;
    return whole;
  });
  return Buffer.concat([head, ...padded]);
}

function checksum(bytes) {
  let sum = 0;
  for (let at = 0; at < bytes.length; at += 4) sum = (sum + bytes.readUInt32BE(at)) >>> 0;
  return sum;
}

/** Letters as the `unicode-range` of a style sheet. */
function rangesOf(letters) {
  const codes = letters.map((letter) => letter.codePointAt(0)).sort((a, b) => a - b);
  const ranges = [];
  for (const code of codes) {
    const last = ranges.at(-1);
    if (last !== undefined && last[1] === code - 1) last[1] = code;
    else ranges.push([code, code]);
  }
  const hex = (code) => code.toString(16).toUpperCase();
  return ranges
    .map(([first, last]) => (first === last ? `U+${hex(first)}` : `U+${hex(first)}-${hex(last)}`))
    .join(",");
}
