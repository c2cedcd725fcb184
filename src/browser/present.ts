/** The view for a meeting: one large sentence, the picture and the sliders, over the whole screen. */
export interface Presenting {
  readonly isOn: () => boolean;
  /** @param byHand - true after a press of the reader: only then may a page ask for the whole screen */
  readonly turn: (on: boolean, byHand: boolean) => void;
}

/**
 * Switches the view for a meeting on and off. The style sheet does the rest: nothing of the page is taken away.
 *
 * @param onTurn - told after each switch, so that the address says it
 */
export function makePresenting(onTurn: (on: boolean) => void): Presenting {
  const root = document.documentElement;
  const isOn = (): boolean => root.classList.contains("presenting");
  const turn: Presenting["turn"] = (on, byHand) => {
    if (on === isOn()) return;
    root.classList.toggle("presenting", on);
    // Where the whole screen is refused, the view fills the window.
    if (on && byHand) void root.requestFullscreen().catch(() => undefined);
    if (!on && document.fullscreenElement !== null) void document.exitFullscreen().catch(() => undefined);
    window.scrollTo(0, 0);
    onTurn(on);
  };
  document.addEventListener("keydown", ({ key }) => {
    if (key === "Escape") turn(false, true);
  });
  // The first Escape of a whole screen goes to the browser alone.
  document.addEventListener("fullscreenchange", () => {
    if (document.fullscreenElement === null) turn(false, true);
  });
  return { isOn, turn };
}
