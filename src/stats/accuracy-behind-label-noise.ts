import { checkShare } from "./check-share.js";

/** A true accuracy, or why the observed one gives none. */
export interface AccuracyBehindNoise {
  /** A fraction in [0, 1], or null with a reason. */
  readonly accuracy: number | null;
  readonly reason?: "above-ceiling" | "below-chance" | "noise-hides-all";
}

/**
 * True accuracy behind an observed one, when a known share of the labels is wrong at random.
 *
 * @param observed - observed accuracy, a fraction in [0, 1]
 * @param noise - share of wrong labels, a fraction in [0, 1], the same for every class
 * @param classes - how many classes; an integer >= 2, defaults to 2
 * @returns the accuracy that accuracyUnderLabelNoise turns into `observed`; null, with the reason, where none does:
 *   more than the labels allow, less than an accuracy of 0 would show, or labels that are no better than chance
 * @throws RangeError for shares outside [0, 1]; `Unexpected classes 1, expected an integer >= 2`
 * @see Lam & Stork 2003, IJCAI 513
 * @example
 * accuracyBehindLabelNoise(0.941, 0.05) // { accuracy: 0.99 }
 */
export function accuracyBehindLabelNoise(observed: number, noise: number, classes = 2): AccuracyBehindNoise {
  checkShare("observed", observed);
  checkShare("noise", noise);
  if (!Number.isInteger(classes) || classes < 2) {
    throw new RangeError(`Unexpected classes ${classes}, expected an integer >= 2`);
  }
  const floor = noise / (classes - 1);
  const ceiling = 1 - noise;
  if (ceiling <= floor) return { accuracy: null, reason: "noise-hides-all" };
  if (observed > ceiling) return { accuracy: null, reason: "above-ceiling" };
  if (observed < floor) return { accuracy: null, reason: "below-chance" };
  return { accuracy: (observed - floor) / (ceiling - floor) };
}
