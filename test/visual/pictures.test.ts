import { execFile } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import pixelmatch from "pixelmatch";
import { PNG } from "pngjs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { packageFile } from "../../src/package-file.js";
import { canPrint } from "../export/test-browser.js";
import { openTestBrowser, type TestBrowser } from "../pages/test-page.js";
import { photographSheets } from "./photograph-sheets.js";
import { photograph } from "./photograph.js";
import { readPicture, writePicture, type Picture } from "./small-picture.js";
import { accepted, accepting, fileOf, modes, nameOf, print, subjects, type Subject } from "./subjects.js";

/*
 * Each kind of document beside the picture that somebody has looked at and accepted. Under the pinned Chromium alone:
 * another one breaks lines elsewhere.
 */
/** Not committed: what a changed page looks like now, and where it differs. */
const changed = packageFile("test/visual/changed");
const advice = "look at test/visual/changed; if the change is meant: npm run accept-pictures, and commit it";

/** Share of pixels that may differ, and how far a colour may move before it does: a machine may round an edge otherwise. */
const tolerance = 0.0005;
const threshold = 0.02;

let browser: TestBrowser | null = null;
const documents = new Map<Subject, Built>();

beforeAll(async () => {
  if (!canPrint) return;
  rmSync(changed, { recursive: true, force: true });
  const out = await mkdtemp(path.join(os.tmpdir(), "forthright-test-"));
  try {
    const opening = openTestBrowser();
    const runOf = ({ example, audience }: Subject): string => `${example}-${audience ?? "own"}`;
    for (const run of new Set(subjects.map(runOf)))
      await build(
        subjects.filter((subject) => runOf(subject) === run),
        path.join(out, run),
      );
    browser = await opening;
  } finally {
    await rm(out, { recursive: true, force: true });
  }
}, 180_000);
afterAll(() => browser?.close());

interface Built {
  readonly html: string;
  readonly pdf: Uint8Array;
}

/** Makes what one run of the program can: documents of one example in one edition. */
async function build(group: readonly Subject[], out: string): Promise<void> {
  const [{ example, audience } = { example: "" }] = group;
  const kinds = group.map(({ kind }) => kind);
  const edition = audience === undefined ? [] : ["--audience", audience];
  await promisify(execFile)(process.execPath, [
    ...[packageFile("dist/cli.js"), "build", packageFile(`examples/${example}`), "--document", ...kinds],
    ...[...edition, "--format", "html,pdf", "--out", out, "--quiet"],
  ]);
  const written = await readdir(out, { recursive: true });
  const read = async (kind: string, ending: string): Promise<Buffer> => {
    const isOf = (file: string): boolean => path.basename(file).startsWith(kind) && file.endsWith(ending);
    return readFile(path.join(out, written.find(isOf) ?? `${kind}${ending}`));
  };
  for (const subject of group) {
    const html = (await read(subject.kind, ".html")).toString();
    documents.set(subject, { html, pdf: new Uint8Array(await read(subject.kind, ".pdf")) });
  }
}

describe.runIf(canPrint).each(subjects.map((subject) => [nameOf(subject), subject] as const))(
  "%s",
  (_name, subject) => {
    it("looks as it did when somebody accepted it", async () => {
      const { html, pdf } = builtOf(subject);
      const onScreen = await photograph(opened(), html, modes);
      const differing = [...onScreen, [print, await photographSheets(pdf)] as const].flatMap(([mode, now]) =>
        compare(fileOf(subject, mode), now),
      );
      expect(differing, advice).toEqual([]);
    });
  },
);

function builtOf(subject: Subject): Built {
  const built = documents.get(subject);
  if (built === undefined) throw new Error(`There is no ${nameOf(subject)}`);
  return built;
}

function opened(): TestBrowser {
  if (browser === null) throw new Error("There is no browser");
  return browser;
}

/** How a picture differs from the accepted one; nothing when it does not. Leaves both beside each other for review. */
function compare(file: string, now: Picture): string[] {
  if (accepting) {
    mkdirSync(accepted, { recursive: true });
    writeFileSync(path.join(accepted, file), writePicture(now));
    return [];
  }
  const target = path.join(accepted, file);
  const before = existsSync(target) ? readPicture(readFileSync(target)) : null;
  const difference = before === null ? "no picture was accepted yet" : differenceOf(before, now, file);
  if (difference === null) return [];
  mkdirSync(changed, { recursive: true });
  writeFileSync(path.join(changed, file), writePicture(now));
  if (before !== null)
    writeFileSync(path.join(changed, file.replace(".png", ".before.png")), writePicture(before));
  return [`${file}: ${difference}`];
}

function differenceOf(before: Picture, now: Picture, file: string): string | null {
  const { width, height } = before;
  if (now.width !== width || now.height !== height)
    return `${width} by ${height} pixels before, ${now.width} by ${now.height} now`;
  const difference = new PNG({ width, height });
  const pixels = pixelmatch(before.data, now.data, difference.data, width, height, {
    threshold,
    includeAA: true,
  });
  if (pixels <= tolerance * width * height) return null;
  mkdirSync(changed, { recursive: true });
  writeFileSync(path.join(changed, file.replace(".png", ".difference.png")), PNG.sync.write(difference));
  return `${pixels} of ${width * height} pixels differ`;
}
