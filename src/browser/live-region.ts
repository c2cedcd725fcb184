import { makeElement } from "./make-element.js";

/** Quiet before something is said: who holds an arrow key down hears the last sentence, not each on the way. */
const pause = 700;

/** Says sentences to those who hear the page, politely: after what is being read, and only when the reader rests. */
export interface LiveRegion {
  readonly element: HTMLElement;
  readonly say: (words: string) => void;
}

export function makeLiveRegion(): LiveRegion {
  const element = makeElement("p", { class: "for-ears", role: "status", "aria-live": "polite" });
  let waiting: ReturnType<typeof setTimeout> | undefined;
  return {
    element,
    say: (words) => {
      clearTimeout(waiting);
      waiting = setTimeout(() => {
        element.textContent = words;
      }, pause);
    },
  };
}
