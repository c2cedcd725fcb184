import { jointFalseStop } from "../../../metrics/layers/joint-false-stop.js";
import { jointSlip } from "../../../metrics/layers/joint-slip.js";
import { jointSlipIfIndependent } from "../../../metrics/layers/joint-slip-if-independent.js";
import { layerFalseStop } from "../../../metrics/layers/layer-false-stop.js";
import { layerSlip } from "../../../metrics/layers/layer-slip.js";
import { missing, type Measured, type MetricDescription } from "../../../metrics/metric.js";
import type { Estimate } from "../../../model/assessment.js";
import { anyRateBounds } from "../../../stats/any-rate-bounds.js";
import { independentJointRate } from "../../../stats/independent-joint-rate.js";
import { jointRateBounds } from "../../../stats/joint-rate-bounds.js";
import type { Bounds } from "../../../stats/types.js";
import { estimateOf, type EstimatePlace } from "../../estimate.js";

/** Rates of a layer that somebody stated, without the cases behind them. */
export interface StatedLayer {
  readonly name: string;
  readonly slip?: number | undefined;
  readonly false_stop?: number | undefined;
}

/**
 * What follows from stated rates alone: the limits that any dependence between the layers keeps, and no value. The
 * product is no estimate of the joint slip; it is given beside the limits, under its own name.
 */
export function statedLayerRates(layers: readonly StatedLayer[], place: EstimatePlace): Estimate[] {
  const slips = layers.flatMap(({ slip }) => (slip === undefined ? [] : [slip]));
  const stops = layers.flatMap(({ false_stop }) => (false_stop === undefined ? [] : [false_stop]));
  const isWhole = (rates: readonly number[]): boolean => rates.length === layers.length;
  return [
    derived(jointSlip, isWhole(slips) ? within(jointRateBounds(slips)) : missing("no-rates"), place),
    ...(isWhole(slips)
      ? [
          derived(
            jointSlipIfIndependent,
            { ...missing("assumes-independence"), value: independentJointRate(slips) },
            place,
          ),
        ]
      : []),
    ...layers.flatMap(({ name, slip }) => (slip === undefined ? [] : [stated(layerSlip, name, slip, place)])),
    derived(jointFalseStop, isWhole(stops) ? within(anyRateBounds(stops)) : missing("no-rates"), place),
    ...layers.flatMap(({ name, false_stop }) =>
      false_stop === undefined ? [] : [stated(layerFalseStop, name, false_stop, place)],
    ),
  ];
}

/** Limits hold whatever the truth, so their coverage is 1; the rates they come from may be wrong all the same. */
function within(bounds: Bounds): Measured {
  return {
    ...missing("only-marginals"),
    interval: { ...bounds, level: 1, method: "Frechet bounds", side: "two-sided" },
  };
}

function derived(metric: MetricDescription, measured: Measured, place: EstimatePlace): Estimate {
  return { ...estimateOf(metric, measured, place), origin: "derived" };
}

function stated(metric: MetricDescription, facet: string, value: number, place: EstimatePlace): Estimate {
  return { ...estimateOf(metric, { ...missing("stated"), value }, { ...place, facet }), origin: "reported" };
}
