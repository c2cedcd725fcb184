import { packageFile } from "../../src/package-file.js";

export const accepted = packageFile("test/visual/pictures");
export const accepting = process.env.ACCEPT_PICTURES === "1";

/** One document that is pictured. */
export interface Subject {
  readonly kind: string;
  /** Folder below `examples/`. */
  readonly example: string;
  /** Edition; that of the plan when not given. */
  readonly audience?: string;
}

const editions = ["internal", "auditor", "executive", "customer", "public"];

/**
 * One example of each kind of document, and the limitation portfolio in each edition.
 *
 * A new kind: name it here with an example that has its facts, then run `npm run accept-pictures` and look at them.
 */
export const subjects: readonly Subject[] = [
  { kind: "acceptance-report", example: "selfie-match" },
  { kind: "briefing", example: "churn-new-segment" },
  { kind: "case-note", example: "credit-pd" },
  { kind: "exception-protocol", example: "demand-incident" },
  { kind: "incident-brief", example: "demand-incident" },
  { kind: "model-card", example: "credit-pd" },
  { kind: "option-memo", example: "nlp-platforms" },
  { kind: "pre-mortem", example: "document-check" },
  { kind: "scenario-board", example: "credit-pd" },
  { kind: "talk-track", example: "selfie-match" },
  { kind: "three-lenses", example: "application-fraud" },
  ...editions.map((audience) => ({ kind: "limitation-portfolio", example: "selfie-match", audience })),
];

/** The same page as different readers meet it on a screen; widths in CSS pixels. */
export const modes = [
  { name: "desktop", width: 1100, scheme: "light" },
  { name: "dark", width: 1100, scheme: "dark" },
  { name: "phone", width: 390, scheme: "light" },
] as const;
/** The pages of the PDF. */
export const print = "print";

export type Mode = (typeof modes)[number];

/** @example nameOf({ kind: "briefing", example: "credit-pd" }) // "briefing" */
export function nameOf({ kind, audience }: Subject): string {
  return audience === undefined ? kind : `${kind}.${audience}`;
}

/** @example fileOf({ kind: "briefing", example: "credit-pd" }, "phone") // "briefing-phone.png" */
export function fileOf(subject: Subject, mode: string): string {
  return `${nameOf(subject)}-${mode}.png`;
}
