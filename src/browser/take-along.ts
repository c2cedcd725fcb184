import { plainText } from "../phrasing/inline.js";
import type { Voice } from "../phrasing/voice.js";
import { copyText } from "./copy-text.js";
import { makeElement } from "./make-element.js";
import { saveFile } from "./save-file.js";

export interface TakeAlong {
  readonly voice: Voice;
  /** Where the buttons go, and the text for a reader whose browser does not copy it. */
  readonly shelf: HTMLElement;
  /** Says what happened. */
  readonly say: (words: string) => void;
  readonly address: () => string;
  readonly text: () => string;
  /** Pictures of the setting on screen, by the ending of their file. */
  readonly files: readonly (readonly ["png" | "svg", () => Blob | Promise<Blob>])[];
  /** Name of the files, without ending. */
  readonly name: string;
  readonly present: () => void;
}

/** Buttons for the address, the text and the picture of the setting on screen, and for the view in a meeting. */
export function addTakeAlong(input: TakeAlong): void {
  const { voice, shelf, say, name } = input;
  const words = (id: string): string => plainText(voice.say(`sliders.${id}`));
  const status = makeElement("p", { class: "hint status", "aria-hidden": "true" });
  const tell = (id: string): void => {
    status.textContent = words(id);
    say(words(id));
  };
  const copy = async (text: string, done: string): Promise<void> =>
    tell((await copyText(text, shelf, words("copy-field"))) ? done : "copy-by-hand");
  const save = async (make: () => Blob | Promise<Blob>, ending: string): Promise<void> => {
    try {
      saveFile(`${name}.${ending}`, await make());
      tell("save-done");
    } catch {
      tell("save-failed");
    }
  };
  const actions: readonly (readonly [string, () => unknown])[] = [
    ["copy-link", () => copy(input.address(), "copy-link-done")],
    ["copy-text", () => copy(input.text(), "copy-text-done")],
    ...input.files.map(([ending, make]) => [`save-${ending}`, () => save(make, ending)] as const),
    ["present", () => input.present()],
  ];
  const buttons = actions.map(([id, act]) => {
    const button = makeElement("button", { type: "button", class: id }, [words(id)]);
    button.addEventListener("click", () => void act());
    return button;
  });
  shelf.append(
    makeElement("div", { class: "buttons", role: "group", "aria-label": words("take") }, buttons),
    status,
  );
}
