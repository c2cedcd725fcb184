import type { EvaluationPlan } from "../../../model/plan.js";
import type { Expression } from "../../query/count-query.js";

/** Arithmetic of one row, by the name of its sum. */
export type ErrorExpressions = Readonly<Record<string, Expression>>;

/** What is summed for every unit. */
export function errorExpressions({
  actual,
  forecast,
  interval,
  quantiles = {},
}: EvaluationPlan): ErrorExpressions {
  const a: Expression = { column: actual ?? "" };
  const error: Expression = { minus: [{ column: forecast ?? "" }, a] };
  return {
    error,
    absoluteError: { abs: error },
    squaredError: { times: [error, error] },
    actual: a,
    absoluteActual: { abs: a },
    zeroActuals: { atMost: [{ abs: a }, { constant: 0 }] },
    absolutePercentage: percentage(error, a),
    ...(interval === undefined ? {} : intervalExpressions(a, interval)),
    ...Object.fromEntries(
      Object.entries(quantiles).flatMap(([quantile, column]) => [
        [`n of ${quantile}`, one({ column })],
        [`loss of ${quantile}`, pinball({ minus: [a, { column }] }, Number(quantile))],
      ]),
    ),
  };
}

/** Second moments over rows, from which the interval of each metric follows where rows are independent. */
export function momentExpressions(plan: EvaluationPlan): ErrorExpressions {
  const { actual, forecast, interval, quantiles = {} } = plan;
  const a: Expression = { column: actual ?? "" };
  const error: Expression = { minus: [{ column: forecast ?? "" }, a] };
  const squared: Expression = { times: [error, error] };
  const share = percentage(error, a);
  return {
    fourthPower: { times: [squared, squared] },
    squaredActual: { times: [a, a] },
    errorTimesActual: { times: [error, a] },
    absoluteErrorTimesActual: { abs: { times: [error, a] } },
    squaredPercentage: { times: [share, share] },
    ...(interval === undefined ? {} : { squaredScore: square(scoreOf(a, interval)) }),
    ...Object.fromEntries(
      Object.entries(quantiles).map(([quantile, column]) => [
        `squared loss of ${quantile}`,
        square(pinball({ minus: [a, { column }] }, Number(quantile))),
      ]),
    ),
  };
}

function intervalExpressions(
  a: Expression,
  interval: NonNullable<EvaluationPlan["interval"]>,
): ErrorExpressions {
  const low: Expression = { column: interval.low };
  const high: Expression = { column: interval.high };
  return {
    intervals: one({ minus: [high, low] }),
    crossed: { minus: [one({ minus: [high, low] }), { atMost: [low, high] }] },
    covered: { times: [{ atMost: [low, a] }, { atMost: [a, high] }] },
    width: { minus: [high, low] },
    outside: outsideOf(a, low, high),
  };
}

/** The interval score of a row: width and what fell outside, 2 / (1 - level) times. */
function scoreOf(a: Expression, { low, high, level }: NonNullable<EvaluationPlan["interval"]>): Expression {
  const [from, to]: readonly Expression[] = [{ column: low }, { column: high }];
  const penalty: Expression = {
    times: [{ constant: -2 / (1 - level) }, outsideOf(a, from ?? a, to ?? a)],
  };
  return { minus: [{ minus: [to ?? a, from ?? a] }, penalty] };
}

/** How far an actual lies outside its bounds: (|low - a| + |a - high| - (high - low)) / 2. */
function outsideOf(a: Expression, low: Expression, high: Expression): Expression {
  const below: Expression = { abs: { minus: [low, a] } };
  const above: Expression = { abs: { minus: [a, high] } };
  const both: Expression = { minus: [below, { minus: [{ constant: 0 }, above] }] };
  return { times: [{ constant: 0.5 }, { minus: [both, { minus: [high, low] }] }] };
}

/** max(q d, (q - 1) d) for a distance d = actual - forecast, as (|d| + (2 q - 1) d) / 2. */
function pinball(distance: Expression, quantile: number): Expression {
  const tilt: Expression = { times: [{ constant: 1 - 2 * quantile }, distance] };
  return { times: [{ constant: 0.5 }, { minus: [{ abs: distance }, tilt] }] };
}

function percentage(error: Expression, a: Expression): Expression {
  return { divide: [{ abs: error }, { abs: a }] };
}

function square(expression: Expression): Expression {
  return { times: [expression, expression] };
}

/** 1 wherever the expression has a value. */
function one(expression: Expression): Expression {
  return { minus: [{ constant: 1 }, { times: [{ constant: 0 }, expression] }] };
}
