import type { Element, ElementContent, Properties } from "hast";

/** An element of a page, as plain data. */
export function element(tagName: string, properties: Properties, children: ElementContent[]): Element {
  return { type: "element", tagName, properties, children };
}

/** The property for some classes; none for no class. */
export function classed(className: string[]): Properties {
  return className.length === 0 ? {} : { className };
}
