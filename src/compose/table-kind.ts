import type { Grid } from "../model/grid.js";
import type { DocumentContext } from "./context.js";

/** A table of the registry. A file of `tables/` exports one, named as the file. */
export interface TableKind {
  readonly id: string;
  readonly summary: string;
  /** Null, or a grid without rows, when there is nothing to list; some tables are several grids. */
  readonly build: (
    context: DocumentContext,
    attributes: Readonly<Record<string, string>>,
  ) => Grid | readonly Grid[] | null;
}
