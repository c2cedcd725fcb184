import type { ScenarioControl, ScenarioData, ScenarioView, Setting } from "../model/scenario-data.js";
import { plainText } from "../phrasing/inline.js";
import { formatCount, formatThreshold } from "../phrasing/format-number.js";
import type { Slots } from "../phrasing/say.js";
import type { Voice } from "../phrasing/voice.js";
import { controlWords, sideOf, type ControlWords } from "./control-words.js";
import { makeElement } from "./make-element.js";
import { fewStretches, presetsOf } from "./presets.js";
import { makeSlider, type Slider } from "./slider.js";
import { controls, sliderValues } from "./slider-ranges.js";
import { drawMarks } from "./track-marks.js";

/** The panel with every slider the evidence has values for. */
export interface Panel {
  readonly element: HTMLElement;
  /** Where what is taken along is offered, and the view for a meeting. */
  readonly shelf: HTMLElement;
  /** Brings every slider to a setting, without telling anybody. */
  readonly show: (view: ScenarioView, breakEven: number | null) => void;
}

export interface PanelInput {
  readonly data: ScenarioData;
  readonly voice: Voice;
  readonly today: Setting;
  /** Flagged cases from which a rate may be told. */
  readonly least: number;
  readonly onMove: (control: ScenarioControl, value: number) => void;
  readonly onReset: () => void;
}

export function makePanel(input: PanelInput): Panel {
  const { data, voice, today, onMove, onReset } = input;
  const say = (id: string, slots: Slots = {}): string => plainText(voice.say(`sliders.${id}`, slots));
  const sliders = controls.flatMap((control): (Slider & { readonly words: ControlWords })[] => {
    const values = sliderValues(data, today, control);
    if (values.length < 2) return [];
    const start = today[control] ?? values[0] ?? 0;
    const words = controlWords(voice, data, control, start);
    return [{ ...makeSlider(control, values, words, (value) => onMove(control, value), start), words }];
  });
  const modes = makeModes(input, say);
  const marks = makeMarks(input, say);
  sliders.find(({ control }) => control === "threshold")?.element.append(marks.words);
  sliders
    .find(({ control }) => control === "threshold")
    ?.element.querySelector(".track")
    ?.prepend(marks.drawing);
  const reset = makeElement("button", { type: "button", class: "reset" }, [say("reset")]);
  reset.addEventListener("click", onReset);
  const shelf = makeElement("div", { class: "shelf" });
  const element = makeElement("section", { class: "controls", "aria-label": say("title") }, [
    ...(modes === null ? [] : [modes.element]),
    ...sliders.map((slider) => slider.element),
    reset,
    shelf,
  ]);
  const show: Panel["show"] = (view, breakEven) => {
    for (const { control, words, show: showAt } of sliders) {
      const value = view.setting[control];
      if (value !== null) showAt(value, control === "threshold" ? view.spoken : words.spoken(value));
    }
    modes?.show(view.setting.threshold);
    marks.show(breakEven);
    reset.disabled = view.isToday;
  };
  return { element, shelf, show };
}

type Say = (id: string, slots?: Slots) => string;

/** Catch more, as today, bother fewer. */
function makeModes({ data, today: { threshold }, onMove }: PanelInput, say: Say) {
  if (threshold === null) return null;
  const presets = presetsOf(data, threshold);
  const buttons = [
    { to: presets.more, word: "more" },
    { to: threshold, word: "today" },
    { to: presets.fewer, word: "fewer" },
  ].map(({ to, word }) => {
    const button = makeElement("button", { type: "button", "aria-pressed": "false" }, [say(word)]);
    button.disabled = to === null;
    if (to !== null) button.addEventListener("click", () => onMove("threshold", to));
    return { button, to };
  });
  const element = makeElement("div", { class: "modes", role: "group", "aria-label": say("modes") }, [
    makeElement("p", { class: "legend", "aria-hidden": "true" }, [say("modes")]),
    makeElement(
      "div",
      { class: "buttons" },
      buttons.map(({ button }) => button),
    ),
    makeElement("p", { class: "hint" }, [say("modes-note")]),
  ]);
  const show = (shown: number | null): void => {
    for (const { button, to } of buttons)
      button.setAttribute("aria-pressed", String(to !== null && to === shown));
  };
  return { element, show };
}

/** Today, the break-even and the stretch with too few cases, on the track of the cut-off and in words below it. */
function makeMarks({ data, voice, today, least }: PanelInput, say: Say) {
  const values = sliderValues(data, today, "threshold");
  const last = values.length - 1;
  const stretches = fewStretches(data, least);
  const side = sideOf(data);
  const few = stretches.map(([from, to]) => ({ from: from / last, to: to / last }));
  const [from, to] = stretches.at(side === "above" ? -1 : 0) ?? [];
  const edge = values[(side === "above" ? from : to) ?? -1];
  const reason =
    edge === undefined
      ? ""
      : say("few", { side, from: formatThreshold(edge, voice.lang), least: formatCount(least, voice.lang) });
  const marked = makeElement("span", {});
  const words = makeElement("p", { class: "hint", id: "slider-threshold-marks" }, [marked, ` ${reason}`]);
  const drawing = makeElement("div", { class: "marks-holder" });
  let drawn: number | null | undefined;
  const place = (value: number | null): number | null => {
    if (value === null || last < 1) return null;
    const [low = 0, high = 1] = [values[0], values[last]];
    return value < low || value > high ? null : placeAmong(values, value) / last;
  };
  const show = (even: number | null): void => {
    if (drawn === even) return;
    drawn = even;
    drawing.replaceChildren(
      drawMarks(
        { few, today: place(today.threshold), even: place(even) },
        { today: say("mark-today"), even: say("mark-even") },
      ),
    );
    const told = (value: number | null): string =>
      value === null ? "none" : formatThreshold(value, voice.lang);
    marked.textContent = say("marks", {
      side,
      today: told(today.threshold),
      even: even === null ? "none" : formatThreshold(Number(even.toPrecision(2)), voice.lang),
    });
  };
  return { words, drawing, show };
}

/** Where a value stands among rising ones, in steps and parts of a step. */
function placeAmong(values: readonly number[], value: number): number {
  const next = values.findIndex((one) => one >= value);
  const [low = 0, high = 0] = [values[next - 1], values[next]];
  return next <= 0 || high === low ? Math.max(0, next) : next - 1 + (value - low) / (high - low);
}
