import { coordinate, svgText } from "../charts/svg.js";
import { chartWidth } from "../charts/vega-theme.js";
import type { Chart, Picture } from "../model/chart.js";
import { perOther } from "../model/periods.js";
import type { ScenarioData, ScenarioView } from "../model/scenario-data.js";
import { formatCount } from "../phrasing/format-number.js";
import { plainText, text } from "../phrasing/inline.js";
import type { Voice } from "../phrasing/voice.js";

/** The work of one period as a bar against what people can handle, with its range; null without both. */
export function workChart(voice: Voice, data: ScenarioData, view: ScenarioView): Chart | null {
  const flagRate = view.estimates.find(({ metric }) => metric === "flag-rate");
  const { volume, capacity } = view.setting;
  if (volume === null || capacity === null || data.volume === null || data.capacity === null) return null;
  if (flagRate?.value == null || flagRate.interval === null || view.work.length === 0) return null;
  const cases = perOther(volume, data.volume.per, data.capacity.per);
  const { low, high } = flagRate.interval;
  const work = { value: flagRate.value * cases, low: low * cases, high: high * cases };
  const { basis, source } = data.evaluation;
  const words = voice.say("sliders.work", { capacity: formatCount(capacity, voice.lang) });
  return {
    kind: "scenario-work",
    id: "scenario-work",
    title: view.work,
    note: [
      ...voice.say("sliders.work-note"),
      text(" "),
      ...voice.say("chart.source", { basis, source: source ?? "" }),
    ],
    alt: plainText(view.work),
    panels: [
      {
        title: [],
        key: null,
        picture: drawing(voice.lang, { ...work, capacity, fits: view.fits }, plainText(words)),
      },
    ],
    grid: { id: "scenario-work", caption: [], note: [], columns: [], rows: [], foot: [] },
    gridOpen: false,
    tableLabel: "",
  };
}

interface Work {
  readonly value: number;
  readonly low: number;
  readonly high: number;
  readonly capacity: number;
  readonly fits: ScenarioView["fits"];
}

const height = 62;

function drawing(lang: string, { value, low, high, capacity, fits }: Work, words: string): Picture {
  // Two figures, rounded up, so that both bars end within the picture.
  const most = Math.max(high, capacity, 1) * 1.05;
  const step = 10 ** (Math.floor(Math.log10(most)) - 1);
  const top = Math.ceil(most / step - 1e-9) * step;
  const x = (amount: number): string => coordinate((Math.min(amount, top) / top) * chartWidth);
  const share = capacity / top;
  const anchor = share < 0.25 ? "start" : share > 0.75 ? "end" : "middle";
  const svg = [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${chartWidth} ${height}" width="${chartWidth}" height="${height}" class="work${fits === "no" ? " over" : ""}">`,
    `<path class="w-room" d="M0 29H${chartWidth}"/>`,
    `<path class="w-work" d="M0 29H${x(value)}"/>`,
    `<path class="w-range" d="M${x(low)} 29H${x(high)}"/>`,
    `<path class="w-capacity" d="M${x(capacity)} 18V40"/>`,
    `<text class="w-words" x="${x(capacity)}" y="13" text-anchor="${anchor}">${svgText(words)}</text>`,
    `<text x="0" y="54">0</text>`,
    `<text x="${chartWidth}" y="54" text-anchor="end">${svgText(formatCount(top, lang))}</text>`,
    "</svg>",
  ].join("");
  return { type: "svg", svg, width: chartWidth, height };
}
