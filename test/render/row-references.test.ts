import { toHtml } from "hast-util-to-html";
import { describe, expect, it } from "vitest";

import type { Inline } from "../../src/model/inline.js";
import { documentToHast } from "../../src/render/to-hast.js";
import { sanitize } from "../../src/render/sanitize.js";
import { numbersOf } from "../pages/printed-numbers.js";

const datum = (ref: string, value: number): Inline => ({
  type: "datum",
  ref,
  part: "value",
  value,
  text: String(value),
});

/** The table of a page with one row. */
function htmlOf(cells: readonly (readonly Inline[])[]): string {
  const grid = {
    id: "small",
    caption: [],
    note: [],
    columns: cells.map(() => ({ label: [], align: "end" as const })),
    rows: [{ cells: cells.map((pieces) => ({ pieces })) }],
    foot: [datum("after", 9)],
  };
  const { hast } = documentToHast({ type: "root", children: [{ type: "grid", grid }] });
  return toHtml(sanitize(hast), { omitOptionalTags: true });
}

describe("numbers of a table row", () => {
  it("share one reference on the row; another number keeps its own, also inside strong text", () => {
    const html = htmlOf([[datum("a", 1)], [{ type: "strong", children: [datum("a", 2)] }, datum("b", 3)]]);
    expect(html.match(/data-ref="a"/g)).toHaveLength(1);
    expect(numbersOf(html).map(({ ref, value }) => [ref, value])).toEqual([
      ["a", 1],
      ["a", 2],
      ["b", 3],
      ["after", 9],
    ]);
  });

  it("share one on their cell where the row has another", () => {
    const html = htmlOf([
      [datum("a", 1)],
      [datum("b", 2), { type: "strong", children: [datum("b", 3)] }, datum("a", 4)],
      [datum("a", 5), datum("c", 6), datum("c", 7)],
    ]);
    expect(html.match(/data-ref="b"/g)).toHaveLength(1);
    expect(html.match(/data-ref="c"/g)).toHaveLength(1);
    expect(numbersOf(html).map(({ ref, value }) => [ref, value])).toEqual([
      ["a", 1],
      ["b", 2],
      ["b", 3],
      ["a", 4],
      ["a", 5],
      ["c", 6],
      ["c", 7],
      ["after", 9],
    ]);
  });

  it("keep theirs where each is of something else", () => {
    expect(htmlOf([[datum("a", 1)], [datum("b", 2)]])).toMatch(/<tr>.*data-ref="a".*data-ref="b"/);
  });

  it("cannot be told another source by a hostile name", () => {
    const ref = '" onload="x';
    const html = htmlOf([[datum(ref, 1)], [datum(ref, 2)]]);
    expect(html).not.toMatch(/ onload="/);
    expect(numbersOf(html).map((number) => number.ref)).toEqual([ref, ref, "after"]);
  });
});
