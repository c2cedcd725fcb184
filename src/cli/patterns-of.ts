import { explainPatterns, type PatternStory } from "../compose/explain-patterns.js";
import { loadMaterials } from "../load/load-materials.js";
import { assess } from "../pipeline.js";

/** How each body of evidence of a project is told, and why no better way was: the answer to `explain patterns`. */
export async function patternsOf(project: string): Promise<string> {
  const { assessment } = await assess(project);
  const stories = explainPatterns(assessment, await loadMaterials(project, "en"), "en");
  if (stories.length === 0) return "No evidence here is about yes-or-no decisions; patterns tell those.\n";
  return stories.map(storyLines).join("\n");
}

function storyLines({ evaluation, chosen, refused, sentences }: PatternStory): string {
  const head =
    chosen === null
      ? `${evaluation}: no pattern has what it needs`
      : `${evaluation}: ${chosen.letter}, ${chosen.id}`;
  const lines = [
    head,
    ...refused.map(({ letter, id, why }) => `  not ${letter}, ${id}: ${why}`),
    ...sentences.map((sentence) => `  > ${sentence}`),
  ];
  return `${lines.join("\n")}\n`;
}
