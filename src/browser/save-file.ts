import { makeElement } from "./make-element.js";

/** Offers a file to the reader, from memory: no request leaves the page. */
export function saveFile(name: string, content: Blob): void {
  const address = URL.createObjectURL(content);
  const link = makeElement("a", { href: address, download: name });
  link.click();
  // The browser has taken the file by the next turn; the address would hold its memory.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
