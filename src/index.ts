/**
 * Forthright as a library.
 *
 * @example
 * const { assessment } = await assess("my-model");
 * const materials = await loadMaterials("my-model", "en");
 * const documents = await publish(assessment, { materials, lang: "en", kinds: [], audience: null });
 */
export { UserError, exitCodes, formatMessage, type Message, type Place } from "./errors.js";
export { loadMaterials } from "./load/load-materials.js";
export type { Assessment, Criterion, Estimate, Finding, Interval, Limitation } from "./model/assessment.js";
export { assessmentSchema } from "./model/assessment.js";
export { canonicalJson } from "./model/canonical-json.js";
export type { Materials } from "./model/materials.js";
export type { Audience, Plan } from "./model/plan.js";
export { planSchema } from "./model/plan.js";
export { planJsonSchema } from "./model/plan-json-schema.js";
export {
  assess,
  publish,
  unbuildable,
  type Assessed,
  type PublishOptions,
  type Published,
} from "./pipeline.js";
export { version } from "./version.js";
