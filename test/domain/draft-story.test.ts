import { Temporal } from "temporal-polyfill";
import { describe, expect, test } from "vitest";
import { storyOf } from "../../src/domain/draft-story.ts";
import type { DraftId, FollowUpId, OutboxId } from "../../src/domain/ids.ts";
import type { StoryEntry, StoryRecord, StoryRow } from "../../src/domain/story-record.ts";
import { standingWords } from "../../src/domain/story-standing.ts";

const today = Temporal.PlainDate.from("2026-05-23");
/** The person's clock is a day and an hour ahead of the database's. */
const at = (time: string) => Temporal.Instant.from(`2026-05-22T${time}:00Z`);
const written = (time: string) => at(time).subtract({ hours: 25 });

const entry = (time: string, type: string, says: string, data: StoryEntry["data"] = {}): StoryEntry => ({
  at: at(time),
  writtenAt: written(time),
  tx: `tx ${time}`,
  type,
  says,
  data,
});
const move = (n: number, time: string, event: StoryRow["moves"][number]["event"], more = {}) => ({
  n,
  at: written(time),
  tx: `tx ${time}`,
  event,
  from: "queued" as const,
  to: "sent" as const,
  attempt: "one",
  attempts: 1,
  reply: null,
  ...more,
});
const row = (moves: StoryRow["moves"], more: Partial<StoryRow> = {}): StoryRow => ({
  id: "row" as OutboxId,
  draftId: "draft" as DraftId,
  hash: "f".repeat(64),
  messageId: "ours@reed.example",
  providerMessageId: null,
  to: "greta@abc.example",
  state: "sent",
  attempts: 1,
  notBefore: at("09:00"),
  unknownSince: null,
  moves,
  ...more,
});
const record = (more: Partial<StoryRecord>): StoryRecord => ({
  mail: {
    followUp: "follow-up" as FollowUpId,
    kind: "thank_you",
    status: "approved",
    candidacy: 1,
    employer: "ABC",
    zone: "Europe/London",
    sentFolder: "Sent",
  },
  versions: [],
  rows: [],
  entries: [],
  digests: {},
  showings: [],
  ...more,
});
const told = (of: StoryRecord): string[] =>
  storyOf(of, today).map(({ at: moment, says }) => `${moment.toString().slice(11, 16)} ${says}`);

describe("a move", () => {
  test("of which the journal says nothing stands where the person's clock was by then", () => {
    const moves = [
      move(1, "08:00", "made"),
      move(2, "09:00", "claim"),
      move(3, "09:10", "expire", { from: "claimed", to: "queued" }),
      move(4, "09:20", "claim", { attempts: 2 }),
    ];
    const entries = [entry("08:00", "note", "Something was written.", { outbox: "row" })];
    expect(told(record({ rows: [row(moves)], entries }))).toEqual([
      "08:00 Something was written.",
      expect.stringMatching(/^08:00 You approved version/),
      "09:10 Attempt 1 broke off before a byte had left. It is queued again.",
      "09:20 Attempt 2 has begun; not a byte of the mail has left.",
    ]);
  });

  test("that the journal tells as well is told once, and what the journal knows beyond it is in it", () => {
    const moves = [
      move(1, "09:00", "release"),
      move(2, "09:05", "found", { reply: "250 taken" }),
      move(3, "09:10", "found", { reply: "Sent, UID 7, by Message-ID" }),
      move(4, "09:20", "hold"),
    ];
    const entries = [
      entry("09:05", "sent", "Sent to greta@abc.example.", { outbox: "row", reply: "250 taken" }),
      entry("09:20", "held", "Not sent to greta@abc.example: they wrote since.", { outbox: "row" }),
    ];
    expect(
      told(record({ rows: [row(moves, { providerMessageId: "theirs@relay.example" })], entries })),
    ).toEqual([
      "09:00 Attempt 1 was called off before a byte had left.",
      "09:05 The server's answer came late: “250 taken”. It is sent, there as <theirs@relay.example>.",
      "09:10 The server had taken it, and this shows it: “Sent, UID 7, by Message-ID”. It is sent.",
      "09:20 Not sent to greta@abc.example: they wrote since.",
    ]);
  });

  test("of a mail that is older than the log begins the story of its sending", () => {
    const moves = [
      move(1, "09:00", "carried_over", { from: null, to: "asked" }),
      move(2, "10:00", "wasSent"),
    ];
    expect(told(record({ rows: [row(moves)] }))).toEqual([
      expect.stringContaining("The log of this mail begins here: it was asked about."),
      expect.stringContaining("You said that it was sent."),
    ]);
  });
});

test("what the person did from Drafts is told with the mail that proves it", () => {
  const proof = { by: "hand" } as const;
  const entries = [
    entry("09:00", "skipped", "You deleted the thank-you from Drafts, so it is left out.", { proof }),
    entry("10:00", "by_hand", "You sent the thank-you from Drafts.", {
      proof,
      messageId: "own@reed.example",
    }),
  ];
  expect(told(record({ entries }))).toEqual([
    "09:00 You deleted the thank-you from Drafts, so it is left out.",
    "10:00 You sent the thank-you from Drafts. Proof: your own mail <own@reed.example>, whose copy lies in Sent.",
  ]);
});

describe("how it stands", () => {
  const bounce = (outcome: string) => [entry("12:00", "bounce", "It came back.", { outbox: "row", outcome })];
  test.each([
    [record({ rows: [row([])] }), "It was sent."],
    [record({ rows: [row([])], entries: bounce("gone") }), "It was sent, and came back."],
    [record({ rows: [row([])], entries: bounce("delayed") }), "It was sent."],
    [record({ rows: [row([], { state: "queued" })] }), /^It is approved and goes out Friday 22 May at 10:00/],
    [
      record({ rows: [row([], { state: "asked" })] }),
      /answer its line in your digest with "send again" or "was sent"/,
    ],
    [record({ rows: [row([], { state: "cancelled" })] }), /^What was approved did not leave/],
    [record({}), /^Nothing of it is approved; "npx afterword drafts"/],
  ])("is one sentence that says what to do, where there is something to do (%#)", (of, says) => {
    expect(standingWords(of, today)).toMatch(says);
  });
});
