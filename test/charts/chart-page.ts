import { loadMaterials } from "../../src/load/load-materials.js";
import type { Chart } from "../../src/model/chart.js";
import { drawVega } from "../../src/render/draw-vega.js";
import { render } from "../../src/render/render.js";
import { prepareTemplates } from "../../src/templates.js";

/** Charts one below the other on a page as documents have it: styles, faces, tables and folds of theirs. */
export async function chartPage(charts: readonly Chart[], lang: "en" | "de" = "en"): Promise<string> {
  const materials = await loadMaterials(null, lang);
  await prepareTemplates(materials);
  // The same kind from several sources: ids of a page are its own.
  const own = charts.map((chart, index) => ({ ...chart, id: `${chart.id}-${index}` }));
  const { html, failures } = await render({
    document: {
      plan: { kind: "model-card", status: "final" },
      kind: "model-card",
      kindTitle: "Charts",
      title: "Charts",
      lang,
      audience: "internal",
      tree: {
        type: "root",
        children: [
          { type: "heading", depth: 1, children: [{ type: "text", value: "Charts" }] },
          ...own.map((chart) => ({ type: "chart" as const, chart })),
        ],
      },
      charts: own,
      shown: [],
      messages: [],
    },
    materials,
    draw: drawVega,
    author: "test",
    running: "",
    banner: "",
    generator: "test",
    data: "{}",
  });
  if (failures.length > 0) throw new Error(failures.join("; "));
  return html;
}
