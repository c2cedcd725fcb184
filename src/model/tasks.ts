/** Kinds of evidence, as `task` of an evaluation names them. */
export const tasks = ["binary"] as const;

export type Task = (typeof tasks)[number];
