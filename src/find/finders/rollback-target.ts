import { fact, type Finder } from "../finder.js";

export const rollbackTarget: Finder = {
  id: "rollback-target",
  summary:
    "A rollback to a version that fails a criterion which must hold, or that no evidence shows to keep them.",
  find: ({ triggers }) =>
    triggers.flatMap(({ signal, target, target_verdict: verdict }, index) => {
      if (target === undefined || verdict === null || verdict === "go") return [];
      const fails = verdict === "no-go";
      return [
        fact("rollback-target", "OPS", `finding.rollback-target.${fails ? "fails" : "unknown"}`, {
          id: `rollback-target#${(index + 1).toString()}`,
          slots: { signal, version: target.version },
          gap: !fails,
        }),
      ];
    }),
};
