import { checkShare } from "./check-share.js";

/**
 * Accuracy that a test shows when some of its labels are wrong at random: its ceiling, for an accuracy of 1.
 *
 * @param accuracy - true accuracy, a fraction in [0, 1]
 * @param noise - share of wrong labels, a fraction in [0, 1], the same for every class
 * @param classes - how many classes; a wrong label is each other class alike; an integer >= 2, defaults to 2
 * @returns a fraction in [0, 1]: 1 - noise at accuracy 1
 * @throws RangeError for shares outside [0, 1]; `Unexpected classes 1, expected an integer >= 2`
 * @see Lam & Stork 2003, IJCAI 513 (evaluating classifiers by means of test data with noisy labels)
 * @example
 * accuracyUnderLabelNoise(0.99, 0.05) // 0.941
 */
export function accuracyUnderLabelNoise(accuracy: number, noise: number, classes = 2): number {
  checkShare("accuracy", accuracy);
  checkShare("noise", noise);
  if (!Number.isInteger(classes) || classes < 2) {
    throw new RangeError(`Unexpected classes ${classes}, expected an integer >= 2`);
  }
  return accuracy * (1 - noise) + ((1 - accuracy) * noise) / (classes - 1);
}
