import type { ProjectFiles } from "../measure/project-folder.js";

/*
 * A failure whose every number can be worked out by hand: twenty months with errors of +2 and -2 in turn, then six in
 * which the forecast is too high by about fifty.
 */

export const before = Array.from({ length: 20 }, (_, index) => (index % 2 === 0 ? 102 : 98));
export const since = [149, 151, 150, 149, 151, 150];

/** Months from January 2020. */
function month(index: number): string {
  return `${2020 + Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, "0")}-01`;
}

function forecasts(values: readonly number[], from: number): string {
  return `${["month,actual,forecast", ...values.map((value, index) => `${month(from + index)},100,${value}`)].join("\n")}\n`;
}

function errors(values: readonly number[]): string {
  return `${["month,error", ...values.map((value, index) => `${month(index)},${value}`)].join("\n")}\n`;
}

const forecast = (id: string, collected: string): object => ({
  id,
  task: "forecast",
  data: `data/${id}.csv`,
  time: "month",
  actual: "actual",
  forecast: "forecast",
  quantity: "crates",
  collected,
  kind: "held-out",
});

export interface IncidentChanges {
  /** Values of the series in place of the failure's. */
  readonly series?: readonly number[];
  /** Months of the rule in place of six with 110. */
  readonly rule?: readonly number[];
  readonly incident?: Readonly<Record<string, unknown>>;
  readonly document?: Readonly<Record<string, unknown>>;
  readonly plan?: Readonly<Record<string, unknown>>;
}

/** Files of the project; what is given replaces what the failure has. */
export function incidentProject(changes: IncidentChanges = {}): ProjectFiles {
  const series = changes.series ?? [...before, ...since].map((value) => value - 100);
  const plan = {
    schema: 1,
    model: { name: "Crate forecast" },
    words: {
      case: "month / months",
      de: {
        case: { one: "Monat", many: "Monate", of_many: "Monaten", gender: "m" },
        names: { crates: "Kisten" },
      },
    },
    costs: { currency: "EUR" },
    evaluations: [
      forecast("before", "2020-01-01/2021-08-31"),
      forecast("after", "2021-09-01/2022-02-28"),
      forecast("rule-after", "2021-09-01/2022-02-28"),
      {
        id: "errors",
        task: "series",
        data: "data/errors.csv",
        time: "month",
        measure: "error",
        recorded_events: [{ at: "2021-10-01", what: "a flood" }],
        collected: "2020-01-01/2022-02-28",
        kind: "held-out",
      },
    ],
    claims: [{ id: "flood", text: "The flood kept customers away.", kind: "cause" }],
    documents: [
      {
        kind: "incident-brief",
        status: "final",
        evaluation: "errors",
        decision: { ask: "Approve the rule by Friday.", owner: "COO", by: "2022-03-11" },
        actions: [{ do: "orders by the rule", owner: "Planner", by: "2022-03-12", reversible: "at once" }],
        incident: {
          before: "before",
          after: "after",
          rule: { name: "110 a month", after: "rule-after" },
          detected: "2022-03-01",
          cost: { too_much: { value: 2, low: 1, high: 4, source: "Finance" } },
          affected: ["north"],
          cause: "flood",
          next_update: { at: "12 March, 09:00", owner: "Planner" },
          ...changes.incident,
        },
        ...changes.document,
      },
    ],
    ...changes.plan,
  };
  return {
    "forthright.yaml": JSON.stringify(plan),
    "data/before.csv": forecasts(before, 0),
    "data/after.csv": forecasts(since, 20),
    "data/rule-after.csv": forecasts(changes.rule ?? since.map(() => 110), 20),
    "data/errors.csv": errors(series),
  };
}
