/** Kinds of document that exist to get a decision. Others are looked things up in: their headings name what is where. */
export const decisionKinds: ReadonlySet<string> = new Set([
  "briefing",
  "option-memo",
  "incident-brief",
  "case-note",
  "three-lenses",
]);
