/** Readers of an edition, the one who may see most first. */
export const audiences = ["internal", "auditor", "executive", "customer", "public"] as const;
