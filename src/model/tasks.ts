/** Kinds of evidence, as `task` of an evaluation names them. */
export const tasks = ["binary", "verification", "attack-detection", "layers", "comparison"] as const;

export type Task = (typeof tasks)[number];
