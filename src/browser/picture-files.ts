/** A drawing as the letters of a file. */
export function svgFile(drawing: SVGSVGElement): Blob {
  return new Blob([lettersOf(drawing)], { type: "image/svg+xml" });
}

/**
 * The drawing in points, twice as fine as its units.
 *
 * It goes through a `data:` address, which is the one the page's policy lets pictures come from.
 *
 * @throws Error when the browser cannot draw it
 */
export async function pngFile(drawing: SVGSVGElement): Promise<Blob> {
  const { width, height } = drawing.viewBox.baseVal;
  const image = new Image(width, height);
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(lettersOf(drawing))}`;
  await image.decode();
  const canvas = document.createElement("canvas");
  canvas.width = 2 * width;
  canvas.height = 2 * height;
  canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => {
      if (blob === null) reject(new Error("The browser drew nothing"));
      else resolve(blob);
    }, "image/png");
  });
}

function lettersOf(drawing: SVGSVGElement): string {
  return new XMLSerializer().serializeToString(drawing);
}
