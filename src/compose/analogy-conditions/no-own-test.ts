import { failed, held, type AnalogyCondition } from "../analogy-condition.js";

/** No test on cases of one's own: where there is one, that is what to show. */
export const noOwnTest: AnalogyCondition = {
  id: "no-own-test",
  summary: "no test on cases of one's own",
  slots: [],
  check: ({ assessment }) => {
    const own = assessment.evaluations.find(
      ({ kind }) => kind === "deployment" || kind === "held-out" || kind === "selected",
    );
    return own === undefined ? held() : failed(`there is a test on own cases (${own.id})`, "Show that test.");
  },
};
