import { failed, held, type AnalogyCondition } from "../analogy-condition.js";

const fewest = 30;

/** Below thirty cases of a class only counts are told, and a picture of rates would say more than they do. */
export const enoughCases: AnalogyCondition = {
  id: "enough-cases",
  summary: "at least 30 positives and 30 negatives in the test",
  slots: [],
  check: ({ evaluation }, slice) => {
    const { positives, negatives } = slice ?? evaluation;
    const fewer = Math.min(positives ?? 0, negatives ?? 0);
    return fewer >= fewest
      ? held()
      : failed(
          `the smaller class has ${fewer} cases, and it takes ${fewest}`,
          "Test more cases of that class.",
        );
  },
};
