import { suggestName } from "../../model/nearest-name.js";
import type { Plan } from "../../model/plan.js";
import type { Report } from "./check.js";

/** What no schema can say of incidents and exception protocols: the evidence, the claim and the level they name exist. */
export function checkIncidents(
  { documents = [], evaluations, claims = [], costs }: Plan,
  report: Report,
): void {
  const of = (...tasks: readonly string[]): string[] =>
    evaluations.filter(({ task }) => tasks.includes(task)).map(({ id }) => id);
  const [series, forecasts] = [of("series"), of("forecast", "regression")];
  const causes = claims.filter(({ kind }) => kind === "cause").map(({ id }) => id);
  const check = (what: string, name: string | undefined, known: readonly string[], path: string): void => {
    if (name !== undefined && !known.includes(name))
      report(path, `Unexpected ${what} "${name}".`, suggestName(name, known));
  };
  documents.forEach(({ incident, protocol }, index) => {
    const at = `documents.${index}`;
    check("series", incident?.series, series, `${at}.incident.series`);
    check("claim of kind cause", incident?.cause, causes, `${at}.incident.cause`);
    const checkForecasts = (named: object | undefined, keys: readonly string[], path: string): void => {
      for (const key of keys) {
        const name: unknown = named === undefined ? undefined : Reflect.get(named, key);
        if (typeof name === "string") check("forecast", name, forecasts, `${path}.${key}`);
      }
    };
    checkForecasts(incident, ["before", "after"], `${at}.incident`);
    checkForecasts(incident?.rule, ["before", "after"], `${at}.incident.rule`);
    checkForecasts(incident?.result, ["model", "rule"], `${at}.incident.result`);
    const ofFallback = ["before", "since", "model_before", "model_since"];
    checkForecasts(protocol?.fallback, ofFallback, `${at}.protocol.fallback`);
    if (incident?.cost !== undefined && costs === undefined)
      report(`${at}.incident.cost`, "Unexpected cost without a currency, expected `costs.currency`.");
    for (const key of ["too_much", "too_little"] as const) {
      const cost = incident?.cost?.[key];
      if (cost === undefined || typeof cost === "number") continue;
      const { value, low = value, high = value } = cost;
      if (low > value || high < value)
        report(
          `${at}.incident.cost.${key}`,
          `Unexpected range ${low} to ${high} around ${value}, expected low <= value <= high.`,
        );
    }
    protocol?.triggers?.forEach((trigger, place) => {
      const path = `${at}.protocol.triggers.${place}`;
      check("series", trigger.series, series, `${path}.series`);
      if (protocol.levels !== undefined)
        check(
          "level",
          trigger.level,
          protocol.levels.map(({ name }) => name),
          `${path}.level`,
        );
      if (trigger.above !== undefined && trigger.below !== undefined && trigger.below >= trigger.above)
        report(path, `Unexpected below ${trigger.below} and above ${trigger.above}, expected below < above.`);
    });
  });
}
