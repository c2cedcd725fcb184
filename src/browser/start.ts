import type { PackedScenario } from "../model/scenario-data.js";
import { unpackScenario } from "../scenario/unpack-scenario.js";
import { startBoard, type Beside } from "./board.js";

/**
 * Runs in the reader's browser, in pages that have sliders. The page is whole without it: text, pictures and a table of
 * five settings stand there already. It asks for nothing, and writes nothing but the address.
 */
export function start(beside: Beside): void {
  const data = document.getElementById("forthright-scenario")?.textContent ?? "";
  const block = document.querySelector<HTMLElement>(".scenario");
  if (data !== "" && block !== null)
    startBoard(block, unpackScenario(JSON.parse(data) as PackedScenario), beside);
}
