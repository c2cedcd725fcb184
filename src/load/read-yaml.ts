import {
  isMap,
  isNode,
  isScalar,
  isSeq,
  LineCounter,
  parseDocument,
  type Node,
  type Pair,
  type YAMLMap,
} from "yaml";
import type * as z from "zod";

import { UserError, type Message, type Place } from "../errors.js";
import { suggestName } from "../model/nearest-name.js";

/** A YAML text read against a schema: its value, and where each key stands. */
export interface ReadYaml<T> {
  readonly value: T;
  /** Place per dotted path: `deployment.threshold`, `evaluations.0.label`. */
  readonly places: Readonly<Record<string, Place>>;
}

const forbiddenKeys = new Set(["__proto__", "constructor", "prototype"]);

/**
 * Parses YAML 1.2 (core schema, no merge keys, string keys) and checks it against a zod schema.
 *
 * Every mistake is reported at once, each with file, line, column and the nearest known key.
 *
 * @param firstLine - line of the file on which `text` starts, for front matter
 */
export function readYaml<S extends z.ZodType>(
  text: string,
  file: string,
  schema: S,
  firstLine = 1,
): ReadYaml<z.infer<S>> {
  const lines = new LineCounter();
  const document = parseDocument(text, {
    version: "1.2",
    schema: "core",
    merge: false,
    stringKeys: true,
    uniqueKeys: false, // Quadratic in the library; `checkKeys` does it in one pass.
    lineCounter: lines,
  });
  const placeAt = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { file, line: line + firstLine - 1, column: col };
  };
  const broken = [...document.errors, ...document.warnings].map((error): Message => ({
    code: "E-YAML",
    severity: "error",
    place: placeAt(error.pos[0]),
    text: (error.message.split("\n")[0] ?? "").replace(/ at line \d+, column \d+:?$/, "."),
  }));
  if (/^%YAML/m.test(text))
    broken.push({
      code: "E-YAML",
      severity: "error",
      place: { file, line: firstLine },
      text: "Unexpected %YAML directive, expected plain YAML 1.2.",
    });
  const keyMessages = document.contents === null ? [] : checkKeys(document.contents, placeAt);
  if (broken.length + keyMessages.length > 0) throw new UserError("usage", [...broken, ...keyMessages]);

  const plain = toPlain(document, file);
  const places: Record<string, Place> = {};
  collectPlaces(document.contents, "", placeAt, places);
  const result = schema.safeParse(plain ?? {});
  if (result.success) return { value: result.data, places };
  throw new UserError(
    "usage",
    byPlace(result.error.issues.flatMap((issue) => describeIssue(issue, { schema, plain, places, file }))),
  );
}

function byPlace(messages: readonly Message[]): Message[] {
  return [...messages].sort(
    (a, b) => (a.place?.line ?? 0) - (b.place?.line ?? 0) || (a.place?.column ?? 0) - (b.place?.column ?? 0),
  );
}

function toPlain(document: ReturnType<typeof parseDocument>, file: string): unknown {
  try {
    return document.toJS({ maxAliasCount: 50 });
  } catch (cause) {
    throw new UserError("limit", {
      code: "E-YAML",
      severity: "error",
      place: { file },
      text: cause instanceof Error ? cause.message : "Unexpected YAML aliases.",
    });
  }
}

function checkKeys(root: Node, placeAt: (offset: number) => Place): Message[] {
  const messages: Message[] = [];
  const open: Node[] = [root];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (isSeq(node)) open.push(...node.items.filter(isNode));
    if (!isMap(node)) continue;
    const seen = new Set<string>();
    for (const pair of node.items) {
      const key = keyOf(pair);
      const place = placeAt(isNode(pair.key) ? (pair.key.range?.[0] ?? 0) : 0);
      if (seen.has(key))
        messages.push({
          code: "E-YAML-KEY",
          severity: "error",
          place,
          text: `Unexpected second "${key}", expected each key once.`,
        });
      if (forbiddenKeys.has(key))
        messages.push({ code: "E-YAML-KEY", severity: "error", place, text: `Unexpected key "${key}".` });
      seen.add(key);
      if (isNode(pair.value)) open.push(pair.value);
    }
  }
  return messages;
}

function keyOf(pair: Pair): string {
  return isScalar(pair.key) ? String(pair.key.value) : String(pair.key);
}

function collectPlaces(
  node: unknown,
  path: string,
  placeAt: (offset: number) => Place,
  places: Record<string, Place>,
): void {
  if (!isNode(node)) return;
  if (node.range && !(path in places)) places[path] = placeAt(node.range[0]);
  if (isSeq(node))
    node.items.forEach((item, index) => collectPlaces(item, join(path, index), placeAt, places));
  if (isMap(node)) collectPairs(node, path, placeAt, places);
}

function collectPairs(
  map: YAMLMap,
  path: string,
  placeAt: (offset: number) => Place,
  places: Record<string, Place>,
): void {
  for (const pair of map.items) {
    const inner = join(path, keyOf(pair));
    if (isNode(pair.key) && pair.key.range) places[inner] = placeAt(pair.key.range[0]);
    collectPlaces(pair.value, inner, placeAt, places);
  }
}

function join(path: string, key: string | number): string {
  return path === "" ? String(key) : `${path}.${key}`;
}

interface Context {
  readonly schema: z.ZodType;
  readonly plain: unknown;
  readonly places: Readonly<Record<string, Place>>;
  readonly file: string;
}

function describeIssue(issue: z.core.$ZodIssue, context: Context): Message[] {
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
  const missing = found === undefined;
  return [
    {
      code: missing ? "E-MISSING-KEY" : "E-VALUE",
      severity: "error",
      place,
      text: missing
        ? `Missing ${where}, ${expectation(issue)}.`
        : `Unexpected ${show(found)} for ${where}, ${expectation(issue)}.`,
      ...hintFor(issue, found),
    },
  ];
}

function hintFor(issue: z.core.$ZodIssue, found: unknown): { hint?: string } {
  if (issue.code === "invalid_value" && typeof found === "string")
    return { hint: suggestName(found, issue.values.map(String)) };
  if (issue.code === "invalid_type" && issue.expected === "string" && typeof found === "number")
    return { hint: `Put it in quotes: "${found}".` };
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
      return `expected at least ${String(issue.minimum)}${issue.origin === "array" ? " entries" : issue.origin === "string" ? " letters" : ""}`;
    case "too_big":
      return `expected at most ${String(issue.maximum)}${issue.origin === "array" ? " entries" : ""}`;
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

function valueAt(plain: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((value, key) => {
    if (value === null || typeof value !== "object") return undefined;
    return (value as Record<PropertyKey, unknown>)[key];
  }, plain);
}

function show(value: unknown): string {
  const text = JSON.stringify(value) as string | undefined;
  return text === undefined ? "nothing" : text.length > 60 ? `${text.slice(0, 57)}...` : text;
}
