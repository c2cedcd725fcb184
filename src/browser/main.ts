import { start } from "./start.js";

/* The sliders under a page of one sheet, which has to stay small enough for a letter. */
start({ charts: [], slides: null });
