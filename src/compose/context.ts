import type { Root, RootContent } from "mdast";

import type { Message, Place } from "../errors.js";
import type { Assessment, Estimate, EvaluationFacts, Slice } from "../model/assessment.js";
import type { Chart } from "../model/chart.js";
import type { Materials } from "../model/materials.js";
import type { DocumentPlan } from "../model/plan.js";
import type { ScenarioData } from "../model/scenario-data.js";
import type { Voice } from "../phrasing/voice.js";
import type { Tokens } from "./tokens.js";

/** Everything a directive may look at while one document is composed. */
export interface DocumentContext {
  readonly assessment: Assessment;
  readonly document: DocumentPlan;
  /** Place of the document in the plan, from 0. */
  readonly index: number;
  readonly evaluation: EvaluationFacts;
  readonly voice: Voice;
  readonly materials: Materials;
  readonly tokens: Tokens;
  /** Parsed notes by path, parsed plan texts by key. */
  readonly notes: ReadonlyMap<string, Root>;
  /** Where the texts of the author begin, by key of the plan or by file; empty where only an Assessment is known. */
  readonly places: Readonly<Record<string, Place>>;
  readonly estimate: (id: string) => Estimate | undefined;
  readonly slice: (id: string) => Slice | undefined;
  readonly report: (message: Message) => void;
  /** Replaces directives and tokens in a further text: a note, an analogy, a text of the plan. */
  readonly expand: (tree: Root, source: ExpandSource) => RootContent[];
  /** Records above this edition's level, left out of it. */
  readonly withheld: number;
  /** Texts of the author told so far, by file or `plan:` and key. */
  readonly shown: Set<string>;
  /** Analogies told so far, in order. */
  readonly analogies: string[];
  /** The document in the language of the author's texts; null where that is its own. */
  readonly author: DocumentContext | null;
  /** Charts drawn so far, in order. */
  readonly charts: Chart[];
  /** What the sliders of the page carry; at most one, for a page has one set of them. */
  readonly scenarios: ScenarioData[];
}

export interface ExpandSource {
  /** File the tree was parsed from. */
  readonly file: string;
  /** Lines that stand before the text in that file. */
  readonly offset: number;
  /** False for notes and plan texts: layout directives are then refused. */
  readonly trusted: boolean;
  /** True where slots were filled before the text was parsed: its lines are those of the file, its columns are not. */
  readonly filled?: boolean;
}
