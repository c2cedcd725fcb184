import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import ts from "typescript";

import { packageFile } from "../../src/package-file.js";

/** A string of the program text; a hole of a template literal is null. */
export type SourceString = readonly (string | null)[];

export interface SourceStrings {
  /** Every string and template literal. */
  readonly all: readonly SourceString[];
  /** Those that stand first in a call of a function of this kind: `say("...")`. */
  readonly said: readonly Placed[];
  /** Template literals with holes. */
  readonly patterns: readonly Placed[];
}

interface Placed {
  readonly text: SourceString;
  readonly file: string;
}

/** Reads src as a compiler does, so that comments and types do not count as use. */
export function readSourceStrings(callees: RegExp): SourceStrings {
  const all: SourceString[] = [];
  const said: Placed[] = [];
  const patterns: Placed[] = [];
  for (const absolute of filesBelow(packageFile("src"), ".ts")) {
    const file = path.relative(packageFile("src"), absolute);
    const source = ts.createSourceFile(file, readFileSync(absolute, "utf8"), ts.ScriptTarget.ES2023, true);
    const visit = (node: ts.Node): void => {
      const text = stringOf(node);
      if (text !== null) all.push(text);
      if (text !== null && text.length > 1) patterns.push({ text, file });
      if (ts.isCallExpression(node) && callees.test(node.expression.getText(source))) {
        const [first] = node.arguments;
        for (const choice of first === undefined ? [] : choicesOf(first)) said.push({ text: choice, file });
      }
      if (ts.isPropertyName(node)) all.push([node.getText(source).replace(/^["']|["']$/g, "")]);
      ts.forEachChild(node, visit);
    };
    visit(source);
  }
  return { all, said, patterns };
}

/** What an expression may be, as far as its text says: both sides of a condition. */
function choicesOf(node: ts.Expression): SourceString[] {
  if (ts.isConditionalExpression(node)) return [...choicesOf(node.whenTrue), ...choicesOf(node.whenFalse)];
  if (ts.isParenthesizedExpression(node)) return choicesOf(node.expression);
  const text = stringOf(node);
  return text === null ? [] : [text];
}

function stringOf(node: ts.Node): SourceString | null {
  if (ts.isStringLiteralLike(node)) return [node.text];
  if (!ts.isTemplateExpression(node)) return null;
  return [node.head.text, ...node.templateSpans.flatMap(({ literal }) => [null, literal.text])];
}

export function filesBelow(folder: string, ending: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(ending))
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort();
}

/** The letters that each hole stands for when the string reads so; null when it cannot. */
export function holesOf(pattern: SourceString, text: string): string[] | null {
  const source = pattern.map((part) =>
    part === null ? "(.*?)" : part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"),
  );
  const match = new RegExp(`^${source.join("")}$`).exec(text);
  return match === null ? null : match.slice(1);
}
