import { fact, type Finder } from "../finder.js";

export const benchmarkOnly: Finder = {
  id: "benchmark-only",
  summary: "Rates that somebody reported without the counts behind them: no range can be given.",
  find: ({ evaluations }) =>
    evaluations
      .filter(({ basis }) => basis === "rates")
      .map(({ id, reported_by }) =>
        fact("benchmark-only", "UNM", "finding.benchmark-only", {
          id: `benchmark-only@${id}`,
          evaluation: id,
          slots: { by: reported_by ?? "" },
          gap: true,
        }),
      ),
};
