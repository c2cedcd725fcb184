import { encodeName } from "../../model/slice-id.js";
import { fact, type Finder } from "../finder.js";

/** Smallest change of level that matters, in standard deviations of one period. */
const practicalShift = 0.5;

export const breakFinder: Finder = {
  id: "break",
  summary:
    "A series whose level changed: change points with the penalty 2 ln n, where the best split is unlikely by chance.",
  find: (evidence) =>
    evidence.evaluations.flatMap(({ id }) => {
      const series = evidence.details[id]?.series;
      if (series?.p == null) return [];
      const { p, breaks, scale } = series;
      const looked = { evaluation: id, p };
      if (breaks.length === 0)
        return [fact("break", "DRF", "finding.break", { ...looked, id: `break@${id}`, practical: false })];
      const prefix = evidence.evaluations.length > 1 ? `${id}/` : "";
      return breaks.map(({ period, first, last, shift, nearest }) =>
        fact("break", "DRF", first === null ? "finding.break-undated" : "finding.break", {
          ...looked,
          id: `break@${id}#${encodeName(period)}`,
          estimates: [`${prefix}break-shift[${encodeName(period)}]@all`, `${prefix}split-p@all`],
          slots: {
            period,
            first,
            last,
            direction: shift < 0 ? "down" : "up",
            recorded: nearest?.at ?? "none",
            event: nearest?.what ?? null,
          },
          practical: scale === null || Math.abs(shift) >= practicalShift * scale,
        }),
      );
    }),
};
