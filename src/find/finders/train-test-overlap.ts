import type { Overlap } from "../../model/binary-details.js";
import { fact, type Finder } from "../finder.js";

export const trainTestOverlap: Finder = {
  id: "train-test-overlap",
  summary:
    "Subjects, or rows, of the test that the model was built on: its results look better than they are.",
  find: ({ evaluations, details }) =>
    evaluations.flatMap(({ id }) => {
      const overlap = details[id]?.overlap;
      if (overlap === undefined || overlap.shared === 0) return [];
      const without = missesWithout(overlap);
      const slots = { by: overlap.by, shared: overlap.shared, of: overlap.of };
      return [
        fact(
          "train-test-overlap",
          "LEK",
          `finding.train-test-overlap.${without === null ? "count" : "misses"}`,
          {
            id: `train-test-overlap@${id}`,
            evaluation: id,
            slots: without === null ? slots : { ...slots, ...without },
          },
        ),
      ];
    }),
};

/** Misses with the shared ones and without them; null where nothing is decided or too few positives remain. */
function missesWithout({ all, apart }: Overlap): Record<string, number> | null {
  if (all === null || apart === null || apart.tp + apart.fn < 30) return null;
  return {
    misses: all.fn,
    positives_n: all.tp + all.fn,
    apart_misses: apart.fn,
    apart_n: apart.tp + apart.fn,
  };
}
