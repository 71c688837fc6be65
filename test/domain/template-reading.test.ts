import { describe, expect, test } from "vitest";
import { readTemplate } from "../../src/domain/template-reading.ts";

describe("a template that could leave a gap is refused", () => {
  const front = { name: "t", version: 1, subject: "Hello" };
  test.each([
    ["an unguarded fact", "## A\n\nAbout {role}.", /\{role\}/],
    ["a guard for another fact", "## A\n\n- when promised_day: About {role}.", /\{role\}/],
    ["a guard for the absence", "## A\n\n- when no role: About {role}.", /\{role\}/],
    ["an unknown fact", "## A\n\nAbout {salary}.", /salary/],
    ["an unknown condition", "## A\n\n- when salary: Much.", /condition/],
    ["a condition without a colon", "## A\n\n- when role Much.", /condition/],
    ["an unknown condition in a heading", "## when salary: A\n\nText.", /heading/],
    ["a fact that only decides", "## A\n\n- when late_stage: You said {late_stage}.", /pasted/],
    ["a bracket", "## A\n\nDear [Name],", /bracket/],
    ["a backslash", "## A\n\nKind regards,\\\nSam", /bracket/],
    ["no variant for some facts", "## when role: A\n\nText.", /no variant fits/],
    [
      "no variant between two",
      "## when role: A\n\nText.\n\n## when no role, offered: B\n\nText.",
      /no variant/,
    ],
    ["no variant at all", "Text.", /no variant fits/],
  ])("%s", (_, body, why) => {
    const read = readTemplate(front, body);
    expect(read.ok ? "accepted" : read.error).toMatch(why);
  });

  test("a gap in the subject", () => {
    const read = readTemplate({ ...front, subject: "About {role}" }, "## A\n\nText.");
    expect(read.ok ? "accepted" : read.error).toMatch(/\{role\}/);
  });
});

test("a template whose headings cover all cases is accepted, with its comment left out", () => {
  const read = readTemplate(
    { name: "t", version: 1, subject: "Hello" },
    "<!-- [Name] {salary} -->\n## when role: A\n\nAbout {role}.\n\n## when no role: B\n\nText.",
  );
  expect(read.ok && read.value.variants.length).toBe(2);
});
