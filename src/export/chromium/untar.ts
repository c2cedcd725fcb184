import { chmod, mkdir, writeFile } from "node:fs/promises";
import path from "node:path";

const blockBytes = 512;

/**
 * Writes the files and folders of a plain tar archive below `folder`.
 *
 * Knows regular files and folders with names up to 100 characters; anything else, and any name that leaves
 * the folder, is an error.
 */
export async function untar(archive: Buffer, folder: string): Promise<void> {
  for (let offset = 0; offset + blockBytes <= archive.length;) {
    const header = archive.subarray(offset, offset + blockBytes);
    const name = textAt(header, 0, 100);
    if (name === "") return;
    const bytes = Number.parseInt(textAt(header, 124, 12), 8);
    const start = offset + blockBytes;
    if (!Number.isSafeInteger(bytes) || start + bytes > archive.length) {
      throw new Error(`Unexpected length of ${name} in an archive`);
    }
    await writeEntry(header, targetOf(folder, name), archive.subarray(start, start + bytes));
    offset = start + Math.ceil(bytes / blockBytes) * blockBytes;
  }
}

async function writeEntry(header: Buffer, target: string, content: Buffer): Promise<void> {
  const type = textAt(header, 156, 1);
  if (type === "5") {
    await makeFolder(target);
  } else if (type === "0" || type === "") {
    await makeFolder(path.dirname(target));
    const isProgram = (Number.parseInt(textAt(header, 100, 8), 8) & 0o111) !== 0;
    await writeFile(target, content, { flag: "wx" });
    await chmod(target, isProgram ? 0o755 : 0o644);
  } else {
    throw new Error(`Unexpected entry of type "${type}" in an archive, expected files and folders`);
  }
}

/** Readable by others whatever the umask is: as root the browser runs as another user. */
async function makeFolder(folder: string): Promise<void> {
  const first = await mkdir(folder, { recursive: true });
  if (first !== undefined) await chmod(folder, 0o755);
}

function textAt(header: Buffer, start: number, length: number): string {
  const field = header.subarray(start, start + length);
  const end = field.indexOf(0);
  return field.toString("utf8", 0, end < 0 ? length : end).trim();
}

function targetOf(folder: string, name: string): string {
  const target = path.resolve(folder, name);
  if (path.isAbsolute(name) || !`${target}${path.sep}`.startsWith(path.resolve(folder) + path.sep)) {
    throw new Error(`Unexpected name "${name}" in an archive, expected one inside it`);
  }
  return target;
}
