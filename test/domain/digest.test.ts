import { Temporal } from "temporal-polyfill";
import { describe, expect, test } from "vitest";
import { answerableItems, type DigestParts, hasNews, numbered } from "../../src/domain/digest.ts";
import { digestSubject } from "../../src/domain/digest-words.ts";
import { emptyDigest, fullDigest } from "../support/digest-parts.ts";

describe("the numbers of a digest", () => {
  test("drafts come first from 1, then questions, then every other line that can be answered or pointed to", () => {
    expect(answerableItems(numbered(fullDigest))).toEqual([
      { n: 1, type: "draft" },
      { n: 2, type: "draft" },
      { n: 3, type: "question", asks: "kind" },
      { n: 4, type: "unconfirmed" },
      { n: 5, type: "standing" },
      { n: 6, type: "standing" },
      { n: 7, type: "candidacy" },
      { n: 8, type: "standing" },
    ]);
  });

  test("numbers keep the order of the parts", () => {
    expect(numbered(fullDigest).drafts.map(({ n, employer }) => [n, employer])).toEqual([
      [1, "ABC"],
      [2, "Northwind"],
    ]);
  });
});

describe("the subject", () => {
  const subject = (parts: Partial<DigestParts>) => digestSubject(numbered({ ...emptyDigest, ...parts }));

  test("says day and what is to be done, and no names", () => {
    expect(subject({ drafts: fullDigest.drafts.slice(0, 1) })).toBe("Afterword, Friday 22 May: 1 to approve");
    expect(digestSubject(numbered(fullDigest))).toBe("Afterword, Friday 22 May: 2 to approve, 1 question");
    expect(subject({ interviews: fullDigest.interviews })).toBe("Afterword, Friday 22 May: 1 interview");
    expect(subject({ waitingForYou: fullDigest.waitingForYou, changes: fullDigest.changes })).toBe(
      "Afterword, Friday 22 May: waiting for you, 1 change",
    );
    expect(subject({ unconfirmed: fullDigest.unconfirmed })).toBe("Afterword, Friday 22 May: 1 to confirm");
  });

  test("names what is new only where there is nothing else", () => {
    const [change] = fullDigest.changes;
    if (change === undefined) throw new Error("the sample has a change");
    const changes = [{ ...change, change: "new" as const }];
    expect(subject({ changes })).toBe("Afterword, Friday 22 May: 1 new candidacy");
    expect(subject({ changes, questions: fullDigest.questions })).toBe(
      "Afterword, Friday 22 May: 1 question",
    );
  });

  test("speaks of the digest's own day", () => {
    expect(subject({ today: Temporal.PlainDate.from("2027-01-01") })).toContain("Friday 1 January");
  });
});

describe("an empty digest", () => {
  test("is not sent, and what is merely still awaited does not make it full", () => {
    expect(hasNews(emptyDigest)).toBe(false);
    expect(hasNews({ ...emptyDigest, waiting: fullDigest.waiting })).toBe(false);
  });

  test.each([
    "drafts",
    "questions",
    "interviews",
    "waitingForYou",
    "changes",
    "unconfirmed",
    "troubles",
  ] as const)("is one no more with %s", (list) => {
    expect(hasNews({ ...emptyDigest, [list]: fullDigest[list] })).toBe(true);
  });
});
