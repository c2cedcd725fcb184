import type { Task } from "./tasks.js";

/** How fast the world of a model changes. */
export const domains = ["adversarial", "demand", "credit", "physical"] as const;

export type Domain = (typeof domains)[number];

/** Months that evidence stays fresh: attackers learn within weeks, the shape of a face hardly changes. */
const freshMonths: Readonly<Record<Domain, number>> = { adversarial: 3, demand: 6, credit: 12, physical: 24 };

/** Kinds of evidence that tell the domain by themselves. */
const domainOfTask: Readonly<Partial<Record<Task, Domain>>> = {
  "attack-detection": "adversarial",
  layers: "adversarial",
  forecast: "demand",
  series: "demand",
};

/** The domain of the plan, else what the kind of evidence tells, else credit: a year, as for most scores. */
export function domainOf(task: Task, stated: Domain | undefined): Domain {
  return stated ?? domainOfTask[task] ?? "credit";
}

/** How long evidence stays fresh, "3 months": as its author says, else as is usual in its domain. */
export function shelfLife(
  { shelf_life, task }: { readonly shelf_life: string | null; readonly task: Task },
  stated: Domain | undefined,
): string {
  return shelf_life ?? `${freshMonths[domainOf(task, stated)]} months`;
}

/** A length such as "3 months" in months; weeks and days by the mean month. */
export function monthsOf(length: string): number {
  const [, amount = "0", unit = "day"] = /^(\d+) (day|week|month|year)/.exec(length) ?? [];
  const months: Readonly<Record<string, number>> = {
    day: 12 / 365.25,
    week: 84 / 365.25,
    month: 1,
    year: 12,
  };
  return Number(amount) * (months[unit] ?? 0);
}

/** Months between two days, to the day. @example monthsBetween("2025-01-31", "2026-03-31") // 14 */
export function monthsBetween(from: string, to: string): number {
  const [fromYear = 0, fromMonth = 0, fromDay = 0] = from.split("-").map(Number);
  const [toYear = 0, toMonth = 0, toDay = 0] = to.split("-").map(Number);
  return (toYear - fromYear) * 12 + (toMonth - fromMonth) + ((toDay - fromDay) * 12) / 365.25;
}
