import { describe, expect, it } from "vitest";

import { tidySvg } from "../../src/render/tidy-svg.js";

const face = ' font-family="Source Sans 3" font-size="12.5px"';

describe("tidySvg", () => {
  it("drops what changes nothing and rounds to what a screen can show", () => {
    const svg =
      `<svg width="9"><g fill="none"><path class="background" d="M0,0h0v0h0Z" pointer-events="none"></path>` +
      `<path class="foreground" d="" pointer-events="none" display="none"/>` +
      `<path d="M1.23456,2h3" opacity="1"/><line transform="translate(34.37518394,-16)"/></g></svg>`;
    expect(tidySvg(svg)).toBe(
      '<svg width="9"><g fill="none"><path d="M1.23,2h3"/><line transform="translate(34.38,-16)"/></g></svg>',
    );
  });

  it("says a face that all texts share once, and leaves two faces alone", () => {
    const text = (attributes: string) => `<text${attributes}>3.14159 opacity="1"</text>`;
    expect(tidySvg(`<svg><g>${text(face)}${text(face)}</g></svg>`)).toBe(
      `<svg><g${face}>${text("")}${text("")}</g></svg>`,
    );
    const two = `<svg><g>${text(face)}${text(face.replace("12.5", "17"))}</g></svg>`;
    expect(tidySvg(two)).toBe(two);
  });

  it("keeps an opacity that says something, and a path that is drawn", () => {
    const svg =
      '<svg><g><path class="background" d="M0,0h292v210h-292Z"/><path d="M0,0h1" opacity="0.5"/></g></svg>';
    expect(tidySvg(svg)).toBe(svg);
  });
});
