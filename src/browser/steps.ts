import type { ScenarioStep, ScenarioSteps } from "../model/scenario-steps.js";
import { dotLabels, type DotLabel } from "../scenario/dot-labels.js";
import { makeLiveRegion } from "./live-region.js";
import { makeDrawn, makeElement } from "./make-element.js";

/*
 * Runs in the reader's browser, in one-page documents with a slider over the threshold. Every sentence stands in the
 * page already; this shows another one. It asks for nothing and writes nothing.
 */
const text = document.getElementById("forthright-steps")?.textContent ?? "";
const block = document.querySelector<HTMLElement>(".what-if .scenario");
if (text !== "" && block !== null) start(block, JSON.parse(text) as ScenarioSteps);

function start(block: HTMLElement, all: ScenarioSteps): void {
  const { steps, today, lenient } = all;
  const live = makeLiveRegion();
  let at = today;
  const value = makeElement("output", { for: "step-threshold" });
  const input = makeElement("input", {
    type: "range",
    id: "step-threshold",
    min: "0",
    max: String(steps.length - 1),
    step: "1",
    value: String(today),
  });
  const button = (words: string, to: () => number): HTMLButtonElement => {
    const made = makeElement("button", { type: "button" }, [words]);
    made.addEventListener("click", () => move(to()));
    return made;
  };
  const more = button(all.more, () => at + lenient);
  const fewer = button(all.fewer, () => at - lenient);
  const reset = button(all.reset, () => today);
  input.addEventListener("input", () => move(Number(input.value)));
  const dots = makeDots(block, all);

  function move(to: number): void {
    at = Math.min(steps.length - 1, Math.max(0, to));
    show();
    live.say(steps[at]?.say.join(" ") ?? "");
  }

  function show(): void {
    const step = steps[at];
    if (step === undefined) return;
    input.value = String(at);
    input.setAttribute("aria-valuetext", step.say.join(" "));
    value.textContent = step.threshold;
    more.disabled = steps[at + lenient] === undefined;
    fewer.disabled = steps[at - lenient] === undefined;
    reset.disabled = at === today;
    block.classList.toggle("few", step.few);
    fill(block.querySelector(".say"), "p", step.say);
    fill(block.querySelector(".verdicts ul"), "li", step.verdicts);
    dots(step, at === today);
  }

  const label = makeElement("label", { for: "step-threshold" }, [`${all.label} `]);
  const controls = makeElement("section", { class: "step-controls", "aria-label": all.label }, [
    makeElement("p", {}, [label, value]),
    input,
    makeElement("div", { class: "buttons" }, [more, fewer, reset]),
    live.element,
  ]);
  block.prepend(controls);
  show();
}

/** Lines of text as elements of one kind. What stands there already, numbers with their sources, stays while it says the same. */
function fill(holder: Element | null, name: "p" | "li", lines: readonly string[]): void {
  if (holder === null) return;
  const shown = [...holder.children];
  const plain = (words: string): string => words.replace(/\s+/g, " ").trim();
  const isSame = (line: string, index: number): boolean =>
    plain(shown[index]?.textContent ?? "") === plain(line);
  if (shown.length === lines.length && lines.every(isSame)) return;
  holder.replaceChildren(...lines.map((line) => makeElement(name, {}, [line])));
}

/** Moves the dot of the trade-off chart, with the names of both dots beside them. */
function makeDots(block: HTMLElement, { here, todayWord, steps, today }: ScenarioSteps) {
  const drawing = block.querySelector(".operating");
  const dot = drawing?.querySelector(".s-here");
  const name = drawing?.querySelector(".t-here");
  const claim = drawing?.closest("figure")?.querySelector(".claim");
  const start = steps[today];
  const other = makeDrawn("text", { class: "t-label" });
  drawing?.append(other);
  const stand = (label: Element, { x, y, anchor }: DotLabel): void => {
    label.setAttribute("x", String(x));
    label.setAttribute("y", String(y));
    label.setAttribute("text-anchor", anchor);
  };
  return (step: ScenarioStep, isToday: boolean): void => {
    if (drawing === null || dot == null || name == null || start === undefined) return;
    dot.setAttribute("cx", String(step.x));
    dot.setAttribute("cy", String(step.y));
    name.textContent = isToday ? todayWord : here;
    other.textContent = isToday ? "" : todayWord;
    const spots = dotLabels(step, start);
    stand(name, spots.here);
    stand(other, spots.today);
    if (claim !== null && claim !== undefined && claim.textContent !== step.title)
      claim.textContent = step.title;
    if (!isToday) drawing.setAttribute("aria-label", step.title);
  };
}
