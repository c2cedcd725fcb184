import type { ScenarioControl, ScenarioData, Setting } from "../model/scenario-data.js";
import { smallSample } from "../phrasing/display-gate.js";
import { plainText } from "../phrasing/inline.js";
import { breakEvenScore } from "../scenario/money-at.js";
import { partsAt, type ScenarioChart } from "../scenario/parts-at.js";
import { scenarioAt } from "../scenario/scenario-at.js";
import { settingOf, settingWithin } from "../scenario/setting-of.js";
import { voiceOf } from "../scenario/voice-of.js";
import { readFragment, writeFragment } from "./fragment.js";
import { fragmentValues, wantedSetting } from "./fragment-of.js";
import { makeLiveRegion } from "./live-region.js";
import { makeElement } from "./make-element.js";
import { makePanel } from "./panel.js";
import { makePresenting } from "./present.js";
import { showView } from "./show-view.js";
import type { SlideFiles } from "./slide-files.js";
import { addTakeAlong } from "./take-along.js";
import { pageText } from "./page-text.js";

/** Quiet before the address is written: browsers refuse a page that writes it many times a second. */
const addressPause = 300;
/** Settings this near to today's are today's: an address carries ten digits. */
const sameWithin = 1e-9;

/** What only some pages carry, beside what all pages with sliders do. */
export interface Beside {
  readonly charts: readonly ScenarioChart[];
  readonly slides: SlideFiles | null;
}

/**
 * Brings the sliders of a page to life.
 *
 * @param block - the block of the page that shows one setting
 * @param beside - what a board has room for
 */
export function startBoard(block: HTMLElement, data: ScenarioData, beside: Beside): void {
  const { charts, slides } = beside;
  const voice = voiceOf(data);
  const today = settingOf(data);
  const live = makeLiveRegion();
  let setting = settingFrom(location.hash);
  let view = scenarioAt(data, setting, voice);

  const presenting = makePresenting(() => writeAddress(0));
  const panel = makePanel({
    data,
    voice,
    today,
    least: smallSample,
    onMove: (control, value) => move({ ...setting, [control]: value }, control),
    onReset: () => {
      move(today, null);
      live.say(plainText(voice.say("sliders.reset-done")));
    },
  });

  function settingFrom(hash: string): Setting {
    return nearToday(today, settingWithin(data, wantedSetting(readFragment(hash).values)));
  }

  function move(to: Setting, by: ScenarioControl | null): void {
    setting = to;
    show();
    // The cut-off says its sentence as its own value; of it the rest is told.
    live.say(by === "threshold" ? plainText(view.money) : view.spoken);
    writeAddress(addressPause);
  }

  function show(): void {
    view = scenarioAt(data, setting, voice);
    block.classList.toggle("few", view.support !== "enough");
    showView(block, partsAt(voice, data, view, charts));
    panel.show(view, breakEvenScore(data, setting));
  }

  function fragment(): string {
    return writeFragment({
      values: view.isToday ? {} : fragmentValues(setting),
      present: presenting.isOn(),
    });
  }

  let waiting: ReturnType<typeof setTimeout> | undefined;
  function writeAddress(pause: number): void {
    clearTimeout(waiting);
    waiting = setTimeout(() => {
      const wanted = fragment();
      if (wanted === location.hash) return;
      try {
        history.replaceState(null, "", wanted === "" ? location.href.replace(/#.*$/, "") : wanted);
      } catch {
        // A page shown inside another program may have no address to write.
      }
    }, pause);
  }

  function place(): void {
    const say = block.querySelector(":scope > .say");
    const leave = makeElement("button", { type: "button", class: "leave" }, [
      plainText(voice.say("sliders.leave")),
    ]);
    leave.addEventListener("click", () => presenting.turn(false, true));
    addTakeAlong({
      voice,
      shelf: panel.shelf,
      say: live.say,
      address: () =>
        location.href.replace(/#.*$/, "") +
        writeFragment({ values: fragmentValues(setting), present: false }),
      text: () => pageText(linesOf(block), block.querySelector(".grid-settings table"), footOf()),
      files:
        slides === null
          ? []
          : [
              ["png", () => slides.png(block, footOf())],
              ["svg", () => slides.svg(block, footOf())],
            ],
      name: nameOf(),
      present: () => presenting.turn(true, true),
    });
    block.classList.add("live");
    // Together, so that on a phone the sentence stays in sight while a slider below it moves.
    block.prepend(makeElement("div", { class: "steer" }, [...(say === null ? [] : [say]), panel.element]));
    block.append(leave, live.element);
  }

  function follow(): void {
    const { present, values } = readFragment(location.hash);
    setting = settingFrom(location.hash);
    // Under a fold a link opens what it leads to.
    const fold = block.closest("details");
    if (fold !== null && (present || Object.keys(values).length > 0)) fold.open = true;
    show();
    presenting.turn(present, false);
  }

  place();
  follow();
  window.addEventListener("hashchange", follow);
}

/** The sentences and numbers on screen, one a line. */
function linesOf(block: HTMLElement): string[] {
  return [...block.querySelectorAll(".say p, .figures > .figure, .verdicts li")].map((one) =>
    one.textContent.replace(/\s+/g, " ").trim(),
  );
}

/** Where a picture or a text comes from, once it has left its page: the title and the running line of its stamp. */
function footOf(): string {
  const stamp = document.querySelector("footer.stamp p")?.textContent ?? "";
  return `${document.title}. ${stamp}`.replace(/\s+/g, " ").trim();
}

/** Name of the files that a reader saves, from the title. */
function nameOf(): string {
  const letters = document.title.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "-");
  return letters.replace(/^-+|-+$/g, "").slice(0, 60) || "scenario";
}

function nearToday(today: Setting, setting: Setting): Setting {
  const near = (control: ScenarioControl): number | null => {
    const [value, stated] = [setting[control], today[control]];
    return value !== null && stated !== null && Math.abs(value - stated) <= sameWithin * Math.abs(stated)
      ? stated
      : value;
  };
  return {
    threshold: near("threshold"),
    baseRate: near("baseRate"),
    falseAlarm: near("falseAlarm"),
    miss: near("miss"),
    volume: near("volume"),
    capacity: near("capacity"),
  };
}
