/** Fewest positives, or negatives, at which a rate is shown. */
export const smallClass = 30;
