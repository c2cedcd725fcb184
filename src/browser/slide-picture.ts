import { makeDrawn } from "./make-element.js";
import { resolvedDrawing } from "./resolved-drawing.js";

/** What goes on a slide: the setting on screen, cut out of its page. */
export interface Slide {
  readonly sentence: string;
  readonly second: string;
  /** At most three. */
  readonly figures: readonly { readonly number: string; readonly label: string; readonly basis: string }[];
  readonly array: SVGSVGElement | null;
  /** Words under the array: what each mark counts. */
  readonly counts: readonly {
    readonly mark: string | null;
    readonly count: string;
    readonly words: string;
  }[];
  readonly chart: SVGSVGElement | null;
  readonly chartTitle: string;
  readonly foot: string;
}

const [width, height, edge] = [1280, 720, 56];

type Colour = "paper" | "ink" | "ink-2" | "ink-3" | "rule" | "accent" | "right" | "wrong" | "edge";

/** The slide as a drawing of 1,280 by 720 that needs no style sheet: 16 to 9, in the colours on screen. */
export function slidePicture(slide: Slide): SVGSVGElement {
  const colours = getComputedStyle(document.documentElement);
  const colour = (name: Colour): string => colours.getPropertyValue(`--${name}`).trim();
  const faces = {
    say: colours.getPropertyValue("--say").trim(),
    show: colours.getPropertyValue("--show").trim(),
  };
  const svg = makeDrawn("svg", {
    xmlns: "http://www.w3.org/2000/svg",
    viewBox: `0 0 ${width} ${height}`,
    width: String(width),
    height: String(height),
    role: "img",
    "aria-label": `${slide.sentence} ${slide.second}`,
  }) as SVGSVGElement;
  const pen = { svg, colour, faces };
  svg.append(fontsOf());
  svg.append(makeDrawn("rect", { width: String(width), height: String(height), fill: colour("paper") }));
  rule(pen, 36, "ink", 3);
  const below = paragraph(pen, slide.sentence, {
    x: edge,
    y: 84,
    size: 33,
    line: 40,
    face: "say",
    wide: 1168,
  });
  const after = paragraph(pen, slide.second, {
    x: edge,
    y: below + 2,
    size: 19,
    line: 27,
    wide: 1168,
    tone: "ink-2",
  });
  const top = drawFigures(pen, slide.figures, after + 8);
  drawArray(pen, slide, top);
  drawChart(pen, slide, top);
  rule(pen, height - 46, "rule", 1);
  paragraph(pen, slide.foot, { x: edge, y: height - 22, size: 14, line: 18, wide: 1168, tone: "ink-3" });
  return svg;
}

interface Pen {
  readonly svg: SVGSVGElement;
  readonly colour: (name: Colour) => string;
  readonly faces: Readonly<Record<"say" | "show", string>>;
}

interface Lettering {
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly line: number;
  readonly wide: number;
  readonly face?: "say" | "show";
  readonly tone?: Colour;
  readonly strong?: boolean;
}

/** Writes words in lines of at most so many units. @returns where the next line would stand */
function paragraph(pen: Pen, words: string, how: Lettering): number {
  const { x, y, size, line, wide, face = "show", tone = "ink", strong = face === "say" } = how;
  const weight = strong ? "600" : "400";
  const lines = linesOf(words, `${weight} ${size}px ${pen.faces[face]}`, wide);
  for (const [index, text] of lines.entries()) {
    pen.svg.append(
      makeDrawn(
        "text",
        {
          x: String(x),
          y: String(y + index * line),
          fill: pen.colour(tone),
          "font-family": pen.faces[face],
          "font-size": String(size),
          "font-weight": weight,
        },
        [text],
      ),
    );
  }
  return y + lines.length * line;
}

let canvas: CanvasRenderingContext2D | null = null;

function linesOf(words: string, font: string, wide: number): string[] {
  canvas ??= document.createElement("canvas").getContext("2d");
  if (canvas === null) return [words];
  canvas.font = font;
  const lines: string[] = [];
  for (const word of words.split(" ").filter((one) => one !== "")) {
    const last = lines.at(-1);
    const longer = last === undefined ? word : `${last} ${word}`;
    if (last !== undefined && canvas.measureText(longer).width > wide) lines.push(word);
    else lines[Math.max(0, lines.length - 1)] = longer;
  }
  return lines;
}

function rule({ svg, colour }: Pen, y: number, tone: Colour, thick: number): void {
  svg.append(
    makeDrawn("rect", {
      x: String(edge),
      y: String(y),
      width: String(width - 2 * edge),
      height: String(thick),
      fill: colour(tone),
    }),
  );
}

/** Numbers in three columns between hairlines. @returns where the pictures start */
function drawFigures(pen: Pen, figures: Slide["figures"], y: number): number {
  if (figures.length === 0) return y;
  rule(pen, y - 14, "rule", 1);
  const column = (width - 2 * edge) / figures.length;
  const ends = figures.map(({ number, label, basis }, index) => {
    const x = edge + index * column;
    const wide = column - 24;
    const low = paragraph(pen, number, { x, y: y + 30, size: 34, line: 26, face: "say", wide });
    const next = paragraph(pen, label, { x, y: low - 1, size: 17, line: 21, wide });
    return paragraph(pen, basis, { x, y: next, size: 15, line: 19, tone: "ink-3", wide });
  });
  const end = Math.max(...ends);
  rule(pen, end - 6, "rule", 1);
  return end + 20;
}

const room = height - 60;

function drawArray(pen: Pen, { array, counts }: Slide, top: number): void {
  if (array === null) return;
  const size = room - top - 8;
  place(pen, array, edge, top, Math.min(size, 420), size);
  const x = edge + Math.min(size, 420) + 24;
  for (const [index, { mark, count, words }] of counts.entries()) {
    const y = top + 20 + index * 32;
    const tone: Colour =
      mark === "caught" ? "right" : mark === "missed" || mark === "false-alarm" ? "wrong" : "ink-2";
    drawMark(pen, mark, x + 7, y - 6);
    paragraph(pen, count, { x: x + 22, y, size: 20, line: 20, face: "say", tone, wide: 120 });
    paragraph(pen, words, {
      x: x + 84,
      y,
      size: 15,
      line: 17,
      wide: 660 - x - 84,
      tone: mark === null ? "ink-2" : "ink",
    });
  }
}

/** The mark of an outcome, as in the array. */
function drawMark({ svg, colour }: Pen, mark: string | null, x: number, y: number): void {
  const at = { cx: String(x), cy: String(y) };
  if (mark === "caught") svg.append(makeDrawn("circle", { ...at, r: "7", fill: colour("right") }));
  if (mark === "missed")
    svg.append(makeDrawn("path", { d: `M${x} ${y - 8}l8 8-8 8-8-8z`, fill: colour("wrong") }));
  if (mark === "false-alarm")
    svg.append(
      makeDrawn("circle", { ...at, r: "6", fill: "none", stroke: colour("wrong"), "stroke-width": "2" }),
    );
  if (mark === "left-alone") svg.append(makeDrawn("circle", { ...at, r: "2.5", fill: colour("edge") }));
}

function drawChart(pen: Pen, { chart, chartTitle }: Slide, top: number): void {
  if (chart === null) return;
  const x = 680;
  const below = paragraph(pen, chartTitle, {
    x,
    y: top + 12,
    size: 17,
    line: 22,
    strong: true,
    wide: width - edge - x,
  });
  place(pen, chart, x, below - 6, width - edge - x, room - below);
}

/** A picture of the page, without its page, fitted into a box from its top left. */
function place({ svg }: Pen, picture: SVGSVGElement, x: number, y: number, wide: number, high: number): void {
  const copy = resolvedDrawing(picture);
  for (const [name, value] of Object.entries({ x, y, width: wide, height: high }))
    copy.setAttribute(name, String(value));
  copy.setAttribute("preserveAspectRatio", "xMinYMin meet");
  copy.removeAttribute("role");
  copy.removeAttribute("aria-label");
  svg.append(copy);
}

/** The faces of the page, so that the drawing looks the same where they are not installed. */
function fontsOf(): Element {
  const faces = [...document.styleSheets]
    .flatMap((sheet) => [...sheet.cssRules])
    .filter((one) => one instanceof CSSFontFaceRule)
    .map(({ cssText }) => cssText);
  return makeDrawn("style", {}, [faces.join("\n")]);
}
