/**
 * Runs in a page, so it is text here: what is wrong with the text of its drawings.
 *
 * Text outside of its drawing, over other text, smaller than 12 px as it is shown, or nearer to its ground than 4.5 to
 * 1. A line of text is higher than its letters: one unit of the drawing may be empty on either side. The ground is that
 * of the page: bands and bars of a drawing are washes of it.
 */
export const drawingFaults = `(() => {
  const rgb = (text) => {
    const [r = 0, g = 0, b = 0, alpha = 1] = (text.match(/[\\d.]+/g) ?? []).map(Number);
    return text.startsWith("color(") ? [255 * r, 255 * g, 255 * b, alpha] : [r, g, b, alpha];
  };
  const light = ([r, g, b]) => {
    const part = (value) => { const share = value / 255; return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4; };
    return 0.2126 * part(r) + 0.7152 * part(g) + 0.0722 * part(b);
  };
  const contrast = (a, b) => (Math.max(light(a), light(b)) + 0.05) / (Math.min(light(a), light(b)) + 0.05);
  const groundOf = (element) => {
    for (let one = element; one; one = one.parentElement) {
      const colour = rgb(getComputedStyle(one).backgroundColor);
      if (colour[3] === 1) return colour;
    }
    return [255, 255, 255, 1];
  };
  return [...document.querySelectorAll("svg[viewBox]")].filter((svg) => svg.getClientRects().length > 0).flatMap((svg) => {
    const name = (svg.closest("figure")?.className ?? svg.parentElement.dataset.name ?? "") + ": ";
    const well = new DOMParser().parseFromString(svg.outerHTML.replaceAll("&nbsp;", " "), "image/svg+xml").querySelector("parsererror");
    const frame = svg.getBoundingClientRect();
    const unit = frame.width / svg.viewBox.baseVal.width;
    const texts = [...svg.querySelectorAll("text")].filter((text) => text.getBBox().width > 0);
    const boxes = texts.map((text) => text.getBoundingClientRect());
    const ground = groundOf(svg);
    return [
      ...(well === null ? [] : [name + "not well formed"]),
      ...texts.flatMap((text, index) => {
        const box = boxes[index];
        const words = text.textContent;
        const outside = box.left < frame.left - unit || box.right > frame.right + unit ||
          box.top < frame.top - unit || box.bottom > frame.bottom + unit;
        const parts = text.querySelector("tspan") === null ? [text] : [...text.querySelectorAll("tspan")];
        const style = parts.map((part) => getComputedStyle(part));
        const small = Math.min(...style.map(({ fontSize }) => Number.parseFloat(fontSize) * unit));
        const pale = Math.min(...style.map(({ fill }) => contrast(rgb(fill), ground)));
        return [
          ...(outside ? [name + "outside: " + words] : []),
          ...(small < 12 ? [name + small.toFixed(1) + " px: " + words] : []),
          ...(pale < 4.5 ? [name + pale.toFixed(1) + " to 1: " + words] : []),
          ...texts.slice(index + 1).flatMap((other, more) => {
            const next = boxes[index + 1 + more];
            const wide = Math.min(box.right, next.right) - Math.max(box.left, next.left);
            const high = Math.min(box.bottom, next.bottom) - Math.max(box.top, next.top);
            return wide > 2 * unit && high > 6 * unit ? [name + words + " over " + other.textContent] : [];
          }),
        ];
      }),
    ];
  });
})()`;
