import type { Rule } from "../check/rule.js";

/** The page of a rule: what it asks for and why, what it lets pass, examples, and how to make an exception. */
export function rulePage(rule: Rule): string[] {
  const { id, alias, severity, why, exceptions, source, examples, languages = ["en"] } = rule;
  return [
    `Number:     ${alias}`,
    `Severity:   ${severity}${severity === "error" ? ": holds a final document back" : ""}`,
    `Reads:      ${readingOf(rule)}${rule.text === undefined ? "" : `, in ${languages.join(" and ")}`}`,
    ...(why === "" ? [] : [`Why:        ${why}`]),
    ...(exceptions === undefined ? [] : [`Lets pass:  ${exceptions}`]),
    ...(source === undefined ? [] : [`Source:     ${source}`]),
    ...examples.ok.map((text) => `Good:       ${text}`),
    ...examples.notOk.map((text) => `Bad:        ${text}`),
    `Exception:  <!-- lint-ok ${alias}: why it may stand --> in the paragraph, or right before a block`,
    `Project:    lint: [{rule: ${id}, severity: ${severity === "error" ? "warning" : "off"}, reason: "why"}] in forthright.yaml`,
    "Audit:      both are printed in documents for internal readers and auditors",
  ];
}

function readingOf({ text, claims }: Rule): string {
  if (text !== undefined && claims !== undefined) return "words, and the facts behind the numbers";
  return text === undefined ? "the facts behind the numbers" : "words";
}
