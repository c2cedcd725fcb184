import type { ScenarioControl } from "../model/scenario-data.js";
import type { ControlWords } from "./control-words.js";
import { nearestStep } from "./ladder.js";
import { makeElement } from "./make-element.js";

/** One slider with its label, its value and what it means. */
export interface Slider {
  readonly control: ScenarioControl;
  readonly element: HTMLElement;
  readonly input: HTMLInputElement;
  /** Moves it to the step next to a value, which it shows as it is. */
  readonly show: (value: number, spoken: string) => void;
}

/** Sliders whose hint says today's value and no more. */
const isPlain: ReadonlySet<ScenarioControl> = new Set(["falseAlarm", "miss", "volume", "capacity"]);

/**
 * A native range input over steps of uneven size.
 *
 * @param onMove - told the value of the step that the reader moved it to
 */
export function makeSlider(
  control: ScenarioControl,
  values: readonly number[],
  words: ControlWords,
  onMove: (value: number) => void,
  today: number,
): Slider {
  const id = `slider-${control}`;
  const input = makeElement("input", {
    type: "range",
    id,
    min: "0",
    max: String(values.length - 1),
    step: "1",
    "aria-describedby": `${id}-hint`,
  });
  const output = makeElement("output", { for: id });
  input.addEventListener("input", () => {
    const value = values[input.valueAsNumber];
    if (value !== undefined) onMove(value);
  });
  const hint = makeElement("p", { class: "hint", id: `${id}-hint` }, [words.hint]);
  const element = makeElement("div", { class: `slider slider-${control}` }, [
    makeElement("label", { for: id }, [words.label]),
    output,
    makeElement("div", { class: "track" }, [input]),
    hint,
  ]);
  const show = (value: number, spoken: string): void => {
    const step = String(nearestStep(values, value));
    if (input.value !== step) input.value = step;
    if (output.textContent !== words.value(value)) output.textContent = words.value(value);
    // Where it stands is today's value: to say so again takes a line of the panel.
    hint.hidden = value === today && isPlain.has(control);
    if (input.getAttribute("aria-valuetext") !== spoken) input.setAttribute("aria-valuetext", spoken);
  };
  return { control, element, input, show };
}
