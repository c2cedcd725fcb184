import type { ScenarioData } from "../model/scenario-data.js";
import { prepare } from "./prepare.js";

/** Shares of the positives that the rows of the table aim at, from strict to lenient. */
const wanted = [0.3, 0.5, 0.7, 0.85, 0.95];

/** What one more digit of a threshold is worth against coming nearer to the share aimed at. */
const digitWorth = 0.01;

/**
 * Five thresholds from strict to lenient, today's among them: it takes the place of the one that catches most nearly
 * as many. Of thresholds that catch about as many the roundest is taken.
 */
export function fiveSettings(data: ScenarioData): readonly number[] {
  const { caught, alarms, positives, places } = prepare(data);
  const { edges } = data.histogram;
  const shareAt = (threshold: number): number =>
    (caught[places.get(threshold) ?? -1] ?? 0) / Math.max(positives, 1);
  const flaggedAt = (threshold: number): number => {
    const place = places.get(threshold) ?? -1;
    return (caught[place] ?? 0) + (alarms[place] ?? 0);
  };
  const chosen = new Set(data.threshold === null ? [] : [data.threshold]);
  // Two thresholds that flag the same cases are one setting.
  const isChosen = (edge: number): boolean => [...chosen].some((one) => flaggedAt(one) === flaggedAt(edge));
  const choose = (share: number): void => {
    let best: { edge: number; away: number } | undefined;
    for (const edge of edges) {
      if (isChosen(edge)) continue;
      const away = Math.abs(shareAt(edge) - share) + digitWorth * digitsOf(edge);
      if (best === undefined || away < best.away) best = { edge, away };
    }
    if (best !== undefined) chosen.add(best.edge);
  };
  const { threshold: today } = data;
  let aims = wanted;
  if (today !== null) {
    const near = [...wanted].sort((a, b) => Math.abs(a - shareAt(today)) - Math.abs(b - shareAt(today)))[0];
    aims = wanted.filter((share) => share !== near);
  }
  for (const share of aims) choose(share);
  const lenient = data.evaluation.flag === "below" ? 1 : -1;
  return [...chosen].sort((a, b) => lenient * (a - b));
}

/** Decimals of a threshold as it is printed. */
function digitsOf(threshold: number): number {
  return /\.(\d+)$/.exec(String(Number(threshold.toPrecision(6))))?.[1]?.length ?? 0;
}
