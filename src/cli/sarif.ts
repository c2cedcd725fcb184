import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import process from "node:process";

import type { Rule } from "../check/rule.js";
import { rules } from "../check/rules/all.js";
import type { Fix, Message, Place } from "../errors.js";
import { version } from "../version.js";
import type { Checked } from "./checked.js";
import { mendedRegion } from "./mend-text.js";
import { rulePage } from "./rule-page.js";

/** What a log of SARIF 2.1.0 (OASIS 2020) holds, as far as it is written here. */
export interface SarifLog {
  readonly $schema: string;
  readonly version: "2.1.0";
  readonly runs: readonly SarifRun[];
}

interface SarifRun {
  readonly tool: { readonly driver: object };
  readonly columnKind: "utf16CodeUnits";
  readonly originalUriBaseIds: object;
  readonly results: readonly object[];
}

const levels = { error: "error", warning: "warning", hint: "note" } as const;
/** URIs of files are relative to where the program runs: in a pipeline, the root of the repository. */
const base = "SRCROOT";

/** Messages as a log for code hosts; what an exception holds back is in it, marked as suppressed. */
export function sarifOf(checked: readonly Checked[]): SarifLog {
  const results = checked.flatMap(({ folder, messages, suppressed }) => [
    ...messages.map((message) => resultOf(message, folder)),
    ...suppressed.map(({ message, exception: { reason } }) => ({
      ...resultOf(message, folder),
      suppressions: [{ kind: "inSource", justification: reason }],
    })),
  ]);
  return {
    $schema: "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: {
          driver: {
            name: "Forthright",
            version,
            semanticVersion: version,
            rules: rules.map(descriptorOf),
          },
        },
        columnKind: "utf16CodeUnits",
        originalUriBaseIds: { [base]: { description: { text: "Folder the program ran in." } } },
        results,
      },
    ],
  };
}

function descriptorOf(rule: Rule): object {
  const { id, alias, severity, summary, why } = rule;
  return {
    id,
    name: alias,
    shortDescription: { text: summary },
    fullDescription: { text: why === "" ? summary : why },
    help: { text: rulePage(rule).join("\n") },
    defaultConfiguration: { level: levels[severity] },
  };
}

function resultOf(message: Message, folder: string): object {
  const { code, severity, text, hint, place, end, fix } = message;
  const ruleIndex = rules.findIndex(({ id }) => id === code);
  const location = place === undefined ? null : locationOf(folder, place, end);
  return {
    ruleId: code,
    ...(ruleIndex < 0 ? {} : { ruleIndex }),
    level: levels[severity],
    message: { text: hint === undefined ? text : `${text} ${hint}` },
    ...(location === null ? {} : { locations: [{ physicalLocation: location }] }),
    ...(fix === undefined ? {} : fixesOf(fix, folder)),
  };
}

/** Null for a file that is none of the author's: a template of ours. */
function locationOf(folder: string, place: Place, end: Place | undefined): object | null {
  const artifactLocation = artifactOf(folder, place.file);
  if (artifactLocation === null) return null;
  return { artifactLocation, ...(place.line === undefined ? {} : { region: regionOf(place, end) }) };
}

function artifactOf(folder: string, file: string): { uri: string; uriBaseId: string } | null {
  const full = path.resolve(folder, file);
  if (!existsSync(full)) return null;
  const relative = path.relative(process.cwd(), full).split(path.sep);
  return { uri: relative.map(encodeURIComponent).join("/"), uriBaseId: base };
}

/** From the first letter to behind the last; both ends count from 1. */
function regionOf({ line, column }: Place, end: Place | undefined): object {
  const closes = end?.line !== undefined && end.column !== undefined && column !== undefined;
  return {
    startLine: line,
    ...(column === undefined ? {} : { startColumn: column }),
    ...(closes ? { endLine: end.line, endColumn: end.column } : {}),
  };
}

/** A mend, where the file holds its very letters now: a code host replaces without asking. */
function fixesOf(fix: Fix, folder: string): object {
  const { was, text } = fix;
  const { file } = fix.start;
  const artifactLocation = artifactOf(folder, file);
  if (artifactLocation === null) return {};
  const written = readFileSync(path.resolve(folder, file), "utf8");
  const region = mendedRegion(written, fix, /\.ya?ml$/.test(file));
  if (region === null) return {};
  const deletedRegion = regionOf({ file, ...region.start }, { file, ...region.end });
  const replacements = [{ deletedRegion, insertedContent: { text } }];
  return {
    fixes: [
      {
        description: { text: was === "" ? `Put in "${text}".` : `Write "${text}" for "${was}".` },
        artifactChanges: [{ artifactLocation, replacements }],
      },
    ],
  };
}
