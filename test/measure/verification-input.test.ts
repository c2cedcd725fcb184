import { describe, expect, it } from "vitest";

import { UserError } from "../../src/errors.js";
import { estimateAt, valueOf } from "./project-folder.js";
import { scores, assessScores, tableOf } from "./verification-project.js";

describe("hostile and empty input", () => {
  const header = "probe,reference,genuine,score";
  const ids = { subjects: { probe: "probe", reference: "reference" }, threshold: 0.5 };
  const file = (...rows: string[]): string => [header, ...rows, ""].join("\n");

  it("a label that contradicts the ids is refused, with counts", async () => {
    await expect(assessScores(file("a,b,1,0.9", "a,b,0,0.1", "c,c,0,0.2"), ids)).rejects.toMatchObject({
      messages: [{ code: "E-PAIRS", text: expect.stringMatching(/1 genuine .* 1 impostor/) as string }],
    });
  });
  it("a third label, no usable row, and an empty file are refused", async () => {
    const code = (csv: string) =>
      assessScores(csv, ids).then(
        () => null,
        (error: unknown) => (error instanceof UserError ? error.messages[0]?.code : error),
      );
    expect(await code(file("a,a,1,0.9", "a,b,0,0.1", "a,c,maybe,0.1"))).toBe("E-LABEL");
    expect(await code(file("a,a,,0.9", "a,b,0,"))).toBe("E-NO-ROWS");
    expect(await code(file())).toBe("E-HEADER-ONLY");
    expect(await code("")).toBe("E-EMPTY");
    expect(await code("probe,reference,label,score\na,a,1,0.9\n")).toBe("E-COLUMN");
  });
  it("rows without a label or a score are counted and left out; a blank id is one person", async () => {
    const assessment = await assessScores(
      file("a,a,1,0.9", "b,b,1,0.2", "a,b,0,0.1", ",b,0,0.7", ",c,0,0.6", "c,d,0,", "c,d,,0.5", "c,d,0,inf"),
      ids,
    );
    expect(assessment.evaluations[0]).toMatchObject({
      rows: 8,
      used: 5,
      excluded: { label_blank: 1, score_blank: 1, score_not_finite: 1 },
      subjects: 4,
    });
    expect(estimateAt(assessment, "fmr@all")).toMatchObject({ numerator: 2, denominator: 3 });
    expect(estimateAt(assessment, "fnmr@all")).toMatchObject({ numerator: 1, denominator: 2 });
  });
  it("one sort of comparison alone: the other rate has a reason, and there is no curve", async () => {
    const genuine = await assessScores(file("a,a,1,0.9", "b,b,1,0.1"), { ...ids, fmr_targets: [0.1] });
    expect(estimateAt(genuine, "fmr@all")).toMatchObject({ value: null, reason: "no-impostors" });
    expect(estimateAt(genuine, "eer@all")).toMatchObject({ value: null, reason: "one-class" });
    expect(estimateAt(genuine, "fnmr[fmr=0.1]@all")).toMatchObject({ value: null, reason: "one-class" });
    expect(estimateAt(genuine, "fnmr@all")).toMatchObject({ value: 0.5, denominator: 2 });
    expect(tableOf(genuine, "det")).toBeUndefined();
    expect(tableOf(genuine, "fmr-targets")?.rows).toEqual([
      { label: "0.1", cells: [0, 100, 300, null, null, null] },
    ]);
    const impostor = await assessScores(file("a,b,0,0.9"), ids);
    expect(estimateAt(impostor, "fnmr@all")).toMatchObject({ value: null, reason: "no-genuine" });
  });
  it("one score for all comparisons: errors at it, no histogram, nothing that is no number", async () => {
    const assessment = await assessScores(file("a,a,1,0.5", "b,b,1,0.5", "a,b,0,0.5"), ids);
    expect(estimateAt(assessment, "fmr@all").value).toBe(1);
    expect(estimateAt(assessment, "fnmr@all").value).toBe(0);
    expect(valueOf(assessment, "eer@all")).toBe(0.5);
    expect(assessment.distributions).toEqual([]);
    expect(JSON.stringify(assessment)).not.toMatch(/NaN|Infinity/);
  });
  it("ids and groups of hostile letters stay data", async () => {
    const name = `"x"";drop table--<script>"`;
    const csv = [
      "probe,reference,genuine,score,group",
      `${name},${name},1,0.9,"=cmd|x, a"`,
      `${name},=1+1,0,0.1,"=cmd|x, a"`,
      "=1+1,=1+1,1,0.8,x",
      "",
    ].join("\n");
    const assessment = await assessScores(csv, { ...ids, demographics: { group: "group" } });
    expect(assessment.evaluations[0]?.subjects).toBe(2);
    expect(assessment.slices.map(({ value }) => value)).toEqual(["=cmd|x, a", "x"]);
    expect(estimateAt(assessment, "fmr@group=%3Dcmd%7Cx%2C%20a")).toMatchObject({ value: 0 });
    expect(JSON.stringify(assessment)).not.toContain("drop table");
  });
});

describe("a plan that cannot be meant", () => {
  it.each([
    [{ flag: "below" }, /flag "below"/],
    [{ label: undefined }, /Missing `label`/],
    [{ data: undefined }, /Missing `data`/],
    [{ fta: { failures: 3, attempts: 2 } }, /3 failures of 2 attempts/],
    [{ fmr_targets: [0] }, /target 0/],
    [{ fmr_targets: [0.1, 0.1] }, /target 0.1 twice/],
    [{ subjects: { probe: "real", reference: "real" } }, /for both samples/],
    [{ slices: ["sex"], demographics: { sex: "sex" } }, /slice column already/],
    [{ demographics: { sex: "genuine" } }, /which is the label/],
    [{ subject: "real" }, /Unexpected subject/],
    [{ counts: { tp: 1, fn: 1, fp: 1, tn: 1 } }, /Unexpected counts/],
  ])("%j", async (more, expected) => {
    await expect(assessScores(scores.test, more)).rejects.toMatchObject({
      messages: expect.arrayContaining([
        expect.objectContaining({ code: "E-PLAN", text: expect.stringMatching(expected) as string }),
      ]) as unknown,
    });
  });
});
