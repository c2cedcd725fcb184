/**
 * Slots of an analogy that every document fills: nouns and verbs of the plan, `of-` being the form after "of" where a
 * language has one. Slots of conditions are named in its front matter; these are not.
 */
export const analogyWords = [
  "one-case",
  "cases",
  "positives",
  "negatives",
  "of-cases",
  "of-positives",
  "of-negatives",
  "a-positive",
  "a-negative",
  "flagged",
  "missed",
  "unflagged",
] as const;
