import type { Message, Place } from "../errors.js";
import { analogyWords } from "../model/analogy-words.js";
import type { Analogy, Materials } from "../model/materials.js";
import { suggestName } from "../model/nearest-name.js";
import { analogyConditions } from "./analogy-conditions/all.js";
import { analogyDirectives } from "./analogy-directives.js";

/** Mistakes of the analogies of a run: every document works with the same ones. */
const checked = new WeakMap<Materials["analogies"], readonly Message[]>();

/**
 * What the reader of a file cannot know of an analogy: conditions nobody defines, slots no condition hands over,
 * directives that do not belong into a picture. Each mistake with file and line.
 */
export function checkAnalogies({ analogies }: Pick<Materials, "analogies">): readonly Message[] {
  const found = checked.get(analogies) ?? Object.values(analogies).flatMap(analogyMistakes);
  checked.set(analogies, found);
  return found;
}

/** The mistakes of one analogy; one that has any is not told. */
export function analogyMistakes({ requires, slots, body, breaks, path, lines }: Analogy): Message[] {
  const known = analogyConditions.filter(({ id }) => requires.includes(id));
  const handed = [...analogyWords, ...known.flatMap((condition) => condition.slots)];
  const ids = analogyConditions.map(({ id }) => id);
  return [
    ...requires
      .filter((id) => !ids.includes(id))
      .map((id) =>
        mistake(
          { file: path, line: lines.requires },
          `Unexpected condition "${id}", expected one that is known.`,
          suggestName(id, ids, "forthright list conditions"),
        ),
      ),
    ...slots
      .filter((slot) => !handed.includes(slot))
      .map((slot) =>
        mistake(
          { file: path, line: lines.slots },
          `Unexpected slot "${slot}", expected one that its conditions hand over.`,
          suggestName(slot, handed),
        ),
      ),
    ...directiveMistakes(body ?? "", { file: path, line: lines.body }),
    ...directiveMistakes(breaks ?? "", { file: path, line: lines.breaks }),
  ];
}

function directiveMistakes(text: string, { file, line = 1 }: Place): Message[] {
  return text
    .split("\n")
    .flatMap((own, index) =>
      [...own.matchAll(/(?<![\p{L}\p{N}:]):{1,}([a-z][a-z-]*)/giu)]
        .filter(([, name = ""]) => !analogyDirectives.includes(name))
        .map((match) =>
          mistake(
            { file, line: line + index, column: match.index + 1 },
            `Unexpected directive "${match[0]}" in an analogy.`,
            suggestName(match[1] ?? "", analogyDirectives),
          ),
        ),
    );
}

function mistake(place: Place, text: string, hint: string): Message {
  return { code: "E-ANALOGY", severity: "error", place, text, hint };
}
