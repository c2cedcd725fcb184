/** Which cases a rate is a share of. */
export const referenceClasses = [
  "cases",
  "positives",
  "negatives",
  "flagged",
  "unflagged",
  "value",
  "attempts",
  "subjects",
  "class",
  "class-predicted",
] as const;
