import path from "node:path";

import { writeOutputs } from "../export/write-outputs.js";
import { indexPage, type IndexEntry } from "../index-page.js";
import { loadMaterials } from "../load/load-materials.js";

/**
 * Writes `index.html` beside the folders of a run, or `index.de.html` for documents in German. Links what was written:
 * a PDF that no browser could print is left out, and of two models of one name the later.
 *
 * @param written - absolute paths
 * @returns the page's own path; null when there is nothing to link
 */
export async function writeIndex(
  out: string,
  entries: readonly IndexEntry[],
  written: ReadonlySet<string>,
  lang: string,
): Promise<string | null> {
  const byPath = new Map<string, IndexEntry>();
  for (const entry of entries) {
    const files = entry.files.filter((file) => written.has(path.join(out, file.path)));
    const [first] = files;
    if (first !== undefined) byPath.set(first.path, { ...entry, files });
  }
  if (byPath.size === 0) return null;
  const name = lang === "en" ? "index.html" : `index.${lang}.html`;
  const page = indexPage([...byPath.values()], await loadMaterials(null, lang), lang);
  await writeOutputs(out, [{ path: name, bytes: page }]);
  return path.join(out, name);
}
