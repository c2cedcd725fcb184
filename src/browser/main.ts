import type { ScenarioData } from "../model/scenario-data.js";
import { startBoard } from "./board.js";

/*
 * Runs in the reader's browser, in pages that have sliders. The page is whole without it: text, pictures and a table of
 * five settings stand there already. It asks for nothing, and writes nothing but the address.
 */
const data = document.getElementById("forthright-scenario")?.textContent ?? "";
const block = document.querySelector<HTMLElement>(".scenario");
if (data !== "" && block !== null) startBoard(block, JSON.parse(data) as ScenarioData);
