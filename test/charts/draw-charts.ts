import { aboutEvidence, chartContext } from "../../src/compose/directives/chart.js";
import type { DocumentContext } from "../../src/compose/context.js";
import { createContext } from "../../src/compose/create-context.js";
import { charts } from "../../src/charts/all.js";
import { loadMaterials } from "../../src/load/load-materials.js";
import type { Assessment, Slice } from "../../src/model/assessment.js";
import type { Chart } from "../../src/model/chart.js";
import type { Grid } from "../../src/model/grid.js";
import type { Inline } from "../../src/model/inline.js";
import type { Audience } from "../../src/model/plan.js";
import { redact } from "../../src/redact/redact.js";
import { panelSvg } from "../../src/render/draw-chart.js";
import { drawVega } from "../../src/render/draw-vega.js";

export interface DrawnChart {
  readonly chart: Chart;
  /** Its panels, as they stand in a page. */
  readonly panels: readonly string[];
  /** Small drawings inside its table. */
  readonly strips: readonly string[];
}

/** Every kind of the registry over one Assessment, each of the evidence it is drawn of; null for what the evidence does not carry. */
export async function drawCharts(
  assessment: Assessment,
  { of = null, against = null, ...edition }: Partial<Options> = {},
): Promise<ReadonlyMap<string, DrawnChart | null>> {
  const context = await documentContext(assessment, edition);
  const drawn = new Map<string, DrawnChart | null>();
  for (const kind of charts) {
    const chart = kind.draw(chartContext(aboutEvidence(context, kind)), { of, against });
    drawn.set(kind.id, chart === null ? null : await drawOne(chart));
  }
  return drawn;
}

/** What the model card of an Assessment, else any document, sees in an edition. */
export async function documentContext(
  assessment: Assessment,
  { audience = "internal", lang = "en" }: Partial<Pick<Options, "audience" | "lang">> = {},
): Promise<DocumentContext> {
  // A card is about the whole of its evidence; a note about one case is not.
  const index = Math.max(
    0,
    assessment.documents.findIndex(({ kind }) => kind === "model-card"),
  );
  const document = assessment.documents[index] ?? { kind: "model-card", status: "draft" as const };
  return createContext({
    assessment: redact(assessment, audience),
    document,
    index,
    audience,
    lang,
    materials: await loadMaterials(null, lang),
    notes: new Map(),
    places: {},
    withheld: 0,
    report: ({ text }) => {
      throw new Error(text);
    },
  });
}

interface Options {
  readonly audience: Audience;
  readonly of: Slice | null;
  readonly against: Slice | null;
  readonly lang: "en" | "de";
}

async function drawOne(chart: Chart): Promise<DrawnChart> {
  const specs = chart.panels.flatMap(({ picture }) => (picture.type === "svg" ? [] : [picture.spec]));
  const drawings = (await drawVega(specs)).values();
  const panels = chart.panels.map(({ picture }, index) => {
    const drawing = picture.type === "svg" ? picture : drawings.next().value;
    if (drawing === undefined || "error" in drawing) throw new Error(drawing?.error ?? "no drawing");
    return panelSvg(chart, index, picture, drawing.svg);
  });
  const strips = chart.grid.rows.flatMap(({ cells }) =>
    cells.flatMap(({ svg }) => (svg === undefined ? [] : [svg])),
  );
  return { chart, panels, strips };
}

/** Words of a piece of text, numbers included. */
export function wordsOf(pieces: readonly Inline[]): string {
  return pieces
    .map((piece) =>
      piece.type === "strong" ? wordsOf(piece.children) : piece.type === "datum" ? piece.text : piece.value,
    )
    .join("");
}

/** The tables that say what a picture shows: its own, or the keys of its panels. */
export function tablesOf({ grid, panels }: Chart): Grid[] {
  return [grid, ...panels.flatMap(({ key }) => (key === null ? [] : [key]))].filter(
    ({ columns }) => columns.length > 0,
  );
}
