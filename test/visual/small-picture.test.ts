import { PNG } from "pngjs";
import { expect, it } from "vitest";

import { readPicture, reducePicture, writePicture } from "./small-picture.js";

/** A picture of grey pixels, given row by row. */
function greys(rows: readonly (readonly number[])[]): Buffer {
  const png = new PNG({ width: rows[0]?.length ?? 0, height: rows.length });
  png.data = Buffer.from(rows.flat().flatMap((grey) => [grey, grey, grey, 255]));
  return PNG.sync.write(png);
}

it("a pixel of the small picture is the mean of its square", () => {
  const large = greys([
    [0, 0, 255, 255, 7],
    [0, 0, 255, 32, 7],
    [255, 255, 0, 0, 7],
    [255, 255, 0, 255, 7],
    [9, 9, 9, 9, 9],
  ]);
  const { width, height, data } = reducePicture(large, 2);
  // Means 0, 199.25, 255 and 63.75; the nearest of our levels. The odd row and column fill no square.
  expect([width, height]).toEqual([2, 2]);
  expect([0, 4, 8, 12].map((at) => data[at])).toEqual([0, 208, 255, 72]);
});

it("a line of one pixel leaves a trace, wherever in its square it lies", () => {
  const lines = [0, 1, 2].map((line) =>
    greys([0, 1, 2].map((row) => [0, 1, 2].map(() => (row === line ? 0 : 255)))),
  );
  expect(lines.map((png) => reducePicture(png, 3).data[0])).toEqual([144, 144, 144]);
});

it("what is written is read back", () => {
  const picture = reducePicture(greys([[0, 100, 200, 250]]), 1);
  expect(readPicture(writePicture(picture)).data).toEqual(picture.data);
});
