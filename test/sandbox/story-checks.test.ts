import { Temporal } from "temporal-polyfill";
import { describe, expect, test } from "vitest";
import type { ApiCandidacy } from "../../src/sandbox/api.ts";
import { type Letter, readLetter } from "../../src/sandbox/letter.ts";
import { check } from "../../src/sandbox/story-checks.ts";
import type { View } from "../../src/sandbox/view.ts";

const letter = (subject: string, text: string, to = "Greg Hale <greg@abc.example>"): Promise<Letter> =>
  readLetter(
    Buffer.from(`From: Sam <sam@reed.example>\r\nTo: ${to}\r\nSubject: ${subject}\r\n\r\n${text}\r\n`),
  );

const candidacy = (over: Partial<ApiCandidacy>): ApiCandidacy => ({
  number: 1,
  employer: "ABC",
  role: null,
  state: "interviewing",
  reason: null,
  size: "unknown",
  because: "",
  ...over,
});

const nothing: View = {
  today: Temporal.PlainDate.from("2026-05-22"),
  person: {
    name: "Sam Reed",
    address: "sam@reed.example",
    zone: "Europe/London",
    country: "GB",
    digestAt: "07:30",
  },
  digests: [],
  sent: [],
  candidacies: [],
  debriefs: 0,
  named: [],
};

const digestOf = async (date: string, kinds: readonly string[], text: string) => ({
  digest: {
    local_date: date,
    message_id: `d-${date}@reed.example`,
    items: kinds.map((kind, index) => ({ n: index + 1, type: "draft", kind, to: "greg@abc.example" })),
  },
  letter: await letter("Your day", text),
});

describe("digest", () => {
  test("drafts: [] and lacks hold without a digest, says does not", () => {
    expect(check({ digest: { drafts: [], lacks: ["x"], no_drafts_of: ["check_in"] } }, nothing)).toEqual([]);
    expect(check({ digest: { says: ["x"] } }, nothing)).toHaveLength(1);
    expect(check({ digest: { drafts: ["thank_you"] } }, nothing)[0]?.seen).toBe("no digest on 2026-05-22");
  });
  test("drafts are all kinds as often as they are offered, in any order", async () => {
    const view = {
      ...nothing,
      digests: [await digestOf("2026-05-22", ["thank_you", "check_in", "thank_you"], "")],
    };
    expect(check({ digest: { drafts: ["check_in", "thank_you", "thank_you"] } }, view)).toEqual([]);
    expect(check({ digest: { drafts: ["check_in", "thank_you"] } }, view)).toHaveLength(1);
    expect(check({ digest: { no_drafts_of: ["check_in"] } }, view)).toHaveLength(1);
  });
  test("words are looked for without case and white space, an inner list means one of these", async () => {
    const view = { ...nothing, digests: [await digestOf("2026-05-22", [], "They decide\r\n  by FRIDAY.")] };
    expect(
      check({ digest: { says: ["decide by friday", ["22 May", "Friday"]], lacks: ["Monday"] } }, view),
    ).toEqual([]);
    expect(check({ digest: { says: ["your day"] } }, view)).toEqual([]);
    expect(check({ digest: { lacks: ["friday"] } }, view)).toHaveLength(1);
    expect(check({ digest: { says: [["Monday", "Tuesday"]] } }, view)[0]?.expected).toContain(
      '"Monday" or "Tuesday"',
    );
  });
  test("yesterday's digest is not today's", async () => {
    const view = { ...nothing, digests: [await digestOf("2026-05-21", ["thank_you"], "x")] };
    expect(check({ digest: { drafts: ["thank_you"] } }, view)).toHaveLength(1);
    const since = Temporal.PlainDate.from("2026-05-21");
    expect(check({ some_digest: { since, offers: ["thank_you"], says: ["x"] } }, view)).toEqual([]);
    expect(check({ some_digest: { since: since.add({ days: 1 }), says: ["x"] } }, view)).toHaveLength(1);
    expect(check({ some_digest: { since, offers: ["thank_you", "thank_you"] } }, view)).toHaveLength(1);
  });
  test("the same digest delivered twice counts as two that day", async () => {
    const one = await digestOf("2026-05-22", [], "x");
    expect(check({ digests_a_day_at_most: 1 }, { ...nothing, digests: [one] })).toEqual([]);
    expect(check({ digests_a_day_at_most: 1 }, { ...nothing, digests: [one, one] })).toHaveLength(1);
  });
});

describe("sent", () => {
  const mail = async (kind: string, to: string, inThread = true) => ({
    letter: await letter("Thank you", `Dear ${to}, thank you.`, `<${to}>`),
    to: [to],
    kind,
    inThread,
  });
  test("every mail is described by one line of its own, in any order", async () => {
    const sent = [await mail("thank_you", "ann@abc.example"), await mail("check_in", "bob@abc.example")];
    const view = { ...nothing, sent };
    expect(check({ sent: [{ kind: "check_in" }, { to: "ann@abc.example", in_thread: true }] }, view)).toEqual(
      [],
    );
    expect(check({ sent: [{}, { kind: "check_in" }] }, view)).toEqual([]);
    expect(check({ sent: [{ kind: "check_in" }] }, view)).toHaveLength(1);
    expect(check({ sent: [{ kind: "check_in" }, { kind: "check_in" }] }, view)).toHaveLength(1);
  });
  test("what is wrong with a mail is said", async () => {
    const view = { ...nothing, sent: [await mail("thank_you", "ann@abc.example", false)] };
    const [failure] = check({ sent: [{ kind: "thank_you", in_thread: true, says: ["Friday"] }] }, view);
    expect(failure?.seen).toContain("in no thread");
    expect(failure?.seen).toContain('does not say "Friday"');
  });
  test("texts that are equal but for the names do not differ", async () => {
    const sent = [await mail("thank_you", "ann@abc.example"), await mail("thank_you", "bob@abc.example")];
    expect(check({ texts_differ: true }, { ...nothing, sent })).toHaveLength(1);
    expect(check({ texts_differ: true }, { ...nothing, sent: sent.slice(1) })).toEqual([]);
  });
  test("a cap on mails and an address never to be written to", async () => {
    const view = {
      ...nothing,
      sent: [await mail("thank_you", "ann@abc.example")],
      named: ["ann@abc.example"],
    };
    expect(check({ sent_at_most: 1, never_to: ["bob@abc.example"] }, view)).toEqual([]);
    expect(check({ sent_at_most: 0, never_to: ["ann@abc.example"] }, view)).toHaveLength(2);
  });
});

describe("candidacy", () => {
  const view = {
    ...nothing,
    candidacies: [
      candidacy({ employer: "ABC Ltd", role: "Clerk", state: "closed", reason: "rejected" }),
      candidacy({ number: 2, employer: "ABC Ltd", role: "Data Engineer" }),
      candidacy({ number: 3, employer: "ABCD" }),
    ],
  };
  test("is found by employer and role, whatever the case and the legal form", () => {
    const closed = { employer: "abc", role: "clerk", state: ["closed"], reason: "rejected" };
    expect(check({ candidacy: closed }, view)).toEqual([]);
    expect(
      check({ candidacy: { employer: "ABC", role: "Data Engineer", state: ["closed"] } }, view),
    ).toHaveLength(1);
    expect(
      check({ candidacy: { employer: "ABC", role: "clerk", not_state: ["closed"] } }, view),
    ).toHaveLength(1);
  });
  test("that is not there fails any check", () => {
    expect(check({ candidacy: { employer: "XYZ", not_state: ["closed"] } }, view)).toHaveLength(1);
  });
  test("all candidacies are counted", () => {
    expect(check({ candidacies: 3, debriefs: 0 }, view)).toEqual([]);
    expect(check({ candidacies: 2, debriefs: 1 }, view)).toHaveLength(2);
  });
});
