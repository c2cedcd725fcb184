import { factsGrid } from "../facts-grid.js";
import type { TableKind } from "../table-kind.js";

/** The model itself: what it is, who provides it, what it was built on. */
export const details: TableKind = {
  id: "details",
  summary: "the model: version, type, provider, training data",
  build: (context) => {
    const { model } = context.assessment;
    return factsGrid(context, "details", [
      ["name", model.version === undefined ? model.name : `${model.name}, ${model.version}`],
      ["description", model.description],
      ["type", model.type],
      ["training-data", model.training_data],
      ["provider", model.provider],
      ["owner", model.owner],
      ["contact", model.contact],
      ["licence", model.licence],
    ]);
  },
};
