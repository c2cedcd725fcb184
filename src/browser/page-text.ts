/** The setting on screen as text: its sentences, then the table with a tab between cells, as sheets and slides take it. */
export function pageText(sentences: readonly string[], table: HTMLTableElement | null, foot: string): string {
  const rows = [...(table?.rows ?? [])].map((row) =>
    [...row.cells].map((cell) => cell.textContent.replace(/\s+/g, " ").trim()).join("\t"),
  );
  const caption = table?.caption?.textContent.replace(/\s+/g, " ").trim() ?? "";
  return [sentences.join("\n"), "", caption, ...rows, "", foot, ""].join("\n").replace(/\n{3,}/g, "\n\n");
}
