/** Directives a picture may use: numbers and sentences about them. Layout, charts and other pictures are not among them. */
export const analogyDirectives: readonly string[] = [
  "alike",
  "comparison",
  "count",
  "frequency",
  "option",
  "rate",
  "sensitivity",
  "workload",
];
