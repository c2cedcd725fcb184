import type { Element } from "hast";

import type { Chart } from "../model/chart.js";
import type { Drawings } from "./drawings.js";
import { element } from "./element.js";
import { gridElement } from "./grid-element.js";
import { inlineElements } from "./inline-elements.js";

/** A chart with its words and its table as HTML; its pictures stay place holders. */
export function chartElement(chart: Chart, drawings: Drawings): Element {
  const place = drawings.charts.length;
  drawings.charts.push(chart);
  const claim =
    chart.title.length === 0 ? [] : [element("p", { className: ["claim"] }, inlineElements(chart.title))];
  const note =
    chart.note.length === 0 ? [] : [element("p", { className: ["note"] }, inlineElements(chart.note))];
  const panels = chart.panels.map((panel, index) =>
    element("div", { className: ["panel"] }, [
      ...(panel.title.length === 0
        ? []
        : [element("p", { className: ["panel-title"] }, inlineElements(panel.title))]),
      element("div", { className: ["panel-body"] }, [
        element("div", { className: ["picture"], dataPicture: `${place}/${index}` }, []),
        ...(panel.key === null ? [] : [gridElement(panel.key, drawings, "key")]),
      ]),
    ]),
  );
  return element("figure", { className: ["chart", chart.kind] }, [
    element("figcaption", {}, [...claim, ...note]),
    ...(panels.length === 0 ? [] : [element("div", { className: ["panels"] }, panels)]),
    ...tableOf(chart, drawings),
  ]);
}

function tableOf(chart: Chart, drawings: Drawings): Element[] {
  if (chart.grid.columns.length === 0) return [];
  const table = gridElement(
    { ...chart.grid, caption: chart.gridOpen ? chart.grid.caption : chart.title },
    drawings,
  );
  if (chart.gridOpen) return [table];
  return [
    element("details", { className: ["behind"] }, [
      element("summary", {}, [{ type: "text", value: chart.tableLabel }]),
      table,
    ]),
  ];
}
