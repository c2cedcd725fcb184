/** What a drawing takes from the style sheet of its page; written on every element it opens the same elsewhere. */
const painted = [
  "fill",
  "fill-opacity",
  "stroke",
  "stroke-width",
  "stroke-dasharray",
  "stroke-linecap",
  "stroke-linejoin",
  "opacity",
  "paint-order",
] as const;
const lettered = ["font-family", "font-size", "font-weight", "text-anchor", "dominant-baseline"] as const;

/** A copy of a drawing that needs no style sheet: colours and faces stand on its elements, as they are shown now. */
export function resolvedDrawing(shown: SVGSVGElement): SVGSVGElement {
  const copy = shown.cloneNode(true) as SVGSVGElement;
  const [from, to] = [shown, copy].map((svg) => [svg, ...svg.querySelectorAll("*")]);
  for (const [index, original] of (from ?? []).entries()) {
    const twin = to?.[index];
    if (twin === undefined) continue;
    const style = getComputedStyle(original);
    const names = /^(text|tspan)$/.test(original.nodeName) ? [...painted, ...lettered] : painted;
    for (const name of names) {
      const value = style.getPropertyValue(name);
      if (value !== "" && value !== initial[name]) twin.setAttribute(name, value);
    }
    twin.removeAttribute("class");
  }
  return copy;
}

/** Values that need no writing, for a drawing of its own starts from them too. */
const initial: Readonly<Record<string, string>> = {
  "fill-opacity": "1",
  stroke: "none",
  "stroke-width": "1px",
  "stroke-dasharray": "none",
  "stroke-linecap": "butt",
  "stroke-linejoin": "miter",
  opacity: "1",
  "paint-order": "normal",
  "text-anchor": "start",
  "dominant-baseline": "auto",
};
