import * as vega from "vega";
import { expressionInterpreter } from "vega-interpreter";
import { compile, type TopLevelSpec } from "vega-lite";

import { tidySvg } from "./tidy-svg.js";

/** Widths of Source Sans 3 by kind of letter, in ems: Vega must not guess, or labels overlap. */
const widths: readonly (readonly [RegExp, number])[] = [
  [/[ijl.,:;'|!I\s]/, 0.25],
  [/[frt()/–-]/, 0.34],
  [/[mwMW@%—]/, 0.8],
  [/[A-Z]/, 0.58],
  [/[0-9]/, 0.497],
];

/** A Vega-Lite specification with its data inside. */
export type VegaSpec = Readonly<Record<string, unknown>>;

/** A picture, or why there is none. */
export type Drawing = { readonly svg: string } | { readonly error: string };

/** Draws specifications in their order; one that cannot be drawn takes no other with it. */
export type DrawVega = (specs: readonly VegaSpec[]) => Promise<readonly Drawing[]>;

interface TextItem {
  readonly fontSize?: number;
}

const metrics = vega as unknown as { textMetrics: { width: (item: TextItem, text: unknown) => number } };
metrics.textMetrics.width = (item, text) =>
  (item.fontSize ?? 12.5) *
  [...String(text)].reduce(
    (sum, letter) => sum + (widths.find(([kind]) => kind.test(letter))?.[1] ?? 0.5),
    0,
  );

/** A loader that loads nothing: charts carry their data. */
const closedLoader = {
  load: () => Promise.reject(new Error("E-CHART-EXTERNAL")),
  sanitize: () => Promise.resolve({ href: "#blocked" }),
  http: () => Promise.reject(new Error("E-CHART-EXTERNAL")),
  file: () => Promise.reject(new Error("E-CHART-EXTERNAL")),
} as unknown as vega.Loader;

/** Draws Vega-Lite specifications as SVG, through the expression interpreter (nothing is compiled to code). */
export const drawVega: DrawVega = async (specs) => {
  const drawings: Drawing[] = [];
  for (const spec of specs) {
    const drawing = drawOne(spec).then(
      (svg): Drawing => ({ svg }),
      (cause: unknown): Drawing => ({ error: cause instanceof Error ? cause.message : String(cause) }),
    );
    drawings.push(await drawing);
  }
  return drawings;
};

/** @throws Error when Vega warns: a chart that could not load or draw something must not pass for whole */
async function drawOne(spec: VegaSpec): Promise<string> {
  const complaints: string[] = [];
  const logger = quietLogger(complaints);
  vega.resetSVGDefIds();
  const compiled = compile(spec as unknown as TopLevelSpec, { logger });
  const runtime = vega.parse(compiled.spec, undefined, { ast: true });
  const view = new vega.View(runtime, {
    expr: expressionInterpreter,
    renderer: "none",
    loader: closedLoader,
    logger,
  });
  const svg = await view.toSVG();
  view.finalize();
  if (complaints.length > 0) throw new Error(`A chart could not be drawn: ${complaints.join("; ")}`);
  return tidySvg(svg);
}

function quietLogger(complaints: string[]) {
  const note = (...parts: readonly unknown[]): void => void complaints.push(parts.map(String).join(" "));
  const logger = {
    level: () => logger,
    error: (...parts: readonly unknown[]) => (note(...parts), logger),
    warn: (...parts: readonly unknown[]) => (note(...parts), logger),
    info: () => logger,
    debug: () => logger,
  };
  return logger as unknown as vega.LoggerInterface;
}
