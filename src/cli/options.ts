/** One option of the command line. Parsing, help and the documentation come from this table. */
export interface Option {
  readonly name: string;
  /** What stands after the option; null for a switch. */
  readonly value: string | null;
  /** True when the value may be given several times. */
  readonly many?: boolean;
  /** Values allowed; any when not given. */
  readonly choices?: readonly string[];
  readonly meaning: string;
  /** Commands that know it; null for all. */
  readonly commands: readonly string[] | null;
}

/** Every option, in the order help lists them. */
export const options: readonly Option[] = [
  { name: "out", value: "dir", meaning: "folder for the documents (out)", commands: ["build"] },
  {
    name: "document",
    value: "kind",
    many: true,
    meaning: "kinds to make (those of the plan)",
    commands: ["build", "check"],
  },
  {
    name: "format",
    value: "list",
    meaning: "html, pdf, md, json, backlog; several with commas (html)",
    commands: ["build"],
  },
  {
    name: "audience",
    value: "edition",
    choices: ["internal", "auditor", "executive", "customer", "public"],
    meaning: "edition (each document's own)",
    commands: ["build", "check", "list"],
  },
  {
    name: "lang",
    value: "code",
    meaning: "language of the documents (that of the plan, else en)",
    commands: ["build", "check", "list"],
  },
  {
    name: "date",
    value: "day",
    meaning: "date of the assessment (newest day of the evidence) and of issue (none)",
    commands: ["build", "assess", "check", "list"],
  },
  {
    name: "assessment",
    value: "file",
    meaning: "start from a saved Assessment instead of a project",
    commands: ["build", "check", "list"],
  },
  { name: "force", value: null, meaning: "build even when nothing has changed", commands: ["build"] },
  {
    name: "browser",
    value: "path",
    meaning: "browser that prints PDF (found by itself)",
    commands: ["build", "doctor"],
  },
  {
    name: "browser-no-sandbox",
    value: null,
    meaning: "let the browser run without its sandbox, where none can start",
    commands: ["build", "doctor"],
  },
  {
    name: "fail-on",
    value: "level",
    choices: ["error", "warning", "never"],
    meaning: "messages that make the exit code 1 (error)",
    commands: ["build", "check"],
  },
  {
    name: "fix",
    value: null,
    meaning: "mend what can be mended without a change of meaning",
    commands: ["check"],
  },
  { name: "sarif", value: null, meaning: "results as SARIF 2.1.0, for code hosts", commands: ["check"] },
  { name: "label", value: "column", meaning: "outcome column of the table", commands: ["init"] },
  { name: "score", value: "column", meaning: "score column of the table", commands: ["init"] },
  { name: "positive", value: "value", meaning: "label value that means positive", commands: ["init"] },
  { name: "json", value: null, meaning: "messages and results as JSON", commands: null },
  { name: "quiet", value: null, meaning: "errors only", commands: null },
  { name: "debug", value: null, meaning: "stack traces", commands: null },
];
