import type { Estimate } from "../model/assessment.js";
import type { Inline } from "../model/inline.js";
import type { ScenarioData, ScenarioView } from "../model/scenario-data.js";
import type { ScenarioFigure } from "../model/scenario-parts.js";
import { counted, pluralNumber } from "../phrasing/counted.js";
import { formatMoney } from "../phrasing/format-number.js";
import { text } from "../phrasing/inline.js";
import { shortRange, shortRate } from "../phrasing/rate-sentence.js";
import { restate } from "../phrasing/restate.js";
import { casesSlots } from "../phrasing/subject-words.js";
import type { Voice } from "../phrasing/voice.js";

/**
 * The three numbers of a setting: caught of the positives, right of the flagged, and money against today, or the cases
 * flagged where nobody has stated costs. Where too few are flagged for a share, the counts of the test stand instead.
 */
export function figuresAt(voice: Voice, data: ScenarioData, view: ScenarioView): readonly ScenarioFigure[] {
  const rates = (["recall", "precision"] as const).flatMap((metric) => {
    const estimate = view.estimates.find((one) => one.metric === metric);
    return estimate?.value == null ? [] : [rateFigure(voice, data, view, { ...estimate, metric })];
  });
  return [...rates, data.costs === null ? flaggedFigure(voice, data, view) : moneyFigure(voice, data, view)];
}

function rateFigure(
  voice: Voice,
  data: ScenarioData,
  { tested, support }: ScenarioView,
  estimate: Estimate & { readonly metric: "recall" | "precision" },
): ScenarioFigure {
  const { metric, id } = estimate;
  const { tp, fn, fp } = tested;
  const [x, n] = metric === "recall" ? [tp, tp + fn] : [tp, tp + fp];
  const slots = { ...casesSlots(voice, data.slice), among: "" };
  if (support !== "enough") {
    return {
      number: large(
        voice.say("rate.of", {
          x: counted(voice, id, "numerator", x),
          n: counted(voice, id, "denominator", n),
        }),
      ),
      label: voice.say(`figure.${metric}`, { ...slots, x_n: x, other: [counted(voice, id, "rest", n - x)] }),
      basis: voice.say("figure.counts-only"),
    };
  }
  const rate = restate(estimate, voice.totalOf(estimate));
  const other = shortRate(voice, estimate, "complement");
  return {
    number: large(shortRate(voice, estimate)),
    label: voice.say(`figure.${metric}`, {
      ...slots,
      x_n: rate === null ? 0 : pluralNumber(rate.count),
      other: other.length > 2 ? other.slice(0, -2) : other,
    }),
    basis: shortRange(
      voice,
      estimate,
      "value",
      estimate.value === 0 || estimate.value === 1 ? "bracket" : "bare",
    ),
  };
}

function moneyFigure(
  voice: Voice,
  data: ScenarioData,
  { net, counts, setting }: ScenarioView,
): ScenarioFigure {
  const isToday = setting.threshold === data.threshold;
  const money = (value: number, part: "value" | "low" | "high"): Inline => ({
    type: "datum",
    ref: "scenario:net",
    part,
    value: Number(value.toPrecision(2)),
    text: formatMoney(value, voice.currency ?? "EUR", voice.lang),
  });
  const slots = { per: counts.per ?? "none", today: data.threshold === null ? "no" : "yes" };
  const told = isToday ? 0 : net?.value;
  return {
    number:
      told === undefined
        ? voice.say("sliders.figure-net-none")
        : [{ type: "strong", children: [money(told, "value")] }],
    label: voice.say("sliders.figure-net", slots),
    basis: isToday
      ? []
      : net === null
        ? voice.say("figure.counts-only")
        : voice.say("sliders.figure-net-range", {
            low: money(net.low, "low"),
            high: money(net.high, "high"),
          }),
  };
}

function flaggedFigure(
  voice: Voice,
  data: ScenarioData,
  { counts, estimates }: ScenarioView,
): ScenarioFigure {
  const flagRate = estimates.find(({ metric }) => metric === "flag-rate");
  const id = flagRate?.id ?? `${data.prefix}flag-rate@${data.slice?.id ?? "all"}`;
  return {
    number: large([
      counted(voice, id, "flagged", Math.round(counts.tp + counts.fp)),
      ...voice.say("sliders.figure-of", { n: counted(voice, id, "n", counts.total) }),
    ]),
    label: voice.say("sliders.figure-flagged", {
      ...casesSlots(voice, data.slice),
      per: counts.per ?? "none",
    }),
    basis: flagRate === undefined ? [text("")] : shortRange(voice, flagRate),
  };
}

/** The first number in full size, what follows it smaller. */
function large([first, ...rest]: readonly Inline[]): readonly Inline[] {
  return first === undefined ? [] : [{ type: "strong", children: [first] }, ...rest];
}
