// Writes the other tables of data/ from known.csv. Run: node simulate.mjs
// known.csv holds what examples/demand-incident knew in October 2017. The half-year after it is synthetic from end to end:
// sales go on below the year before, the old forecast runs on in shadow, planners order by the rule, and a rebuilt forecast
// is tried beside both. months.csv ends where the old forecast was set aside: later months are those of its shadow.
import { readFileSync, writeFileSync } from "node:fs";

import { seededDraws } from "../seeded-draws.mjs";

const disrupted = "2017-04-01";
const replaced = "2017-10-01";
const later = ["2017-10-01", "2017-11-01", "2017-12-01", "2018-01-01", "2018-02-01", "2018-03-01"];
/** Share of sales still lost in a month: at least, and at most. */
const lost = [0.2, 0.3];
/** Growth that the wholesaler would have had without the disruption, and how far a month strays by chance. */
const growth = 1.03;
const stray = 0.02;
/** How far the rebuilt forecast misses the share that is lost, which it reads off signals of supply. */
const misread = 0.03;

const { random, normal } = seededDraws(20171001);
const [, ...lines] = readFileSync(new URL("data/known.csv", import.meta.url), "utf8").trim().split("\n");
const known = lines.map((line) => {
  const [month, actual, forecast] = line.split(",");
  return { month, actual: Number(actual), forecast: Number(forecast) };
});
const sold = new Map(known.map(({ month, actual }) => [month, actual]));

const shadow = [];
const ruled = [];
const rebuilt = [];
for (const month of later) {
  const yearBefore = sold.get(monthsBefore(month, 12));
  const share = lost[0] + (lost[1] - lost[0]) * random();
  // Whoever was short of goods a year before is no measure of what would have been sold.
  const actual = Math.round(yearBefore * growth * (1 - share) * (1 + stray * normal()));
  shadow.push({ month, actual, forecast: Math.round((yearBefore * sum(month, 1, 12)) / sum(month, 13, 24)) });
  ruled.push({ month, actual, forecast: Math.round((yearBefore * sum(month, 1, 3)) / sum(month, 13, 15)) });
  rebuilt.push({ month, actual, forecast: Math.round(yearBefore * growth * (1 - share + misread * normal())) });
  sold.set(month, actual);
}

const rows = (months) => months.map(({ month, actual, forecast }) => [month, actual, forecast].join(","));
const error = ({ month, actual, forecast }) => `${month},${((forecast - actual) / forecast).toFixed(4)}`;
const head = "month,actual,forecast";
write("before.csv", [head, ...rows(known.filter(({ month }) => month < disrupted))]);
write("after.csv", [head, ...rows(known.filter(({ month }) => month >= disrupted && month < replaced))]);
write("months.csv", ["month,error", ...known.map(error)]);
write("shadow.csv", [head, ...rows(shadow)]);
write("rule.csv", [head, ...rows(ruled)]);
write("rebuilt.csv", [head, ...rows(rebuilt)]);

/** Sales of the months that lie so many months back, from the nearest to the furthest. */
function sum(month, nearest, furthest) {
  let total = 0;
  for (let back = nearest; back <= furthest; back += 1) total += sold.get(monthsBefore(month, back));
  return total;
}

/** First day of the month so many months earlier. */
function monthsBefore(month, back) {
  const [year, number] = month.split("-").map(Number);
  const whole = year * 12 + number - 1 - back;
  return `${Math.floor(whole / 12)}-${String((whole % 12) + 1).padStart(2, "0")}-01`;
}

function write(name, lines) {
  writeFileSync(new URL(`data/${name}`, import.meta.url), `${lines.join("\n")}\n`);
}
