/** Attributes that a reader sets, or the program beside the page's words: a new picture leaves them alone. */
const kept: ReadonlySet<string> = new Set(["open"]);

/**
 * Makes one element into another of the same name, touching only what differs: an open fold stays open, what has the
 * focus keeps it, and the browser lays out only what changed.
 */
export function morph(shown: Element, wanted: Element): void {
  if (shown.isEqualNode(wanted)) return;
  for (const { name } of [...shown.attributes])
    if (!wanted.hasAttribute(name) && !kept.has(name)) shown.removeAttribute(name);
  for (const { name, value } of wanted.attributes)
    if (shown.getAttribute(name) !== value) shown.setAttribute(name, value);
  morphChildren(shown, [...wanted.childNodes]);
}

/** The children of an element become these, in this order. */
export function morphChildren(shown: Element, wanted: readonly Node[]): void {
  const before = [...shown.childNodes];
  for (const [index, node] of wanted.entries()) {
    const old = before[index];
    if (old === undefined) shown.append(node);
    else if (old.nodeType !== node.nodeType || old.nodeName !== node.nodeName) old.replaceWith(node);
    else if (old instanceof Element) morph(old, node as Element);
    else if (old.nodeValue !== node.nodeValue) old.nodeValue = node.nodeValue;
  }
  for (const old of before.slice(wanted.length)) old.remove();
}
