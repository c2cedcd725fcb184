import type { Estimate } from "../model/assessment.js";
import type { PairFacts, PairKind } from "../phrasing/pair-facts.js";
import { visibleText } from "../visible-text.js";
import type { DocumentContext } from "./context.js";

/**
 * The two models that a document chooses between: those of its options, else the first two that were compared.
 *
 * @param slice - slice id; all cases when not given
 * @returns null where nothing was compared, or this edition may not know it
 */
export function pairFactsOf(context: DocumentContext, slice = "all"): PairFacts | null {
  const { assessment, document, evaluation, voice } = context;
  const compared = [evaluation, ...assessment.evaluations].find(({ task }) => task === "comparison");
  if (compared === undefined) return null;
  const models = (document.options ?? []).flatMap(({ model }) => model ?? []);
  const found = assessment.estimates.filter(
    (one) =>
      one.evaluation === compared.id &&
      one.slice === slice &&
      one.metric === "paired-accuracy-difference" &&
      one.value !== null &&
      one.facet !== undefined,
  );
  const chosen = found.find(({ facet = "" }) => facet.split("-vs-").every((model) => models.includes(model)));
  const difference = chosen ?? found[0];
  if (difference?.facet === undefined) return null;
  const { facet } = difference;
  const [first = "", second = ""] = facet.split("-vs-");
  const beside = (metric: string): Estimate | null =>
    assessment.estimates.find(
      (one) =>
        one.evaluation === compared.id &&
        one.slice === slice &&
        one.metric === metric &&
        one.facet === facet &&
        one.value !== null,
    ) ?? null;
  const kindOf = (metric: PairKind["metric"]): PairKind[] => {
    const gap = beside(`paired-${metric}-difference`);
    return gap?.interval == null ? [] : [{ metric, difference: gap }];
  };
  const name = (model: string): string =>
    visibleText(voice.partName({ evaluation: compared.id, facet: model }) ?? model);
  return {
    difference,
    first: name(first),
    second: name(second),
    counts: countsOf(context, compared.id, `discordance[${facet}]@${slice}`),
    kinds: [...kindOf("recall"), ...kindOf("false-alarms")],
    settling: beside("settling-cases"),
    settlingPower: beside("settling-cases-power"),
  };
}

function countsOf({ assessment }: DocumentContext, evaluation: string, name: string): PairFacts["counts"] {
  const table = assessment.tables.find((one) => one.evaluation === evaluation && one.id.endsWith(name));
  const cells = table?.rows.find(({ label }) => label === "right")?.cells;
  const [both, onlyFirst, onlySecond, neither] = cells ?? [];
  if (table === undefined || both == null || onlyFirst == null || onlySecond == null || neither == null)
    return null;
  return { ref: `table:${table.id}`, both, onlyFirst, onlySecond, neither };
}
