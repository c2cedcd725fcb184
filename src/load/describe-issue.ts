import type * as z from "zod";

import type { Message, Place } from "../errors.js";
import { suggestName } from "../model/nearest-name.js";

/** What a message about a value may look at. */
export interface IssueContext {
  readonly schema: z.ZodType;
  readonly plain: unknown;
  readonly places: Readonly<Record<string, Place>>;
  readonly file: string;
  /** A number as it stands in the text; null for anything else. */
  readonly sourceAt: (path: readonly PropertyKey[]) => string | null;
}

/** A mistake that the schema found, in our words and at its place. */
export function describeIssue(issue: z.core.$ZodIssue, context: IssueContext): Message[] {
  const { plain, places, file } = context;
  const path = issue.path.map(String);
  const place = nearestPlace(path, places, file);
  const where = path.length === 0 ? "the file" : `\`${path.join(".")}\``;
  if (issue.code === "unrecognized_keys") {
    return issue.keys.map((key) => ({
      code: "E-UNKNOWN-KEY",
      severity: "error",
      place: nearestPlace([...path, key], places, file),
      text: `Unexpected key "${key}" in ${where}.`,
      hint: suggestName(key, knownKeys(context.schema, issue.path)),
    }));
  }
  if (issue.code === "invalid_union") {
    const deepest = [...issue.errors].sort((a, b) => depth(b) - depth(a))[0]?.[0];
    if (deepest !== undefined && deepest.path.length > 0) {
      return describeIssue({ ...deepest, path: [...issue.path, ...deepest.path] }, context);
    }
  }
  const found = valueAt(plain, issue.path);
  const source = context.sourceAt(issue.path);
  const missing = found === undefined;
  return [
    {
      code: missing ? "E-MISSING-KEY" : "E-VALUE",
      severity: "error",
      place,
      text: missing
        ? `Missing ${where}, ${expectation(issue)}.`
        : `Unexpected ${source ?? show(found)} for ${where}, ${expectation(issue)}.`,
      ...hintFor(issue, found, source),
    },
  ];
}

function hintFor(issue: z.core.$ZodIssue, found: unknown, source: string | null): { hint?: string } {
  if (issue.code === "invalid_value" && typeof found === "string")
    return { hint: suggestName(found, issue.values.map(String)) };
  if (issue.code === "invalid_type" && issue.expected === "string" && typeof found === "number")
    return { hint: `Put it in quotes: "${source ?? found}".` };
  return {};
}

function depth(issues: readonly z.core.$ZodIssue[]): number {
  return issues[0]?.path.length ?? 0;
}

function expectation(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case "invalid_type":
      return `expected ${/^[aeiou]/.test(issue.expected) ? "an" : "a"} ${issue.expected}`;
    case "invalid_value":
      return `expected ${issue.values.map(String).join(" or ")}`;
    case "too_small":
      return `expected at least ${counted(Number(issue.minimum), issue.origin)}`;
    case "too_big":
      return `expected at most ${counted(Number(issue.maximum), issue.origin)}`;
    case "invalid_format":
      return issue.format === "date"
        ? "expected a day such as 2026-07-01"
        : issue.message.startsWith("expected")
          ? issue.message
          : "expected another form";
    case "invalid_union":
      return "expected another kind of value";
    default:
      return issue.message.startsWith("expected")
        ? issue.message
        : `expected a valid value (${issue.message})`;
  }
}

/** "1 entry", "2 letters", or a bare number. */
function counted(count: number, origin: string): string {
  if (origin === "array") return `${count} ${count === 1 ? "entry" : "entries"}`;
  if (origin === "string") return `${count} ${count === 1 ? "letter" : "letters"}`;
  return String(count);
}

/** The keys the schema knows at a path: walks through arrays, records, defaults, options and unions. */
function knownKeys(schema: z.ZodType, path: readonly PropertyKey[]): string[] {
  const [step, ...rest] = path;
  const { def } = schema as unknown as { def: SchemaDef };
  if (def.innerType !== undefined) return knownKeys(def.innerType, path);
  if (def.options !== undefined) return def.options.flatMap((option) => knownKeys(option, path));
  if (step === undefined) return Object.keys(def.shape ?? {});
  const inner = def.shape?.[String(step)] ?? def.element ?? def.valueType;
  return inner === undefined ? [] : knownKeys(inner, rest);
}

/** The parts of a zod definition that lead further down. */
interface SchemaDef {
  readonly innerType?: z.ZodType;
  readonly options?: readonly z.ZodType[];
  readonly shape?: Readonly<Record<string, z.ZodType>>;
  readonly element?: z.ZodType;
  readonly valueType?: z.ZodType;
}

function nearestPlace(path: readonly string[], places: Readonly<Record<string, Place>>, file: string): Place {
  for (let length = path.length; length >= 0; length -= 1) {
    const place = places[path.slice(0, length).join(".")];
    if (place !== undefined) return place;
  }
  return { file };
}

/** What stands at a path, or undefined. */
export function valueAt(plain: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((value, key) => {
    if (value === null || typeof value !== "object") return undefined;
    return (value as Record<PropertyKey, unknown>)[key];
  }, plain);
}

function show(value: unknown): string {
  const text = JSON.stringify(value) as string | undefined;
  return text === undefined ? "nothing" : text.length > 60 ? `${text.slice(0, 57)}...` : text;
}
