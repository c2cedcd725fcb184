import type { Assessment } from "../model/assessment.js";
import type { ComposedDocument } from "../model/document.js";
import { lastDayOf } from "../model/last-day-of.js";
import { formatDate } from "../phrasing/format-date.js";
import { plainText } from "../phrasing/inline.js";
import { createSay } from "../phrasing/say.js";
import { showInvisible } from "../visible-text.js";

/** What stands on every page: model, version, evidence date and digest below; DRAFT and the notice above. */
export function runningText(
  assessment: Assessment,
  document: ComposedDocument,
  digest: string,
  phrases: Readonly<Record<string, string>>,
) {
  const say = createSay(phrases, document.lang);
  const collected = lastDayOf(assessment.evaluations);
  const { name, version } = assessment.model;
  const words = (id: string): string => plainText(say(id));
  const running = [
    version === undefined ? name : `${name} ${version}`,
    document.kindTitle,
    collected === undefined
      ? words("running.undated")
      : plainText(say("running.dated", { date: formatDate(collected, document.lang) })),
    plainText(say("running.digest", { digest: digest.slice(0, 12) })),
  ].join(" · ");
  const banner = [document.plan.status === "final" ? "" : words("running.draft"), assessment.notice ?? ""]
    .filter((part) => part !== "")
    .join(" · ");
  return {
    running: showInvisible(running),
    banner: showInvisible(banner),
    generator: `Forthright ${assessment.forthright}`,
  };
}
