// Writes history.csv, tested.csv, after.csv, months.csv, rule-tested.csv and rule-after.csv of data/ from drinks_demand.csv. Run: node simulate.mjs
// The months are real (R package modeldata, drinks), and have no break of their own. The fall of sales in the last six
// months is synthetic: it is planted here with a fixed seed, so that the finders have something to find.
import { readFileSync, writeFileSync } from "node:fs";

import { seededDraws } from "../seeded-draws.mjs";

const seed = 20170401;
const firstTested = "2012-04-01";
const disrupted = "2017-04-01";
/** Share of sales lost in a disrupted month: at least, and at most. */
const lost = [0.14, 0.24];

const { random } = seededDraws(seed);
const [, ...lines] = readFileSync(new URL("data/drinks_demand.csv", import.meta.url), "utf8").trim().split("\n");
const months = lines.map((line) => {
  const [month, sales, forecast] = line.split(",");
  return { month, sales: Number(sales), forecast: forecast === "" ? null : Number(forecast) };
});

const history = months.filter(({ month }) => month < firstTested);
// Intervals hold the middle 80 of 100 ratios of actual to forecast before the test began.
const ratios = history
  .flatMap(({ sales, forecast }) => (forecast === null ? [] : [sales / forecast]))
  .sort((a, b) => a - b);
const ratioAt = (share) => ratios[Math.round(share * (ratios.length - 1))];

const tested = months
  .filter(({ month }) => month >= firstTested)
  .map(({ month, sales, forecast }) => {
    const share = month < disrupted ? 0 : lost[0] + (lost[1] - lost[0]) * random();
    const actual = Math.round(sales * (1 - share));
    return {
      month,
      actual,
      forecast,
      low: Math.round(forecast * ratioAt(0.1)),
      high: Math.round(forecast * ratioAt(0.9)),
      error: ((forecast - actual) / forecast).toFixed(4),
    };
  });

write("history.csv", ["month,actual", ...history.map(({ month, sales }) => `${month},${sales}`)]);
write("tested.csv", [
  "month,actual,forecast,low,high",
  ...tested
    .filter(({ month }) => month < disrupted)
    .map(({ month, actual, forecast, low, high }) => [month, actual, forecast, low, high].join(",")),
]);
write("months.csv", ["month,error", ...tested.map(({ month, error }) => `${month},${error}`)]);
write("after.csv", [
  "month,actual,forecast,low,high",
  ...tested
    .filter(({ month }) => month >= disrupted)
    .map(({ month, actual, forecast, low, high }) => [month, actual, forecast, low, high].join(",")),
]);

// The rule that stands in for the forecast: last year's month, times the last three months over the same three a year before.
const sold = new Map([...history.map(({ month, sales }) => [month, sales]), ...tested.map(({ month, actual }) => [month, actual])]);
const byRule = tested.map(({ month, actual }) => {
  const last = [1, 2, 3].reduce((sum, back) => sum + sold.get(monthsBefore(month, back)), 0);
  const yearBefore = [13, 14, 15].reduce((sum, back) => sum + sold.get(monthsBefore(month, back)), 0);
  return { month, actual, forecast: Math.round((sold.get(monthsBefore(month, 12)) * last) / yearBefore) };
});
for (const [name, isOwn] of [
  ["rule-tested.csv", ({ month }) => month < disrupted],
  ["rule-after.csv", ({ month }) => month >= disrupted],
])
  write(name, [
    "month,actual,forecast",
    ...byRule.filter(isOwn).map(({ month, actual, forecast }) => [month, actual, forecast].join(",")),
  ]);

/** First day of the month so many months earlier. */
function monthsBefore(month, back) {
  const [year, number] = month.split("-").map(Number);
  const whole = year * 12 + number - 1 - back;
  return `${Math.floor(whole / 12)}-${String((whole % 12) + 1).padStart(2, "0")}-01`;
}

function write(name, rows) {
  writeFileSync(new URL(`data/${name}`, import.meta.url), `${rows.join("\n")}\n`);
}
