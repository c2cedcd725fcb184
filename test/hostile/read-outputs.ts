import { readFile, readdir } from "node:fs/promises";
import path from "node:path";

/** Every file below a folder with its bytes in Latin-1 (one letter per byte), by path; the records of builds left out. */
export async function readOutputs(folder: string): Promise<Record<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files: Record<string, string> = {};
  for (const entry of entries) {
    const absolute = path.join(entry.parentPath, entry.name);
    const name = path.relative(folder, absolute);
    if (!entry.isFile() || name.startsWith(".forthright")) continue;
    files[name] = (await readFile(absolute)).toString("latin1");
  }
  return Object.fromEntries(Object.entries(files).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** The JSON a page carries: what stands in its only script element. */
export function embeddedJson(html: string): unknown {
  const found = /<script type="application\/json" id="forthright-assessment">([\s\S]*?)<\/script>/.exec(html);
  if (found?.[1] === undefined) throw new Error("Unexpected page without its Assessment");
  return JSON.parse(found[1]);
}
