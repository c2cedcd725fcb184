import { netChart } from "../scenario/net-chart.js";
import { slideFiles } from "./slide-files.js";
import { start } from "./start.js";

/* The sliders of a board: a page of their own has room for the money of all thresholds, and for pictures for slides. */
start({ charts: [netChart], slides: slideFiles });
