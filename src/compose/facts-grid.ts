import type { Grid, GridRow } from "../model/grid.js";
import type { Inline } from "../model/inline.js";
import { text } from "../phrasing/inline.js";
import type { DocumentContext } from "./context.js";
import { visibleText } from "../visible-text.js";

/** One line of a table of facts: a label of ours, and what the author or the evidence says. */
export type FactLine = readonly [phrase: string, value: string | readonly Inline[] | null | undefined];

/** A two-column table of facts; a fact that is not given says so. */
export function factsGrid(context: DocumentContext, id: string, lines: readonly FactLine[]): Grid {
  const { say } = context.voice;
  const rows = lines.map(([phrase, value]): GridRow => {
    const given = typeof value === "string" ? [text(visibleText(value))] : value;
    return {
      cells: [
        { pieces: say(`table.${id}.${phrase}`) },
        { pieces: given == null || given.length === 0 ? say("table.not-given") : given },
      ],
    };
  });
  return {
    id,
    caption: [],
    note: [],
    columns: [
      { label: say("table.fact"), align: "start" },
      { label: say("table.value"), align: "start" },
    ],
    rows,
    foot: [],
  };
}
