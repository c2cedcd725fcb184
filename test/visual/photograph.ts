import type { Page } from "puppeteer-core";

import type { TestBrowser } from "../pages/test-page.js";
import { reducePicture, type Picture } from "./small-picture.js";
import type { Mode } from "./subjects.js";

/** CSS pixels to a pixel of the picture: enough to see a block move, a chart change or a colour go. */
const reduction = 3;
/** What is seen of a page, in CSS pixels: on the longest pages the rest is tables like those above. */
const mostHeight = 6_000;

/** Pictures of one document, one per mode, from one loading of it. */
export async function photograph(
  browser: TestBrowser,
  html: string,
  modes: readonly Mode[],
): Promise<ReadonlyMap<string, Picture>> {
  return browser.show(html, { width: 1100 }, async ({ page }) => {
    await page.evaluate("document.fonts.ready.then(() => undefined)");
    const pictures = new Map<string, Picture>();
    for (const mode of modes) pictures.set(mode.name, await shoot(page, mode));
    return pictures;
  });
}

/**
 * The picture is taken at full size and made smaller here: below one pixel to a CSS pixel, Chromium itself draws edges
 * of layers that stick now in one row, now in the next.
 */
async function shoot(page: Page, { width, scheme }: Mode): Promise<Picture> {
  await page.emulateMediaFeatures([
    { name: "prefers-color-scheme", value: scheme },
    { name: "prefers-reduced-motion", value: "reduce" },
  ]);
  await page.setViewport({ width, height: 900, deviceScaleFactor: 1 });
  const height = Math.min(mostHeight, Number(await page.evaluate("document.documentElement.scrollHeight")));
  const png = await page.screenshot({
    type: "png",
    captureBeyondViewport: true,
    optimizeForSpeed: true,
    clip: { x: 0, y: 0, width, height },
  });
  return reducePicture(png, reduction);
}
