import { copyFile, mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import process from "node:process";
import { stringify } from "yaml";

import { exitCodes, UserError } from "../../errors.js";
import { makeTemporaryFolder, removeFolder } from "../../export/chromium/temporary-folder.js";
import { copyEvidence } from "../../load/copy-evidence.js";
import { planJsonSchema } from "../../model/plan-json-schema.js";
import { packageFile } from "../../package-file.js";
import { slugOf } from "../../slug.js";
import { startFolder } from "../../unfinished-folders.js";
import { takeReader } from "../../workers/read-evidence.js";
import type { Command, CommandContext } from "../command.js";
import { guessColumns, type Guess } from "../guess-columns.js";

/** A draft project from a table: guesses label, score and slices, and writes a plan with comments. */
export const init: Command = {
  id: "init",
  usage: "<data> [folder]",
  summary: "start a project from a CSV or Parquet table",
  run: async (context) => {
    const [data, given] = context.arguments;
    if (data === undefined)
      throw new UserError("usage", {
        code: "E-USAGE",
        severity: "error",
        text: "Missing table.",
        hint: "forthright init predictions.csv",
      });
    const name = path.basename(data);
    const folder = path.resolve(process.cwd(), given ?? slugOf(name.replace(/\.[^.]+$/, "")));
    await checkEmpty(folder);
    const guess = await guessFrom(data, context);
    await writeProject(folder, data, given === undefined ? name : path.basename(folder), guess);
    context.print(`${path.relative(process.cwd(), folder) || "."}\n`);
    context.say(
      [
        `Outcome: ${guess.label} (positive: ${guess.positive}). Score: ${guess.score ?? `${guess.prediction ?? ""}, hard decisions`}. Groups: ${guess.slices.join(", ") || "none"}.`,
        `Next: forthright build ${path.relative(process.cwd(), folder) || "."}`,
        "",
      ].join("\n"),
    );
    return exitCodes.done;
  },
};

async function checkEmpty(folder: string): Promise<void> {
  const names = await readdir(folder).catch((cause: unknown) => {
    if (cause instanceof Error && "code" in cause && cause.code === "ENOENT") return [];
    throw new UserError("usage", {
      code: "E-EXISTS",
      severity: "error",
      place: { file: path.basename(folder) },
      text: "A file of this name exists, expected a new folder.",
      hint: "Name another: forthright init data.csv my-model",
    });
  });
  if (names.length === 0) return;
  throw new UserError("usage", {
    code: "E-EXISTS",
    severity: "error",
    place: { file: path.basename(folder) },
    text: "The folder exists and is not empty; nothing was written.",
    hint: "Name another: forthright init data.csv my-model",
  });
}

interface GuessedTable extends Guess {
  readonly delimiter: string;
}

async function guessFrom(data: string, { options }: CommandContext): Promise<GuessedTable> {
  const text = (name: string): string | null => (typeof options[name] === "string" ? options[name] : null);
  if (!/\.(csv|tsv|txt|parquet)$/i.test(data)) {
    throw new UserError("usage", {
      code: "E-FORMAT",
      severity: "error",
      place: { file: path.basename(data) },
      text: "Unexpected kind of file, expected .csv or .parquet.",
    });
  }
  const privateFolder = await makeTemporaryFolder(tmpdir(), "forthright-evidence-");
  const reader = takeReader();
  try {
    const absolute = path.resolve(process.cwd(), data);
    const file = await copyEvidence(path.dirname(absolute), path.basename(absolute), null, privateFolder);
    const profile = await reader.profile(file);
    const named = { label: text("label"), score: text("score"), positive: text("positive") };
    return { ...guessColumns(profile, named, file.path), delimiter: file.delimiter };
  } finally {
    reader.release();
    await removeFolder(privateFolder);
  }
}

async function writeProject(folder: string, data: string, title: string, guess: GuessedTable): Promise<void> {
  const name = path.basename(data);
  const source = await readFile(packageFile("templates/starter/forthright.yaml.hbs"), "utf8");
  const scalar = (value: string): string => stringify(value, { lineWidth: 0 }).trimEnd();
  const { default: handlebars } = await import("handlebars");
  const plan = handlebars.create().compile(source, { noEscape: true, strict: true })({
    name: scalar(titleOf(title)),
    data: scalar(`data/${name}`),
    delimiter: guess.delimiter === "," ? null : JSON.stringify(guess.delimiter),
    label: scalar(guess.label),
    positive: scalar(guess.positive),
    score: guess.score === null ? null : scalar(guess.score),
    scoreRange: guess.scoreRange === null ? null : `[${guess.scoreRange.join(", ")}]`,
    prediction: guess.prediction === null ? null : scalar(guess.prediction),
    rowId: guess.rowId === null ? null : scalar(guess.rowId),
    slices: guess.slices.length === 0 ? null : guess.slices.map(scalar).join(", "),
  });
  const work = startFolder(`${folder}.work-${process.pid}`);
  try {
    for (const inner of ["data", "notes", "limitations"])
      await mkdir(path.join(work, inner), { recursive: true });
    await copyFile(path.resolve(process.cwd(), data), path.join(work, "data", name));
    await writeFile(path.join(work, "forthright.yaml"), plan);
    await writeFile(
      path.join(work, "forthright.schema.json"),
      `${JSON.stringify(planJsonSchema(), null, 2)}\n`,
    );
    for (const inner of ["notes", "limitations"])
      await copyFile(packageFile(`templates/starter/${inner}.md`), path.join(work, inner, "README.md"));
    await mkdir(path.dirname(folder), { recursive: true });
    await rm(folder, { recursive: true, force: true }); // Checked empty above; a rename needs it gone.
    await rename(work, folder);
  } finally {
    await removeFolder(work);
  }
}

/** "predictions_2026.csv", or the folder where one is given, as a first name for the model. */
function titleOf(name: string): string {
  const words = name
    .replace(/\.[^.]+$/, "")
    .replace(/[_-]+/g, " ")
    .trim();
  return words === "" ? "My model" : words.charAt(0).toUpperCase() + words.slice(1);
}
