import { readFileSync } from "node:fs";
import ts from "typescript";
import { describe, expect, it } from "vitest";

import { packageFile } from "../../src/package-file.js";
import { readPhrases } from "../property/read-phrases.js";
import { filesBelow } from "./source-strings.js";

const phrases = readPhrases();
const emitted = readEmitted();

interface Emitted {
  /** Kinds of tables, with the columns that are names of ours where the program text lists them. */
  readonly tables: Map<string, Set<string>>;
  /** Names in `counts` of an evaluation. */
  readonly counts: Set<string>;
}

/** What the facts half gives a page to print, read as a compiler reads it. */
function readEmitted(): Emitted {
  const found: Emitted = { tables: new Map(), counts: new Set() };
  for (const file of filesBelow(packageFile("src/measure"), ".ts")) {
    const source = ts.createSourceFile(file, readFileSync(file, "utf8"), ts.ScriptTarget.ES2023, true);
    const visit = (node: ts.Node): void => {
      if (ts.isObjectLiteralExpression(node)) {
        addTable(node, found.tables);
        const counts = valueOf(node, "counts");
        // Of two classes the four counts that everything is made of are told as such.
        if (counts !== null && ts.isObjectLiteralExpression(counts) && !hasName(counts, "tp"))
          namesOf(counts, found.counts);
      }
      // A table whose place is made first: `attackMatrix(counts, scope, true, table("attack-matrix"))`.
      if (ts.isCallExpression(node) && node.expression.getText(source) === "table") {
        const [kind] = node.arguments;
        if (kind !== undefined && ts.isStringLiteral(kind)) found.tables.set(kind.text, new Set());
      }
      ts.forEachChild(node, visit);
    };
    visit(source);
  }
  return found;
}

/** A table is what has a kind, and columns or a place: `{kind: "layers", evaluation, slice, columns: [...]}`. */
function addTable(node: ts.ObjectLiteralExpression, tables: Emitted["tables"]): void {
  const kind = valueOf(node, "kind");
  if (kind === null || !ts.isStringLiteral(kind)) return;
  if (!hasName(node, "slice") && !hasName(node, "columns")) return;
  const columns = valueOf(node, "columns");
  const listed = columns !== null && ts.isArrayLiteralExpression(columns) ? [...columns.elements] : [];
  const names = listed.flatMap((name) => (ts.isStringLiteral(name) ? [name.text] : []));
  tables.set(kind.text, new Set(names));
}

/** Names of an object, those that it spreads on a condition too. */
function namesOf(node: ts.ObjectLiteralExpression, names: Set<string>): void {
  for (const property of node.properties) {
    if (property.name !== undefined && !ts.isComputedPropertyName(property.name))
      names.add(property.name.getText().replace(/^["']|["']$/g, ""));
    if (ts.isSpreadAssignment(property)) {
      const visit = (inner: ts.Node): void => {
        if (ts.isObjectLiteralExpression(inner)) namesOf(inner, names);
        else ts.forEachChild(inner, visit);
      };
      visit(property.expression);
    }
  }
}

function valueOf(node: ts.ObjectLiteralExpression, name: string): ts.Expression | null {
  const own = node.properties.find((property) => property.name?.getText() === name);
  return own !== undefined && ts.isPropertyAssignment(own) ? own.initializer : null;
}

function hasName(node: ts.ObjectLiteralExpression, name: string): boolean {
  return node.properties.some((property) => property.name?.getText() === name);
}

describe("a table that measuring makes", () => {
  it("has a title and a heading of its rows", () => {
    const kinds = [...emitted.tables.keys()];
    expect(kinds).toEqual(
      expect.arrayContaining(["confusion", "reject-option", "bands", "layers", "attack-matrix", "claims"]),
    );
    const lacking = kinds.flatMap((kind) =>
      ["title", "row"].map((part) => `matrix.${kind}.${part}`).filter((id) => !(id in phrases)),
    );
    expect(lacking).toEqual([]);
  });

  it("has a heading for every column that is a name of ours", () => {
    const columns = [...emitted.tables].flatMap(([kind, names]) =>
      [...names].map((name) => `matrix.${kind}.column.${name}`),
    );
    expect(columns).toContain("matrix.reject-option.column.confidence");
    expect(columns.filter((id) => !(id in phrases))).toEqual([]);
  });

  it("is one that measuring still makes, where it has words", () => {
    const worded = new Set(Object.keys(phrases).flatMap((id) => /^matrix\.([^.]+)\./.exec(id)?.[1] ?? []));
    expect([...worded].filter((kind) => !emitted.tables.has(kind))).toEqual([]);
  });
});

describe("what a kind of evidence counted", () => {
  it("has words", () => {
    const names = [...emitted.counts];
    expect(names).toEqual(expect.arrayContaining(["classes", "periods", "genuine-comparisons", "attempts"]));
    expect(names.map((name) => `count.${name}`).filter((id) => !(id in phrases))).toEqual([]);
  });
});
