import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { AnswerableItem } from "../../src/domain/approval.ts";
import { readReply } from "../../src/domain/reply-grammar.ts";
import { unaccented } from "../../src/domain/reply-table/spelling.ts";
import { ofAll } from "../../src/domain/reply-table/table.ts";
import { tokenIn } from "../../src/domain/reply-token.ts";

const items: AnswerableItem[] = [
  { n: 1, type: "draft" },
  { n: 2, type: "draft" },
  { n: 3, type: "draft" },
  { n: 4, type: "question" },
  { n: 5, type: "candidacy" },
  { n: 6, type: "unconfirmed" },
];
const oneDraft: AnswerableItem[] = [{ n: 1, type: "draft" }];

/** Decisions in short: "approve 1", "later 3 friday", "answer 4 yes". */
const said = (text: string, of = items): string[] =>
  readReply(text, of).decisions.map((decision) =>
    [
      decision.type,
      decision.item,
      ...("until" in decision && decision.until !== "" ? [decision.until] : []),
      ...("yes" in decision ? [decision.yes ? "yes" : "no"] : []),
    ].join(" "),
  );
const doubts = (text: string, of = items) => readReply(text, of).doubts;

describe("clear answers", () => {
  test.each([
    ["1 ok", ["approve 1"]],
    ["1 OK!", ["approve 1"]],
    ["1: ok", ["approve 1"]],
    ["1) Yes.", ["approve 1"]],
    ["#1 send", ["approve 1"]],
    ["1 - ok", ["approve 1"]],
    ["“1 ok”", ["approve 1"]],
    ["*1 ok*", ["approve 1"]],
    ["1\u00a0ok", ["approve 1"]],
    ["1 👍🏽", ["approve 1"]],
    ["ok 1", ["approve 1"]],
    ["Yes, 1 please", ["approve 1"]],
    ["Item 1: send it", ["approve 1"]],
    ["1, 3 yes", ["approve 1", "approve 3"]],
    ["1,3 yes", ["approve 1", "approve 3"]],
    ["1 2 ok", ["approve 1", "approve 2"]],
    ["1 and 3 ok", ["approve 1", "approve 3"]],
    ["one and three yes", ["approve 1", "approve 3"]],
    ["1-3 ok", ["approve 1", "approve 2", "approve 3"]],
    ["1 – 3 ok", ["approve 1", "approve 2", "approve 3"]],
    ["all ok", ["approve 1", "approve 2", "approve 3"]],
    ["approve all", ["approve 1", "approve 2", "approve 3"]],
    ["all except 2", ["approve 1", "approve 3"]],
    ["all ok except 2 and 3", ["approve 1"]],
    ["ok all but 2", ["approve 1", "approve 3"]],
    ["2 skip", ["skip 2"]],
    ["2 no", ["skip 2"]],
    ["2 👎", ["skip 2"]],
    ["skip 2, 3", ["skip 2", "skip 3"]],
    ["2 don’t send", ["skip 2"]],
    ["3 later", ["later 3"]],
    ["3 later friday", ["later 3 friday"]],
    ["3 Later Fri.", ["later 3 fri"]],
    ["later 3 friday", ["later 3 friday"]],
    ["3 later until 12 June", ["later 3 12 june"]],
    ["3 later in 2 weeks", ["later 3 2 weeks"]],
    ["3 later 2026-06-12", ["later 3 2026-06-12"]],
    ["1 later 2 days, 2 ok", ["later 1 2 days", "approve 2"]],
    ["3 later 2 skip", ["later 3", "skip 2"]],
    ["undo 1", ["undo 1"]],
    ["1 undo", ["undo 1"]],
    ["reopen 5", ["reopen 5"]],
    ["close 5", ["close 5"]],
    ["6 send again", ["send_again 6"]],
    ["6 resend", ["send_again 6"]],
    ["6 was sent", ["was_sent 6"]],
    ["4 yes", ["answer 4 yes"]],
    ["4 ok", ["answer 4 yes"]],
    ["4 no", ["answer 4 no"]],
    ["1 ok, 2 skip; 3 later friday", ["approve 1", "skip 2", "later 3 friday"]],
    ["1 ok 2 skip", ["approve 1", "skip 2"]],
    ["1 ok\n2 skip\n\nThanks!\nSam", ["approve 1", "skip 2"]],
    ["Hi,\n\n1 ok\n\nBest wishes,\nSam Reed\n+44 20 7946 0000", ["approve 1"]],
    ["1 ok\n1 yes", ["approve 1"]],
    ["- 1 ok\n- 2 skip", ["approve 1", "skip 2"]],
  ])("%j", (text, expected) => {
    expect(said(text)).toEqual(expected);
    expect(doubts(text)).toEqual([]);
  });

  test("a bare word counts where the digest had one thing to answer", () => {
    for (const word of [
      "ok",
      "OK.",
      "Yes please",
      "send",
      "👍",
      "ok, thanks",
      "Yes\n\nSam",
      "Hi,\nok\nSam Reed",
    ])
      expect(said(word, oneDraft), word).toEqual(["approve 1"]);
    expect(said("skip", oneDraft)).toEqual(["skip 1"]);
    expect(said("later friday", oneDraft)).toEqual(["later 1 friday"]);
    expect(said("yes", [{ n: 1, type: "question" }])).toEqual(["answer 1 yes"]);
    expect(said("was sent", [{ n: 1, type: "unconfirmed" }])).toEqual(["was_sent 1"]);
  });
});

describe("in doubt nothing happens, and it is asked", () => {
  test.each([
    ["ok"],
    ["yes"],
    ["👍"],
    ["9 ok"],
    ["0 ok"],
    ["1"],
    ["1, 3"],
    ["3-1 ok"],
    ["1 ok?"],
    ["1 not ok"],
    ["1 maybe"],
    ["1 ok but change Friday to Monday"],
    ["1 wait"],
    ["ok 1 2 skip"],
    ["1 ok 2"],
    ["all except 2 skip"],
    ["all except ok"],
    ["all ok except 9"],
    ["1: please send it on Monday"],
    ["5 ok"],
    ["6 ok"],
    ["6 was not sent"],
    ["1 send again"],
    ["4 skip"],
    ["4 later"],
    ["3 later when I am back"],
    ["1 friday"],
    ["no 1 ok"],
    ["1 ok, 1 skip"],
    ["stop"],
    ["unsubscribe"],
    ["pause"],
    ["1/2 ok"],
    ["1.5 ok"],
    ["+1 ok"],
  ])("%j", (text) => {
    expect(said(text)).toEqual([]);
    expect(doubts(text).length).toBeGreaterThan(0);
  });

  test("clear parts act beside doubtful ones", () => {
    expect(said("1 ok\n2 hmm, send?")).toEqual(["approve 1"]);
    expect(said("1-3 ok", [...oneDraft, { n: 2, type: "draft" }])).toEqual(["approve 1", "approve 2"]);
    expect(doubts("1-3 ok", oneDraft)).toHaveLength(2);
  });

  test("two different words about one item are never settled by the last one", () => {
    expect(said("all ok\n2 skip")).toEqual(["approve 1", "approve 3"]);
    expect(doubts("all ok\n2 skip")[0]?.question).toContain("2");
    expect(said("1 ok\nundo 1")).toEqual([]);
  });

  test("a doubtful line about an item holds back a clear one about it", () => {
    expect(said("1 ok\n1 send it on Monday, with the new date")).toEqual([]);
  });

  test("words that hold back turn the whole reply into a question", () => {
    for (const text of [
      "1 ok\nActually, let me think about it.",
      "1 ok\nBut please do not send it before Monday.",
      "all ok\nWait for my call first",
      "1 ok\nNo",
      "1 ok\nstop",
      "Hold on.\n1 ok",
    ])
      expect([said(text), doubts(text).length > 0], text).toEqual([[], true]);
  });

  test("a bare word beside other words is asked back, even with one item", () => {
    for (const text of ["Ok\nLet me sleep on it", "Yes\nbut not today", "ok\n2 skip"]) {
      expect(said(text, oneDraft), text).toEqual([]);
      expect(doubts(text, oneDraft).length, text).toBeGreaterThan(0);
    }
  });

  test("`all` with no draft in the digest is asked back and never answers a question", () => {
    expect(said("all ok", [{ n: 1, type: "question" }])).toEqual([]);
    expect(doubts("all ok", [{ n: 1, type: "question" }])).toHaveLength(1);
    expect(said("all ok")).not.toContain("answer 4 yes");
  });
});

describe("silence", () => {
  test.each([
    [""],
    ["   \n\n"],
    ["thanks"],
    ["Thank you!"],
    ["Thanks, this is great."],
    ["I have 2 interviews tomorrow, ok?"],
    ["Let us meet at 3 on Friday and talk about the 2 offers"],
    ["Greg, what do you think of this one?"],
    ["I am out of the office until 1 June."],
    ["yes great"],
    ["Sam Reed"],
    ["My number is 020 7946 0000"],
    ["> 1 ok\n> 2 skip"],
    ["Sounds good to me.\n\nOn 22 May 2026, Afterword wrote:\n1 ok"],
    ["See you\n-- \n1 ok"],
    ["Thanks\n-----Original Message-----\n1 ok"],
    ["Sent from my phone 1 ok"],
  ])("%j decides nothing", (text) => {
    expect(readReply(text, items)).toEqual({ decisions: [], doubts: [], stops: [] });
  });

  test("the words of our own digest, quoted without marks, decide nothing", () => {
    const digest = 'Reply "1 ok" to send it, "1 skip" to leave it out, "1 later friday" to see it again.';
    expect(said(digest)).toEqual([]);
    expect(said(`Thanks\n\n${digest}`, oneDraft)).toEqual([]);
  });

  test("a bare word with nothing to answer is chat", () => {
    expect(readReply("ok", [])).toEqual({ decisions: [], doubts: [], stops: [] });
  });
});

describe("whatever is written", () => {
  const pieces = fc.constantFrom(
    ..."1 2 3 4 5 6 7 99 ok yes no skip later friday all except and , ; . - – ? ! 👍 not but was sent again undo close is an offer nothing move to merge into split at 14:00 I think the role send please \n".split(
      " ",
    ),
    "\n",
  );
  test("reading ends, no item gets two decisions, and none is decided that the digest had not", () => {
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 14 }), (words) => {
        const { decisions } = readReply(words.join(" "), items);
        const decided = decisions.map((decision) => decision.item);
        expect(new Set(decided).size).toBe(decided.length);
        expect(decided.every((n) => items.some((item) => item.n === n))).toBe(true);
      }),
      { numRuns: 5000 },
    );
  });

  test("no sending is decided from a text that has not even the letters of a yes", () => {
    const harmless = fc.stringMatching(/^[bcdfghjlmpqrtuvwxz0-9 ,.?!-]{0,60}$/);
    const yes = ofAll(({ verbs, sends }) => [...verbs.yes, ...verbs.good, ...sends]).map(unaccented);
    expect(yes.filter((word) => /^[bcdfghjlmpqrtuvwxz' -]+$/.test(word))).toEqual([]);
    fc.assert(
      fc.property(harmless, (text) => {
        expect(
          said(text).filter((decision) => decision.startsWith("approve") && !/^\s*all/.test(text)),
        ).toEqual([]);
      }),
      { numRuns: 2000 },
    );
  });

  test("a hundred thousand signs are read at once", () => {
    const start = Date.now();
    readReply("1 , ".repeat(25_000), items);
    readReply("ok ".repeat(33_000), items);
    readReply(`${"a".repeat(100_000)}`, items);
    expect(Date.now() - start).toBeLessThan(2000);
  });
});

describe("the token of a reply", () => {
  const token = "AbCdEf0123456789-_xyz";
  const nothing = { inReplyTo: [], references: [], subject: "Re: Hello", to: [] };

  test("is found in the thread, in the subject and in a plus-address", () => {
    expect(
      tokenIn({
        inReplyTo: [`digest.${token}@reed.example`],
        references: ["other@abc.example", `digest.${token}@reed.example`],
        subject: `Re: Afterword [aw-${token}]`,
        to: [{ name: "", address: `sam+aw-${token.toLowerCase()}@reed.example` }],
      }),
    ).toEqual([
      { token, where: "references" },
      { token, where: "subject" },
      { token: token.toLowerCase(), where: "plus_address" },
    ]);
  });

  test("a debrief's token is told from a digest's", () => {
    expect(tokenIn({ ...nothing, references: [`debrief.${token}@reed.example`] })).toEqual([
      { token, where: "references" },
    ]);
  });

  test.each([
    ["short tokens", { ...nothing, subject: "[aw-short]" }],
    [
      "other Message-IDs",
      { ...nothing, references: ["x.digest.AbCdEf0123456789@evil.example", "digest@reed.example"] },
    ],
    ["ordinary subjects and addresses", { ...nothing, to: [{ name: "", address: "sam+jobs@reed.example" }] }],
  ])("is not seen in %s", (_, message) => {
    expect(tokenIn(message)).toEqual([]);
  });
});

describe("a question for an occasion", () => {
  const items = [
    { n: 1, type: "draft" },
    { n: 7, type: "question", asks: "occasion" },
  ] as const;

  test("takes free words behind its number", () => {
    expect(readReply("1 ok\n7: they opened a second bakery", items).decisions).toEqual(
      expect.arrayContaining([
        { type: "approve", item: 1 },
        { type: "tell", item: 7, text: "they opened a second bakery" },
      ]),
    );
  });

  test.each([
    "7: nothing to say there. Wait, please do not send 1 yet",
    "7: nothing this time, and please skip 1 as well",
    "7. stop, 1 is wrong",
    "7: hold on, I changed my mind about 1",
  ])("swallows no words that hold back: %s", (line) => {
    expect(readReply(`1 ok\n${line}`, items).decisions).toEqual([]);
  });
});
