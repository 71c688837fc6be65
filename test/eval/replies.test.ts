import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type AnsweredMailbox, openAnsweredMailbox } from "../../src/eval/replies/mailbox.ts";
import { corpusIn, type Played, playAll } from "../../src/eval/replies/replies.ts";
import { repliesIn } from "../../src/eval/replies/row.ts";
import { repliesTable } from "../../src/eval/replies/table.ts";
import { replyLines } from "../replies/replies.ts";

const folder = join(import.meta.dirname, "../replies");
const corpus = corpusIn(folder);

/** The whole takes minutes: `npm run eval -- replies test/replies`. These stand for it, the same ones until others are written. */
const sample = corpus.replies
  .map((one) => ({ one, place: createHash("sha256").update(one.id).digest("hex") }))
  .sort((a, b) => a.place.localeCompare(b.place))
  .slice(0, 40)
  .map(({ one }) => one);

let mailbox: AnsweredMailbox;
beforeAll(async () => {
  mailbox = await openAnsweredMailbox();
}, 120_000);
afterAll(() => mailbox.close());

const row = (id: string, text: string, expect: readonly object[], more: object = {}): string =>
  JSON.stringify({ id, digest: "one", text, expect, ...more });
const play = (lines: readonly string[], played: Played[] = [], failed: { id: string; why: string }[] = []) =>
  playAll(
    mailbox,
    { digests: corpus.digests, ...repliesIn(lines.join("\n")) },
    { onEach: (one) => played.push(one), onFailed: (one) => failed.push(one) },
  );

test("there are at least 150 replies of our own, in six languages and from a dozen mail programs, as their generator writes them", () => {
  const file = readFileSync(join(folder, "replies.jsonl"), "utf8");
  expect(file).toBe(`${replyLines().join("\n")}\n`);
  const rows = file
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line));
  expect(rows.length).toBeGreaterThanOrEqual(150);
  expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
  expect(new Set(rows.map(({ language }) => language)).size).toBe(6);
  expect(new Set(rows.map(({ client }) => client)).size).toBeGreaterThanOrEqual(12);
  expect(corpus.unplayable).toEqual([]);
});

test("of forty of them none approves or decides what it does not say, and at most one is asked back", async () => {
  const report = await playAll(mailbox, { ...corpus, replies: sample });
  expect(report).toMatchObject({ n: 40, wrong_approvals: [], wrong_decisions: [] });
  expect(report.asked_back.length + report.missed.length).toBeLessThanOrEqual(1);
}, 240_000);

test("what came about is told from what was wanted: an approval, a decision, a question back, nothing", async () => {
  const played: Played[] = [];
  const report = await play(
    [
      row("right", "1 ok", [{ item: 1, decision: "approve" }]),
      row("approves", "1 ok", [{ decision: "nothing" }]),
      row("skips", "1 skip", [{ item: 1, decision: "later" }]),
      row("other-day", "1 later monday", [{ item: 1, decision: "later", argument: "friday" }]),
      row("asks", "7 ok", [{ decision: "nothing" }]),
      row("misses", "Thanks!", [{ item: 1, decision: "approve" }]),
      row("any", "1 skip", [], {
        expect: undefined,
        expect_any: [[{ decision: "ask_back" }], [{ item: 1, decision: "skip" }]],
      }),
    ],
    played,
  );
  expect(report).toEqual({
    n: 7,
    right: 2,
    wrong_approvals: ["approves"],
    wrong_decisions: ["skips", "other-day"],
    asked_back: ["asks"],
    missed: ["misses"],
  });
  expect(repliesTable(report, played)).toContain("wanted nothing\n  seen   1 approve");
}, 120_000);

test("whatever a foreign file holds, the rest is played, and what cannot be is named and counts as missed", async () => {
  const failed: { id: string; why: string }[] = [];
  const report = await play(
    [
      row("right", "1 ok", [{ item: 1, decision: "approve" }]),
      "no JSON",
      row("no-text", "", [{ decision: "nothing" }], { text: 5 }),
      row("no-piece", "{{item_9_text}}", [{ decision: "nothing" }]),
      row("no-digest", "1 ok", [{ decision: "nothing" }], { digest: "lost" }),
      JSON.stringify({ id: "no-wish", digest: "one", text: "1 ok" }),
    ],
    [],
    failed,
  );
  expect(report).toMatchObject({ n: 6, right: 1 });
  expect(report.missed.toSorted()).toEqual(["line 2", "no-digest", "no-piece", "no-text", "no-wish"]);
  expect(failed.find(({ id }) => id === "no-piece")?.why).toBe("there is no {{item_9_text}} in that digest");
}, 120_000);

test("each reply finds the digest as if it were the first", async () => {
  const same = [1, 2, 3].map((n) => row(`again-${n}`, "1 ok", [{ item: 1, decision: "approve" }]));
  expect((await play(same)).right).toBe(3);
}, 120_000);
