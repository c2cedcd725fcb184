import { beforeAll, describe, expect, it } from "vitest";

import { openBrowser } from "../../src/export/browser.js";
import { printPdf } from "../../src/export/print-pdf.js";
import type { Assessment } from "../../src/model/assessment.js";
import { canonicalJson } from "../../src/model/canonical-json.js";
import { audiences, type Audience } from "../../src/model/plan.js";
import { redact } from "../../src/redact/redact.js";
import { readPdf } from "../export/read-pdf.js";
import { canPrint, findTestBrowser } from "../export/test-browser.js";
import { assessFiles } from "../measure/project-folder.js";
import { publishAssessment, type PublishedDocument } from "../measure/publish-project.js";
import { unescapeHtml } from "../pages/printed-numbers.js";
import {
  attackCriteria,
  canary,
  canaryNumber,
  canaryProject,
  planCanaries,
  spans,
  species,
  wordParts,
} from "./canary-project.js";

const types = ["ADV", "COV"];
let assessment: Assessment;
const editions = new Map<Audience, readonly PublishedDocument[]>();

beforeAll(async () => {
  assessment = await assessFiles(canaryProject());
  for (const audience of audiences) editions.set(audience, await publishAssessment(assessment, { audience }));
});

/** Everything a reader of an edition may get hold of, each with its name. */
function outputsOf(audience: Audience): (readonly [string, string])[] {
  const documents = editions.get(audience) ?? [];
  return [
    ["the Assessment", canonicalJson(redact(assessment, audience))] as const,
    ...documents.flatMap(({ name, html, markdown, data, pictures, messages }) => [
      [`${name}.html`, html] as const,
      [`${name}.md`, markdown] as const,
      [`${name}.json`, data] as const,
      ...Object.entries(pictures).map(([file, svg]) => [file, svg] as const),
      [`messages of ${name}`, JSON.stringify(messages.filter(({ code }) => !code.startsWith("E-")))] as const,
    ]),
  ];
}

/** A text as it is and as it reads with its encodings undone: entities, escapes, percent signs, base64. */
export function readings(text: string): string {
  const entities = unescapeHtml(text);
  const escapes = text.replace(/\\u([0-9a-f]{4})/gi, (_all, code: string) =>
    String.fromCharCode(parseInt(code, 16)),
  );
  const percent = text.replace(/(?:%[0-9a-f]{2})+/gi, (run) =>
    Buffer.from(run.replaceAll("%", ""), "hex").toString("utf8"),
  );
  const base64 = [...text.matchAll(/[A-Za-z0-9+/_-]{16,}={0,2}/g)].map(([run]) =>
    Buffer.from(run, "base64").toString("latin1"),
  );
  return [text, entities, escapes, percent, ...base64].join("\n");
}

/** Words and numbers that an edition may not hold. */
function forbidden(audience: Audience): string[] {
  const place = audiences.indexOf(audience);
  const above = audiences.slice(0, place);
  const isOutside = audience === "customer" || audience === "public";
  const words = above.flatMap((level) => [
    ...types.flatMap((type) => wordParts.map((part) => canary(`${level}${type}`, part))),
    ...spans.flatMap((part) => ["", ...types].map((type) => canary(level, `${part}${type}`))),
    ...types.flatMap((type) => audiences.map((reader) => canary(`${level}${type}`, `said${reader}`))),
    ...[1, 2, 3].map((part) => String(canaryNumber(level, part))),
  ]);
  if (audience === "internal" || audience === "auditor") return words;
  const outside = [
    ...Object.values(planCanaries).map(String),
    ...attackCriteria,
    // Of records that are told outside: only what somebody approved, whom it affects and what helps meanwhile.
    ...audiences
      .slice(place)
      .flatMap((level) => [
        ...types.flatMap((type) =>
          wordParts
            .filter(
              (part) =>
                !["population", "workaround", "use"].includes(part) || (type === "ADV" && part !== "use"),
            )
            .map((part) => canary(`${level}${type}`, part)),
        ),
        ...["internal", "auditor", "executive"].flatMap((reader) =>
          types.map((type) => canary(`${level}${type}`, `said${reader}`)),
        ),
        ...[1, 2, 3].map((part) => String(canaryNumber(level, part))),
      ]),
  ];
  return [...words, ...species, ...(isOutside ? outside : [])];
}

/**
 * Words that an edition has to show: the sentences of its level and of all below, the records it may know under their
 * title, or, outside the house, in the words that were approved for it; inside also how they show, who mends them, and
 * what nobody may do.
 */
function required(audience: Audience): string[] {
  const levels = audiences.slice(audiences.indexOf(audience));
  const isOutside = audience === "customer" || audience === "public";
  const records = levels.flatMap((level) => types.map((type) => `${level}${type}`));
  return [
    ...levels.flatMap((level) => ["inNote", "inBlock", "inAsk"].map((part) => canary(level, part))),
    ...records.flatMap((record) =>
      isOutside
        ? [canary(record, `said${audience}`)]
        : ["title", "signal", "fix", "owner", "use"].map((part) => canary(record, part)),
    ),
    ...(isOutside ? [] : levels.flatMap((level) => types.map((type) => canary(level, `inBody${type}`)))),
    ...(audience === "internal" || audience === "auditor" ? species : []),
  ];
}

/** Numbers are looked for as they are, and with marks of thousands. */
function holds(text: string, word: string): boolean {
  if (!/^\d{5}$/.test(word)) return text.includes(word);
  const [, thousands = "", rest = ""] = /^(\d{2})(\d{3})$/.exec(word) ?? [];
  return new RegExp(`(?<![\\d.])${thousands}[,.\u202F\u00A0]?${rest}(?!\\d)`).test(text);
}

describe.each(audiences)("the %s edition", (audience) => {
  it("holds nothing of a higher level in any byte, whatever it is encoded as", () => {
    const outputs = outputsOf(audience);
    expect(outputs.length).toBeGreaterThan(12);
    const wanted = forbidden(audience);
    const found = outputs.flatMap(([name, text]) => {
      const read = readings(text);
      return wanted.filter((word) => holds(read, word)).map((word) => `${word} in ${name}`);
    });
    expect(found).toEqual([]);
  });

  it("holds what its level and every one below may know, so that the search is no search for nothing", () => {
    const shown = (editions.get(audience) ?? []).map(({ markdown }) => markdown).join("\n");
    const pages = (editions.get(audience) ?? []).map(({ html }) => unescapeHtml(html)).join("\n");
    const wanted = required(audience);
    expect(wanted.length).toBeGreaterThanOrEqual(5);
    expect(wanted.filter((word) => !shown.includes(word) || !pages.includes(word))).toEqual([]);
  });

  it("is asked for nothing that it may not hold, and for less than the one above it", () => {
    const wanted = required(audience);
    expect(forbidden(audience).filter((word) => wanted.includes(word))).toEqual([]);
    const above = audiences[audiences.indexOf(audience) - 1];
    if (above !== undefined)
      expect(required(above).filter((word) => !wanted.includes(word)).length).toBeGreaterThan(2);
  });
});

describe("criteria about attacks", () => {
  const counted = "3 more criteria are about attacks. They are judged; details held.";
  const cardOf = (audience: Audience): string =>
    editions.get(audience)?.find(({ kind }) => kind === "model-card")?.markdown ?? "";

  it.each(["customer", "public"] as const)("are counted in the %s edition, and no more", (audience) => {
    const edition = redact(assessment, audience);
    expect(edition.criteria.map(({ id }) => id)).toEqual(["AC-1", "AC-2"]);
    expect(edition.criteria_held).toBe(3);
    expect(cardOf(audience)).toContain(counted);
    expect(cardOf(audience)).toContain("ZzhonestQq");
    // Nor does any byte of a document say what was measured of attacks.
    for (const { html, markdown, data, pictures } of editions.get(audience) ?? [])
      expect(readings([html, markdown, data, ...Object.values(pictures)].join("\n"))).not.toMatch(
        /apcer|iapar/i,
      );
    // The verdict over all of them stays what it is.
    expect(edition.release?.verdict).toBe(assessment.release?.verdict);
    expect(assessment.release?.failed).toContain("AC-7101");
  });

  it.each(["internal", "auditor", "executive"] as const)("are told in the %s edition", (audience) => {
    const edition = redact(assessment, audience);
    expect(edition.criteria_held).toBe(0);
    expect(edition.criteria.find(({ of }) => of === "AC-7103")?.verdict).toBe("fail");
    expect(cardOf(audience)).not.toContain("are about attacks");
    expect(cardOf(audience)).toContain("ZzbothpassQq");
  });
});

describe("a talk track", () => {
  /** What the team that answers may know beside what a customer may: the question, what not to say, whom to ask. */
  const teamParts = ["question", "never", "owner"];

  it.each(["internal", "executive"] as const)(
    "for the %s team holds what customers may know, and no more",
    async (audience) => {
      const [track] = await publishAssessment(assessment, { audience, kinds: ["talk-track"] });
      const read = readings([track?.html, track?.markdown, track?.data].join("\n"));
      const team = ["customer", "public"].flatMap((level) =>
        types.flatMap((type) => teamParts.map((part) => canary(`${level}${type}`, part))),
      );
      expect(forbidden("customer").filter((word) => !team.includes(word) && holds(read, word))).toEqual([]);
      expect(team.filter((word) => !read.includes(word))).toEqual([]);
    },
  );

  it("tells customers themselves neither what to expect of them nor what to keep from them", async () => {
    const [track] = await publishAssessment(assessment, { audience: "customer", kinds: ["talk-track"] });
    const read = readings([track?.html, track?.markdown, track?.data].join("\n"));
    expect(forbidden("customer").filter((word) => holds(read, word))).toEqual([]);
  });
});

describe("readings", () => {
  it.each([
    ["&#x5a;&#x7a;titleQq", "entities"],
    ["\\u005a\\u007atitleQq", "escapes"],
    ["%5A%7AtitleQq", "percent signs"],
    [Buffer.from("a long text with ZztitleQq in it").toString("base64"), "base64"],
  ])("%s gives its %s away", (text) => {
    expect(readings(text)).toContain("ZztitleQq");
  });
});

describe.runIf(canPrint)("a printed edition", () => {
  it.each(audiences)(
    "%s holds nothing of a higher level either, and what its level may know",
    async (audience) => {
      const browser = await openBrowser(await findTestBrowser(), { noSandbox: false, timeoutMs: 60_000 });
      try {
        const jobs = (editions.get(audience) ?? []).map(({ html, title, author, kind, lang, data }) => {
          return { html, title, author, subject: kind, lang, date: null, attachment: data, maxPages: null };
        });
        const printed = await printPdf(jobs, browser);
        const texts: string[] = [];
        const bytes: string[] = [];
        for (const pdf of printed) {
          const { text, attachments } = await readPdf(pdf.bytes);
          const attached = Object.values(attachments).map(({ content }) => new TextDecoder().decode(content));
          texts.push(text);
          bytes.push(readings([text, ...attached, Buffer.from(pdf.bytes).toString("latin1")].join("\n")));
        }
        expect(bytes.length).toBe(3);
        expect(forbidden(audience).filter((word) => bytes.some((one) => holds(one, word)))).toEqual([]);
        const shown = texts.join("\n");
        expect(required(audience).filter((word) => !shown.includes(word))).toEqual([]);
      } finally {
        await browser.close();
      }
    },
  );
});
