import { deflateSync } from "node:zlib";
import { PNG } from "pngjs";

/** A picture in few colours, four bytes to a pixel. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly data: Buffer;
}

/** Levels of each of red, green and blue, closer where papers and tints lie: 216 colours show a change and pack well. */
const levels = [0, 72, 144, 208, 240, 255] as const;

/** What a PNG shows, in the few colours of our pictures. */
export function readPicture(png: Uint8Array): Picture {
  return inFewColours(PNG.sync.read(Buffer.from(png)));
}

/**
 * A PNG made smaller: each pixel is the mean of a square of the large picture, in the few colours of our pictures.
 * Pixels at the right and the lower edge that fill no square are left out.
 *
 * @param by - whole pixels of the large picture to one of the small, in each direction
 */
export function reducePicture(png: Uint8Array, by: number): Picture {
  return reduceDrawing(PNG.sync.read(Buffer.from(png)), by);
}

/** The same of a drawing that never was a PNG. */
export function reduceDrawing(large: Picture, by: number): Picture {
  const width = Math.floor(large.width / by);
  const height = Math.floor(large.height / by);
  const sums = new Uint32Array(width * height * 4);
  for (let y = 0; y < height * by; y += 1) {
    for (let x = 0; x < width * by; x += 1) {
      const from = (y * large.width + x) * 4;
      const to = (Math.floor(y / by) * width + Math.floor(x / by)) * 4;
      for (let channel = 0; channel < 4; channel += 1)
        sums[to + channel] = (sums[to + channel] ?? 0) + (large.data[from + channel] ?? 0);
    }
  }
  return inFewColours({ width, height, data: Buffer.from(sums.map((sum) => Math.round(sum / by ** 2))) });
}

/** Two renderings of the same page fall on the same colours. */
function inFewColours({ width, height, data }: Picture): Picture {
  for (let at = 0; at < data.length; at += 4) {
    for (let channel = 0; channel < 3; channel += 1)
      data[at + channel] = levels[levelOf(data[at + channel] ?? 0)] ?? 0;
    data[at + 3] = 255;
  }
  return { width, height, data };
}

/** Place of the nearest level. */
function levelOf(value: number): number {
  const next = levels.findIndex((level) => level >= value);
  const [above = 255, below = 0] = [levels[next], levels[next - 1]];
  return next === 0 || above - value <= value - below ? next : next - 1;
}

/** The same as a PNG, which `readPicture` reads back. */
export function writePicture({ width, height, data }: Picture): Buffer {
  const colours = levels.flatMap((red) =>
    levels.flatMap((green) => levels.map((blue) => [red, green, blue] as const)),
  );
  const places = new Uint8Array(width * height);
  for (let pixel = 0; pixel < places.length; pixel += 1) {
    const [red = 0, green = 0, blue = 0] = [0, 1, 2].map((channel) =>
      levelOf(data[pixel * 4 + channel] ?? 0),
    );
    places[pixel] = (red * levels.length + green) * levels.length + blue;
  }
  return palettePng(width, height, colours, places);
}

/**
 * A PNG with a palette: the library writes none, and true colour is twice as large.
 *
 * @param colours - at most 256, as red, green, blue
 * @param places - for each pixel, row by row, the place of its colour
 */
export function palettePng(
  width: number,
  height: number,
  colours: readonly (readonly [number, number, number])[],
  places: Uint8Array,
): Buffer {
  const rows = Buffer.alloc((width + 1) * height);
  for (let y = 0; y < height; y += 1)
    rows.set(places.subarray(y * width, (y + 1) * width), y * (width + 1) + 1);
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 3, 0, 0, 0], 8); // Eight bits to a pixel, by palette.
  return Buffer.concat([
    Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]),
    chunk("IHDR", head),
    chunk("PLTE", Buffer.from(colours.flat())),
    chunk("IDAT", deflateSync(rows, { level: 9 })),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

function chunk(type: string, content: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, "latin1"), content]);
  const size = Buffer.alloc(4);
  size.writeUInt32BE(content.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([size, body, sum]);
}

/** The checksum of PNG; zlib has one in Node 22 only. */
function crc32(bytes: Uint8Array): number {
  let sum = 0xffffffff;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit += 1) sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1;
  }
  return (sum ^ 0xffffffff) >>> 0;
}
