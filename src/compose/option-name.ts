import { visibleText } from "../visible-text.js";
import type { DocumentContext } from "./context.js";

/** An option's name as printed: in another language by the name it is given there. */
export function optionName({ document, evaluation }: DocumentContext, id: string): string {
  const name = (document.options ?? []).find((option) => option.id === id)?.name ?? id;
  return visibleText(evaluation.facet_names?.[name] ?? name);
}
