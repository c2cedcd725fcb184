import { makeElement } from "./make-element.js";

/**
 * Puts text on the clipboard. Where the browser does not let a page do that, as from some opened files, the text is
 * shown marked in a field, for the reader to copy.
 *
 * @param shelf - where the field goes
 * @param label - name of the field for those who hear the page
 * @returns whether the text is on the clipboard
 */
export async function copyText(text: string, shelf: HTMLElement, label: string): Promise<boolean> {
  shelf.querySelector("textarea")?.remove();
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    const field = makeElement("textarea", {
      readonly: "",
      rows: "6",
      "aria-label": label,
      class: "copy-field",
    });
    field.value = text;
    shelf.append(field);
    field.focus();
    field.select();
    return false;
  }
}
