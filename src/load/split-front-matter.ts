export interface FrontMatter {
  /** YAML between the two `---` lines; null when the file has none. */
  readonly yaml: string | null;
  readonly body: string;
  /** Line of the file on which the YAML starts. */
  readonly yamlLine: number;
  /** Line of the file on which the body starts. */
  readonly bodyLine: number;
}

/** Splits a Markdown file into its YAML head and its body. */
export function splitFrontMatter(text: string): FrontMatter {
  const lines = text.split("\n");
  const end =
    lines[0]?.trimEnd() === "---"
      ? lines.findIndex((line, index) => index > 0 && line.trimEnd() === "---")
      : -1;
  if (end < 0) return { yaml: null, body: text, yamlLine: 1, bodyLine: 1 };
  return {
    yaml: lines.slice(1, end).join("\n"),
    body: lines.slice(end + 1).join("\n"),
    yamlLine: 2,
    bodyLine: end + 2,
  };
}
