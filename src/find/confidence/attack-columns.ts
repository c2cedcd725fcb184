/** Columns of binary rows whose values in scope are kinds of attack: what was not tried there is no unseen case. */
export const attackColumns: readonly string[] = ["attack", "attack_class", "attack_type", "species"];
