/** What the value of an estimate is. */
export const estimateUnits = ["share", "index", "ratio", "count", "score", "money", "quantity"] as const;
