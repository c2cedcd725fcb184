import type { ContainerDirective, LeafDirective, TextDirective } from "mdast-util-directive";

import type { Message } from "../errors.js";
import { nearestName, suggestName } from "../model/nearest-name.js";
import type { Directive } from "./directive.js";

type DirectiveNode = ContainerDirective | LeafDirective | TextDirective;
type Complaint = Pick<Message, "text" | "hint">;

const colons = { textDirective: ":", leafDirective: "::", containerDirective: ":::" } as const;
const formOf = { textDirective: "text", leafDirective: "leaf", containerDirective: "container" } as const;

/**
 * What is wrong with a directive that cannot be followed; null for words that only look like one and stay as they
 * are: `10:am`, `:smile:`, `std:vector`.
 *
 * A line of its own with two colons was meant, and so was a name with attributes or one that is nearly right.
 *
 * @param known - the directives there are
 * @param trusted - true in a template, which may use all of them
 */
export function unknownDirective(
  node: DirectiveNode,
  known: readonly Directive[],
  trusted: boolean,
): Complaint | null {
  const { name, type } = node;
  const said = `${colons[type]}${name}`;
  const usable = known.filter(({ inNotes }) => inNotes || trusted);
  const marked = Object.keys(node.attributes ?? {}).length > 0;
  const glued = node.data?.glued === true && !marked;
  if (type === "textDirective" && glued) return null;
  const own = known.find(({ id }) => id === name);
  if (own !== undefined && !usable.includes(own))
    return {
      text: `Unexpected directive "${said}" here, expected it only in a template.`,
      hint: `Notes may use: ${usable.map(({ id }) => id).join(", ")}`,
    };
  if (own !== undefined) {
    const [other = "text"] = own.forms;
    const right = { text: ":", leaf: "::", container: ":::" }[other];
    return {
      text: `Unexpected directive "${said}", expected "${right}${name}".`,
      hint: other === "text" ? "It stands within a sentence." : "It stands on a line of its own.",
    };
  }
  const ids = usable.filter(({ forms }) => forms.includes(formOf[type])).map(({ id }) => id);
  const meant = type !== "textDirective" || marked || node.children.length > 0;
  if (!meant && nearestName(name, ids) === null) return null;
  return { text: `Unexpected directive "${said}"; it is printed as text.`, hint: suggestName(name, ids) };
}

/** What is wrong with the attributes of a directive. */
export function wrongAttributes(
  { id, attributes: known, values = {} }: Directive,
  attributes: Readonly<Record<string, string>>,
): Complaint[] {
  return Object.entries(attributes).flatMap(([name, value]): Complaint[] => {
    if (!known.includes(name))
      return [{ text: `Unexpected attribute "${name}" of :${id}.`, hint: suggestName(name, known) }];
    const allowed = values[name];
    if (allowed === undefined || allowed.includes(value)) return [];
    return [
      {
        text: `Unexpected ${name}="${value}" of :${id}, expected ${allowed.join(" or ")}.`,
        hint: suggestName(value, allowed),
      },
    ];
  });
}
