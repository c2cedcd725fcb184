import { writeFragment } from "../../src/browser/fragment.js";
import { fragmentValues } from "../../src/browser/fragment-of.js";
import type { ScenarioData, Setting } from "../../src/model/scenario-data.js";
import { plainText } from "../../src/phrasing/inline.js";
import { partsAt } from "../../src/scenario/parts-at.js";
import { scenarioAt } from "../../src/scenario/scenario-at.js";
import { voiceOf } from "../../src/scenario/voice-of.js";
import { seededRandom } from "../../src/stats/random.js";

/** What a reader sees of a setting: sentences, the three numbers, the counts beside the array, the net value. */
export const shown = `(() => {
  const text = (one) => one.textContent.replace(/\\s+/g, " ").trim();
  const all = (selector) => [...document.querySelectorAll(".scenario " + selector)].map(text);
  return {
    say: all(".say p"),
    figures: all(".figures .number"),
    labels: all(".figures .label"),
    counts: all(".icon-array .key tbody th"),
    work: all(".scenario-work .claim"),
    verdicts: all(".verdicts li"),
    net: document.querySelector(".scenario .figures data[data-ref='scenario:net']")?.value ?? null,
    curve: document.querySelector(".scenario .scenario-trade-off svg").getAttribute("aria-label"),
  };
})()`;

/** The same from the program that writes the documents. */
export function wanted(data: ScenarioData, setting: Setting) {
  const voice = voiceOf(data);
  const view = scenarioAt(data, setting, voice);
  const { say, figures, charts, verdicts } = partsAt(voice, data, view);
  const chart = (kind: string) => charts.flat().find((one) => one.kind === kind);
  const text = (pieces: Parameters<typeof plainText>[0]): string =>
    plainText(pieces).replace(/\s+/g, " ").trim();
  const net = setting.threshold === data.threshold ? 0 : view.net?.value;
  const work = chart("scenario-work");
  return {
    say: say.map(text),
    figures: figures.map(({ number }) => text(number)),
    labels: figures.map(({ label }) => text(label)),
    counts: (chart("icon-array")?.panels[0]?.key?.rows ?? []).map(({ cells }) =>
      text(cells[0]?.pieces ?? []),
    ),
    work: work === undefined ? [] : [text(work.title)],
    verdicts: verdicts.map(text),
    net: net === undefined ? null : String(Number(net.toPrecision(2))),
    curve: chart("scenario-trade-off")?.alt,
  };
}

export function randomSettings(data: ScenarioData, count: number): Setting[] {
  const random = seededRandom(20_261_122);
  const { edges } = data.histogram;
  const between = (low: number, high: number): number =>
    Number((low + random() * (high - low)).toPrecision(3));
  return Array.from({ length: count }, () => ({
    threshold: edges[Math.floor(random() ** 2 * (edges.length - 1))] ?? 0,
    baseRate: between(0.002, 0.8),
    falseAlarm: between(1, 400),
    miss: between(10, 5_000),
    volume: Math.round(between(10, 5_000)),
    capacity: Math.round(between(5, 900)),
  }));
}

/** Brings an open page to a setting through its address, and waits for it. */
export function goTo(setting: Setting): string {
  const to = writeFragment({ values: fragmentValues(setting), present: false });
  return `new Promise((done) => {
    const to = ${JSON.stringify(to)};
    if (location.hash === to) return done(null);
    addEventListener("hashchange", () => setTimeout(done), { once: true });
    location.hash = to;
  })`;
}
