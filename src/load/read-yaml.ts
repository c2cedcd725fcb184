import {
  isAlias,
  isMap,
  isNode,
  isScalar,
  isSeq,
  LineCounter,
  parseDocument,
  type Document,
  type Node,
  type Pair,
  visit,
  type YAMLMap,
} from "yaml";
import type * as z from "zod";

import { UserError, type Message, type Place } from "../errors.js";
import { describeIssue, valueAt, type IssueContext } from "./describe-issue.js";

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
 * @param unknown - takes unknown keys, so that a value that is right but for them can be read on
 */
export function readYaml<S extends z.ZodType>(
  text: string,
  file: string,
  schema: S,
  firstLine = 1,
  unknown: Message[] | null = null,
): ReadYaml<z.infer<S>> {
  try {
    return readDocument(text, { file, schema, firstLine, unknown });
  } catch (cause) {
    // The library and the walks below go down one call per level.
    if (cause instanceof RangeError) throw limitError(file, tooDeep);
    if (cause instanceof UserError) throw new UserError(cause.failure, firstFew(cause.messages, file));
    throw cause;
  }
}

const tooDeep = "Unexpected depth, expected fewer lists in lists.";
const mostMessages = 20;

/** A file gone wrong as a whole has thousands of mistakes, and nobody reads them. */
function firstFew(messages: readonly Message[], file: string): readonly Message[] {
  if (messages.length <= mostMessages) return messages;
  const more = messages.length - mostMessages;
  return [
    ...messages.slice(0, mostMessages),
    { code: "E-MORE", severity: "error", place: { file }, text: `${more} more mistakes are not shown.` },
  ];
}

interface Reading<S> {
  readonly file: string;
  readonly schema: S;
  readonly firstLine: number;
  readonly unknown: Message[] | null;
}

function readDocument<S extends z.ZodType>(
  text: string,
  { file, schema, firstLine, unknown }: Reading<S>,
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
    text: /call stack/.test(error.message)
      ? tooDeep
      : (error.message.split("\n")[0] ?? "").replace(/ at line \d+, column \d+:?$/, "."),
  }));
  if (/^%YAML/m.test(text))
    broken.push({
      code: "E-YAML",
      severity: "error",
      place: { file, line: firstLine },
      text: "Unexpected %YAML directive, expected plain YAML 1.2.",
    });
  if (broken.length === 0) broken.push(...checkAliases(document, placeAt));
  const keyMessages = document.contents === null ? [] : checkKeys(document.contents, placeAt);
  if (broken.length + keyMessages.length > 0) throw new UserError("usage", [...broken, ...keyMessages]);

  const plain = toPlain(document, file);
  const places: Record<string, Place> = {};
  collectPlaces(document.contents, "", placeAt, places);
  const result = schema.safeParse(plain ?? {});
  if (result.success) return { value: result.data, places };
  const { issues } = result.error;
  const context: IssueContext = { schema, plain, places, file, sourceAt: (path) => sourceOf(document, path) };
  const messages = byPlace(issues.flatMap((issue) => describeIssue(issue, context)));
  const known = schema.safeParse(withoutUnknown(plain, issues));
  if (unknown === null || !known.success) throw new UserError("usage", messages);
  unknown.push(...firstFew(messages, file));
  return { value: known.data, places };
}

/** The same value without the keys no schema knows. */
function withoutUnknown(plain: unknown, issues: readonly z.core.$ZodIssue[]): unknown {
  const copy = structuredClone(plain);
  for (const issue of issues) {
    if (issue.code !== "unrecognized_keys") continue;
    const holder = valueAt(copy, issue.path) as Record<string, unknown>;
    for (const key of issue.keys) Reflect.deleteProperty(holder, key);
  }
  return copy;
}

/** A scalar as the author wrote it: 1.10, not 1.1. */
function sourceOf(document: Document, path: readonly PropertyKey[]): string | null {
  const node = document.getIn(path, true);
  return isScalar(node) && typeof node.value === "number" ? (node.source ?? null) : null;
}

function byPlace(messages: readonly Message[]): Message[] {
  return [...messages].sort(
    (a, b) => (a.place?.line ?? 0) - (b.place?.line ?? 0) || (a.place?.column ?? 0) - (b.place?.column ?? 0),
  );
}

function toPlain(document: Document, file: string): unknown {
  try {
    return document.toJS({ maxAliasCount: 50 });
  } catch (cause) {
    if (cause instanceof RangeError) throw cause;
    throw limitError(file, cause instanceof Error ? cause.message : "Unexpected YAML aliases.");
  }
}

function limitError(file: string, text: string): UserError {
  return new UserError("limit", { code: "E-YAML", severity: "error", place: { file }, text });
}

/** In one pass: the library walks the whole document for every alias. */
function checkAliases(document: Document, placeAt: (offset: number) => Place): Message[] {
  const messages: Message[] = [];
  const anchors = new Set<string>();
  visit(document, {
    Node: (_key, node) => {
      if (!isAlias(node)) anchors.add(node.anchor ?? "");
      else if (!anchors.has(node.source))
        messages.push({
          code: "E-YAML",
          severity: "error",
          place: placeAt(node.range?.[0] ?? 0),
          text: `Unexpected alias "*${node.source}", expected one whose anchor stands before it.`,
        });
    },
  });
  return messages;
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
