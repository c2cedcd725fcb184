import type { Assessment } from "../../src/model/assessment.js";
import { audiences } from "../../src/model/plan.js";
import type { ScenarioData, Setting } from "../../src/model/scenario-data.js";
import { sliceIdFromText } from "../../src/model/slice-id.js";
import { estimatesAt } from "../../src/scenario/estimates-at.js";
import { netAt } from "../../src/scenario/money-at.js";
import { testedAt } from "../../src/scenario/prepare.js";
import { scaleAt } from "../../src/scenario/scale-at.js";
import { settingOf } from "../../src/scenario/setting-of.js";
import { scenarioDataFor } from "../scenario/scenario-data-for.js";
import type { BuiltDocument } from "./built-examples.js";
import { numbersOf, type PrintedNumber } from "./printed-numbers.js";

/*
 * Numbers of the what-if block, which name a setting (`scenario:0.5#recall`) and no estimate. What each must be follows
 * from the counts by score of the Assessment and from the plan, by arithmetic of this file. Ranges alone are those of
 * the scenario core, which test/scenario/equals-assess.test.ts holds against an assessment at such settings.
 */

interface Block {
  readonly assessment: Assessment;
  readonly data: ScenarioData;
}

/** What is wrong with the numbers of the block; and how many were held against what they must be. */
export async function checkScenario(
  document: BuiltDocument,
): Promise<{ readonly complaints: string[]; readonly checked: number }> {
  const printed = numbersOf(document.html).filter(({ ref }) => ref.startsWith("scenario:"));
  if (printed.length === 0) return { complaints: [], checked: 0 };
  const block = await blockOf(document);
  const complaints: string[] = [];
  // Money names no threshold: it stands in the row of the last one that was named, its value before its range.
  let threshold = block.data.threshold;
  let amounts = 0;
  for (const number of printed) {
    const named = /^scenario:(-?[\d.e-]+)#/.exec(number.ref)?.[1];
    if (named !== undefined) [threshold, amounts] = [Number(named), 0];
    const right =
      number.ref === "scenario:net"
        ? moneyOf(block, threshold, amounts++)
        : expectedOf(number, block, threshold, !hasValue(printed, number));
    if (!right.some((value) => Math.abs(value - number.value) < 1e-9))
      complaints.push(`${number.ref} ${number.part}: ${number.value} for ${right.join(" or ") || "nothing"}`);
  }
  return { complaints, checked: printed.length };
}

/** True where a rate is printed with its range; one too uncertain for that is told by its range alone. */
function hasValue(printed: readonly PrintedNumber[], { ref }: PrintedNumber): boolean {
  return printed.some((one) => one.ref === ref && one.part === "value");
}

async function blockOf({ html, kind, assessment }: BuiltDocument): Promise<Block> {
  const told = /"audience":"([a-z]+)"/.exec(html)?.[1];
  const audience = audiences.find((one) => one === told);
  const { compare } = assessment.documents.find((plan) => plan.kind === kind) ?? {};
  if (audience === undefined) throw new Error(`${kind} names no audience`);
  const data = await scenarioDataFor(assessment, {
    audience,
    ...(compare === undefined ? {} : { compare }),
  });
  if (data.evaluation.flag !== "at-or-above") throw new Error("Unexpected side, expected at or above");
  if ((data.slice?.id ?? "all") !== (compare === undefined ? "all" : sliceIdFromText(compare)))
    throw new Error("Unexpected slice");
  return { assessment, data };
}

type Counts = Readonly<Record<"tp" | "fp" | "positives" | "negatives", number>>;

/** Counts at a threshold, summed from the histogram of the Assessment. */
function countsAt({ assessment, data }: Block, threshold: number): Counts {
  const own = assessment.distributions.find(
    ({ evaluation, slice }) => evaluation === data.evaluation.id && slice === (data.slice?.id ?? "all"),
  );
  if (own?.edges.includes(threshold) !== true) throw new Error(`Unexpected threshold ${threshold}`);
  const sum = (counts: readonly number[], from: number): number =>
    counts.reduce((all, count, bin) => ((own.edges[bin] ?? 0) >= from ? all + count : all), 0);
  return {
    tp: sum(own.positive, threshold),
    fp: sum(own.negative, threshold),
    positives: sum(own.positive, -Infinity),
    negatives: sum(own.negative, -Infinity),
  };
}

/** Cases that one tested positive, and one tested negative, stands for; one where no volume is stated. */
function weightsOf({ assessment, data }: Block, { positives, negatives }: Counts): [number, number] {
  const { volume, base_rate: rate } = assessment.deployment;
  if (volume === null || rate === null || data.slice !== null) return [1, 1];
  return [(volume.cases * rate.value) / positives, (volume.cases * (1 - rate.value)) / negatives];
}

function baseRateOf({ assessment, data }: Block): number | null {
  const id = `deployment-base-rate@${data.slice?.id ?? "all"}`;
  return assessment.estimates.find((estimate) => estimate.id.endsWith(id))?.value ?? null;
}

function expectedOf(
  number: PrintedNumber,
  block: Block,
  threshold: number | null,
  isAlone: boolean,
): number[] {
  const { ref, part, of } = number;
  const { deployment, costs } = block.assessment;
  if (ref === "scenario:break-even") {
    if (part === "outOf") return [of ?? 0];
    const saved = (costs?.effect?.value ?? 1) * (costs?.miss?.value ?? 0);
    const [action, alarm] = [costs?.action?.value ?? 0, costs?.false_alarm?.value ?? 0];
    return [Math.round(((action + alarm) / (saved + alarm)) * (of ?? 0))];
  }
  if (threshold === null) return [];
  const counts = countsAt(block, threshold);
  if (ref === "scenario:total")
    return [
      deployment.volume !== null && block.data.slice === null
        ? deployment.volume.cases
        : counts.positives + counts.negatives,
    ];
  const [positive, negative] = weightsOf(block, counts);
  if (ref.endsWith("#flagged") && of === null)
    return [Math.round(counts.tp * positive + counts.fp * negative)];
  const metric = ref.slice(ref.indexOf("#") + 1);
  if (part === "outOf") return [of ?? 0];
  if (part === "value") return of === null ? [] : [Math.round(rateOf(block, counts, metric) * of)];
  return endsOf(block, threshold, metric, { part, of, isAlone });
}

/** The rate itself: of the positives, of the negatives, or of those flagged at the base rate in use. */
function rateOf(block: Block, { tp, fp, positives, negatives }: Counts, metric: string): number {
  const [caught, alarms] = [tp / positives, fp / negatives];
  if (metric === "recall") return caught;
  if (metric === "false-alarms") return alarms;
  const rate = baseRateOf(block);
  if (metric !== "precision" || rate === null) return Number.NaN;
  return (rate * caught) / (rate * caught + (1 - rate) * alarms);
}

function settingAt({ data }: Block, threshold: number): Setting {
  return { ...settingOf(data), threshold };
}

function endsOf(
  block: Block,
  threshold: number,
  metric: string,
  { part, of, isAlone }: Pick<PrintedNumber, "part" | "of"> & { readonly isAlone: boolean },
): number[] {
  const estimate = estimatesAt(block.data, settingAt(block, threshold)).find((one) => one.metric === metric);
  if (estimate?.interval == null || of === null || !["low", "high"].includes(part)) return [];
  const share = part === "low" ? estimate.interval.low : estimate.interval.high;
  // Of none or of all the one end that is told is rounded away from it, and so are both ends of a range alone; others
  // too, where they would say the same.
  const middle = Math.round((estimate.value ?? 0) * of);
  const nearest = Math.round(share * of);
  const outer = part === "low" ? Math.floor(share * of) : Math.ceil(share * of);
  const isEdge = estimate.value === 0 || estimate.value === 1;
  return isEdge || isAlone ? [outer] : nearest === middle ? [nearest, outer] : [nearest];
}

/** Money against today's threshold: of the cases flagged in addition, or no longer. */
function moneyOf(block: Block, threshold: number | null, place: number): number[] {
  const { data, assessment } = block;
  if (threshold === null || data.threshold === null || threshold === data.threshold) return [0];
  const [then, now] = [countsAt(block, threshold), countsAt(block, data.threshold)];
  const [positive, negative] = weightsOf(block, then);
  const right = (then.tp - now.tp) * positive;
  const wrong = (then.fp - now.fp) * negative;
  const { action, false_alarm: alarm, miss, effect } = assessment.costs ?? {};
  const exact =
    right * (effect?.value ?? 1) * (miss?.value ?? 0) -
    (right + wrong) * (action?.value ?? 0) -
    wrong * (alarm?.value ?? 0);
  const setting = settingAt(block, threshold);
  const net = netAt(data, setting, scaleAt(data, setting, testedAt(data, threshold)));
  const told = [exact, net?.low, net?.high][place];
  return told === undefined ? [] : [Number(told.toPrecision(2))];
}
