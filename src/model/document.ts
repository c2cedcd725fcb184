import type { BlockContent, DefinitionContent, Node, Parent, PhrasingContent, Root } from "mdast";

import type { Message, Place } from "../errors.js";
import type { Chart } from "./chart.js";
import type { Grid } from "./grid.js";
import type { Datum } from "./inline.js";
import type { DocumentPlan } from "./plan.js";
import type { PackedScenario } from "./scenario-data.js";

/**
 * A document as a Markdown tree with five node types of ours: numbers, tables, charts, blocks, and author
 * text whose direction of writing is its own.
 */
export interface ComposedDocument {
  readonly plan: DocumentPlan;
  readonly kind: string;
  readonly kindTitle: string;
  readonly title: string;
  readonly lang: string;
  readonly audience: string;
  readonly tree: Root;
  /** Charts in the order they stand. */
  readonly charts: readonly Chart[];
  /** What the sliders of the page carry; absent from a page without them. */
  readonly scenario?: PackedScenario | undefined;
  /** Author's texts it shows, by file or `plan:` and key. */
  readonly shown: readonly string[];
  readonly messages: readonly Message[];
}

export interface DatumNode extends Node {
  readonly type: "datum";
  readonly datum: Datum;
}

export interface GridNode extends Node {
  readonly type: "grid";
  readonly grid: Grid;
}

export interface ChartNode extends Node {
  readonly type: "chart";
  readonly chart: Chart;
}

/** A region of the layout: columns, figures, stamp ... Its name becomes a class of the page. */
export interface BlockNode extends Parent {
  readonly type: "block";
  readonly name: string;
  readonly label?: string;
  children: (BlockContent | DefinitionContent)[];
}

export interface BdiNode extends Parent {
  readonly type: "bdi";
  /** Language of the text, where it is not that of the document. */
  readonly lang?: string;
  children: PhrasingContent[];
}

declare module "mdast" {
  interface Data {
    /** Where the node stands in the author's file. */
    place?: Place;
    /** Letters of a directive in a note around its label, for one that turns out to be none. */
    written?: { readonly head: string; readonly tail: string; readonly all: string };
    /** Letters of the directive in a note that a number comes from. */
    letters?: string;
    /** True for words that stand where a number was asked for that does not exist. */
    absent?: boolean;
    /** True for a directive in a note that has a letter or a digit right before its colon. */
    glued?: boolean;
  }
  interface PhrasingContentMap {
    datum: DatumNode;
    bdi: BdiNode;
  }
  interface RootContentMap {
    datum: DatumNode;
    bdi: BdiNode;
    grid: GridNode;
    chart: ChartNode;
    block: BlockNode;
  }
  interface BlockContentMap {
    grid: GridNode;
    chart: ChartNode;
    block: BlockNode;
  }
}
