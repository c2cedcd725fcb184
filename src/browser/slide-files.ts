import { pngFile, svgFile } from "./picture-files.js";
import { slideOf } from "./slide-of.js";
import { slidePicture } from "./slide-picture.js";

/** Makes files of the setting on screen, for slides. */
export interface SlideFiles {
  /** @param foot - where the picture comes from, written below it */
  readonly png: (block: HTMLElement, foot: string) => Promise<Blob>;
  readonly svg: (block: HTMLElement, foot: string) => Blob;
}

export const slideFiles: SlideFiles = {
  png: (block, foot) => pngFile(slidePicture(slideOf(block, foot))),
  svg: (block, foot) => svgFile(slidePicture(slideOf(block, foot))),
};
