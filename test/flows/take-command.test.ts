import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { receiveMessage } from "../../src/flows/receive-message.ts";
import { digestOf } from "../support/answering.ts";
import { invitation, type Letter } from "../support/letter.ts";
import { type Connected, openReceivingApp, type ReceivingApp } from "../support/receiving-app.ts";
import { answerable } from "../support/told.ts";

let here: ReceivingApp;
let ana: Connected;

beforeAll(async () => {
  here = await openReceivingApp();
});
afterAll(() => here.close());

/** Invited by Fairholm Bakery on Monday, interviewed on Thursday 14:00; it is Friday. */
beforeEach(async () => {
  await here.reset();
  here.at("2026-05-18T09:00");
  ana = await here.connect();
  await here.deliver(ana, invitation());
  here.at("2026-05-21T23:00");
  await here.query("update person set preferences = '{\"debrief\": false}'");
  await here.pass();
  here.at("2026-05-22T10:00");
});

const toSelf = (text: string, parts: Partial<Letter> = {}): Letter => ({
  from: "Ana Reyes <ana@reyes.example>",
  to: "ana@reyes.example",
  subject: "Afterword",
  proven: null,
  text,
  ...parts,
});
/** With our word and in Sent, but in answer to nothing. */
const write = (text: string, parts: Partial<Letter> = {}) => here.deliver(ana, toSelf(text, parts), "sent");
/** In answer to a digest. */
const tell = async (text: string, parts: Partial<Letter> = {}) =>
  write(text, { subject: "Re: Afterword", answers: await answerable(here, ana), ...parts });
const pausedUntil = async (): Promise<string | null> =>
  (
    await here.query(
      "select to_char(paused_until at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS\"Z\"') as at from person",
    )
  )[0]?.at ?? null;
const state = async () =>
  (await here.query("select state from candidacy order by number")).map((row) => row.state);
/** The short mails that lie in the outbox, as their reader sees them. */
const answers = async (): Promise<{ subject: string; text: string; messageId: string }[]> => {
  const rows = await here.query(
    "select rfc822, message_id from outbox where purpose = 'self' and message_id like 'note.%' order by progressed_at",
  );
  return Promise.all(
    rows.map(async (row) => {
      const { message } = await here.app.mime.read(row.rfc822, {
        internalDate: here.app.clock.now(),
        authservId: null,
      });
      return { subject: message.subject, text: message.text, messageId: row.message_id };
    }),
  );
};
const doubts = async () =>
  (await here.journal(ana)).filter(({ type }) => type === "reply_doubt").map(({ says }) => says);

describe("a command acts with both proofs and never with one (R29, docs/decisions/0008)", () => {
  const words = ["the word in the subject", "no word"] as const;
  const senders = [
    "in Sent",
    "signed, answering a short mail of ours",
    "signed",
    "signed by another domain",
    "unsigned",
  ] as const;
  const cells = words.flatMap((word) => senders.map((sender) => ({ word, sender })));

  test.each(cells)("$word, $sender", async ({ word, sender }) => {
    await write("help");
    const [note] = await answers();
    const answersUs = sender === "signed, answering a short mail of ours";
    await here.deliver(
      ana,
      toSelf("pause 2w", {
        subject:
          word === "no word" ? "Thoughts" : answersUs ? "Re: Afterword: what you can say" : "Afterword",
        ...(answersUs && note && { answers: note.messageId }),
        ...(sender === "signed by another domain" && {
          signed: here.signer("elsewhere.example"),
          proven: "elsewhere.example",
        }),
        ...((answersUs || sender === "signed") && { signed: here.signer("reyes.example") }),
      }),
      sender === "in Sent" ? "sent" : "inbox",
    );
    const acts = word === "the word in the subject" && answersUs;
    expect(await pausedUntil()).toBe(acts ? "2026-06-04T23:00:00Z" : null);
  });

  test("a forgery that lies in the inbox alone does nothing and is told", async () => {
    await here.deliver(ana, toSelf("pause 2w"));
    expect(await pausedUntil()).toBeNull();
    here.at("2026-05-23T07:30");
    expect((await here.digest(ana))?.text).toContain("lies in the inbox but not in Sent");
  });

  test("our word in a mail in Sent proves nothing (R32): it is asked back, and the same words in answer to that act", async () => {
    await write("pause 2w");
    expect(await pausedUntil()).toBeNull();
    const [note] = await answers();
    expect(note?.text).toContain("your mail answered none of mine");
    if (!note) return;
    await write("pause 2w", {
      subject: `Re: ${note.subject}`,
      answers: note.messageId,
      id: "again@reyes.example",
    });
    expect(await pausedUntil()).not.toBeNull();
  });

  test("the copy in the inbox waits for the one in Sent", async () => {
    const parts = {
      id: "command-1@reyes.example",
      subject: "Re: Afterword",
      answers: await answerable(here, ana),
    };
    await here.deliver(ana, toSelf("pause 2w", parts));
    expect(await pausedUntil()).toBeNull();
    await write("pause 2w", parts);
    expect(await pausedUntil()).not.toBeNull();
    here.at("2026-05-23T07:30");
    expect((await here.digest(ana))?.text ?? "").not.toContain("lies in the inbox");
  });

  test("somebody else's mail with our word is a mail as any other", async () => {
    await here.deliver(ana, {
      from: "Max <max@elsewhere.example>",
      subject: "Afterword",
      text: "let Fairholm go",
    });
    expect(await state()).toEqual(["awaiting_decision"]);
  });

  test("the journal keeps both proofs", async () => {
    await tell("pause 2w");
    const row = (await here.journal(ana)).find(({ type }) => type === "paused");
    expect(row?.data?.proof).toMatchObject({ by: "reply", token: "references", sender: "sent_folder" });
  });
});

describe("nothing happens", () => {
  test.each([
    ["on an automatic reply", { headers: ["Auto-Submitted: auto-replied"] }],
    ["on mail of a list", { headers: ["List-Id: <afterword.list.example>"] }],
    ["on a mail that went to others too", { to: "ana@reyes.example, Max <max@elsewhere.example>" }],
    ["on a copy to somebody", { headers: ["Cc: Max <max@elsewhere.example>"] }],
    ["on an answer to a mail that is not ours", { subject: "Re: Afterword" }],
    ["on a note to oneself", { subject: "Afterword of the book", text: "The last chapter needs work." }],
    ["on an empty mail", { text: "" }],
    ["on thanks", { text: "Thanks!\nAna" }],
  ] satisfies [string, Partial<Letter>][])("%s, even from Sent", async (_, parts) => {
    await write("pause 2w", parts);
    expect(await pausedUntil()).toBeNull();
    expect(await answers()).toEqual([]);
    expect(await doubts()).toEqual([]);
  });

  test("beside a line of prose, and it is asked back", async () => {
    await write("pause 2w\nI am so tired of all this");
    expect(await pausedUntil()).toBeNull();
    const [note] = await answers();
    expect(note?.text).toContain("“I am so tired of all this”".replace(/[“”]/g, '"'));
    expect(note?.text).toContain('"pause 2w" or "pause until Monday"');
  });

  test("on a mail that is more than seven days old, which is told", async () => {
    const { source, ...rest } = await here.fetched(ana, toSelf("pause 2w"), "sent");
    here.at("2026-05-30T10:00");
    await receiveMessage(here.app, ana.account, { ...rest, source });
    expect(await pausedUntil()).toBeNull();
    expect((await answers())[0]?.text).toContain("more than seven days ago");
  });
});

test("one command that arrives three times acts once and is answered once", async () => {
  const mail = {
    id: "command-1@reyes.example",
    subject: "Re: Afterword",
    answers: await answerable(here, ana),
  };
  await write("note Fairholm: they bake at night", mail);
  await write("note Fairholm: they bake at night", mail);
  await here.deliver(
    ana,
    toSelf("note Fairholm: they bake at night", { ...mail, signed: here.signer("reyes.example") }),
  );
  expect(await here.query("select says, by from occasion")).toEqual([
    { says: "they bake at night", by: "person" },
  ]);
  expect(await answers()).toHaveLength(1);
});

test("the subject may hold the command", async () => {
  await write("", { subject: "Afterword: status" });
  expect((await answers())[0]?.text).toContain("YOU WAIT FOR THEM");
});

describe("an answer to a digest", () => {
  const reply = async (text: string, parts: Partial<Letter> = {}) => {
    const digest = await digestOf(here, ana, "now");
    await write(text, { subject: `Re: ${digest.subject}`, answers: digest.messageId, ...parts });
    return digest;
  };
  const approved = async () =>
    (await here.query("select state from outbox where purpose = 'draft'")).map((row) => row.state);

  test("may hold commands beside its decisions", async () => {
    await reply("1 ok\nnote Fairholm: they bake at night");
    expect(await approved()).toEqual(["queued"]);
    expect(await here.query("select says from occasion")).toHaveLength(1);
    expect((await answers())[0]?.text).toContain("Noted for Fairholm Bakery, Office Manager.");
  });

  test("names a candidacy by the number of its line", async () => {
    await reply("let 1 go");
    expect(await state()).toEqual(["closed"]);
  });

  test("does nothing with a command beside prose, and approves nothing there, for it may be meant for either", async () => {
    await reply("1 ok\nI met their baker\nlet Fairholm go");
    expect(await state()).toEqual(["awaiting_decision"]);
    expect(await approved()).toEqual([]);
    expect((await answers())[0]?.text).toContain("I met their baker");
  });

  test("`stop` is asked back with the choices and holds the approvals back (POLICY 7.5)", async () => {
    await reply("1 ok\nstop");
    expect(await approved()).toEqual([]);
    expect((await answers())[0]?.text).toContain('"pause 2w" holds everything');
  });

  test("`pause 2w` with an approval beside it approves nothing and says so", async () => {
    await reply("pause 2w\n1 ok");
    expect(await pausedUntil()).not.toBeNull();
    expect(await approved()).toEqual([]);
    expect(await doubts()).toEqual([expect.stringContaining("You paused")]);
  });

  test("from somebody else acts in nothing", async () => {
    await here.deliver(ana, {
      from: "Max <max@elsewhere.example>",
      to: "ana@reyes.example",
      answers: (await digestOf(here, ana, "now")).messageId,
      text: "pause 2w",
    });
    expect(await pausedUntil()).toBeNull();
  });
});

describe("the short answer", () => {
  test("to `status` says what is awaited, what is ahead, what waits to leave, and when the next digest comes", async () => {
    await here.deliver(
      ana,
      invitation({
        from: "Kim Ode <kim@larkspur-books.example>",
        id: "invite-2@larkspur-books.example",
        subject: "Interview for Bookseller",
        text: "Dear Ana,\n\nWe would like to invite you to an interview for the position of Bookseller\nat Larkspur Books on Friday 29 May 2026 at 10:00.\n\nBest regards,\nKim Ode\nLarkspur Books",
        meeting: {
          uid: "talk-2@larkspur-books.example",
          summary: "Interview: Bookseller",
          organizer: "CN=Kim Ode:mailto:kim@larkspur-books.example",
          start: "20260529T100000",
          end: "20260529T104500",
        },
      }),
    );
    const digest = await digestOf(here, ana, "now");
    await write("1 ok", { answers: digest.messageId });
    await write("status");
    const text = (await answers()).at(-1)?.text ?? "";
    expect(text).toMatch(
      /YOU WAIT FOR THEM\n- Fairholm Bakery, Office Manager: .+\n- Larkspur Books, Bookseller: .*interview on Friday 29 May/,
    );
    expect(text).toMatch(/INTERVIEWS AHEAD\n- on Friday 29 May at 10:00: Larkspur Books, Bookseller/);
    expect(text).toMatch(
      /WAITING TO LEAVE\n- To .+@(?:fairholm-bakery|larkspur-books)\.example, on Friday 22 May at 10:0\d/,
    );
    expect(text).toContain("The next digest comes on Saturday 23 May at 07:30.");
  });

  test("to `status` during a pause says until when", async () => {
    await tell("pause 2w");
    await write("status");
    const text = (await answers()).at(-1)?.text ?? "";
    expect(text).toContain("Paused until Friday 5 June");
    expect(text).toContain("Fairholm Bakery, Office Manager: they decide");
  });

  test("comes twice a day at most, questions after interviews included; then the doubt stands in the next digest", async () => {
    await write("status", { id: "a@reyes.example" });
    await write("status", { id: "b@reyes.example" });
    await write("pause", { id: "c@reyes.example" });
    await write("status", { id: "d@reyes.example" });
    expect(await answers()).toHaveLength(2);
    here.at("2026-05-23T07:30");
    const digest = await digestOf(here, ana);
    expect(digest.text).toContain('"pause until 12 June"');
    expect(digest.text).toContain("this digest has to do");
    here.at("2026-05-23T10:00");
    await write("status", { id: "e@reyes.example" });
    expect(await answers()).toHaveLength(3);
  });

  test("is counted by the person's own day", async () => {
    await here.query("update person set zone = 'America/New_York'");
    here.at("2026-05-23T03:30");
    await write("status", { id: "a@reyes.example" });
    await write("status", { id: "b@reyes.example" });
    here.at("2026-05-23T04:30");
    await write("status", { id: "c@reyes.example" });
    expect(await answers()).toHaveLength(2);
    here.at("2026-05-23T05:30");
    await write("status", { id: "d@reyes.example" });
    expect(await answers()).toHaveLength(3);
  });

  test("is counted together with a question after an interview", async () => {
    await here.query("update person set preferences = '{}'");
    here.at("2026-05-22T11:00");
    await here.pass();
    expect((await here.journal(ana)).filter(({ type }) => type === "debrief")).toHaveLength(1);
    await write("status", { id: "a@reyes.example" });
    await write("status", { id: "b@reyes.example" });
    expect(await answers()).toHaveLength(1);
  });

  test("that comes back by an automatic answer, or with thanks, is not answered: no loop (R40)", async () => {
    await write("status");
    const [note] = await answers();
    if (!note) throw new Error("no answer");
    const back = { subject: `Re: ${note.subject}`, answers: note.messageId };
    const quoted = note.text.replaceAll(/^/gm, "> ");
    await write(`I am away until Monday and read no mail.\n\n${quoted}`, back);
    await write("Thank you", { ...back, id: "thanks@reyes.example" });
    await write("I am away.", { subject: `Re: ${note.subject}`, id: "away@reyes.example" });
    expect(await answers()).toHaveLength(1);
    await write("pause 2w", { ...back, id: "more@reyes.example" });
    expect(await answers()).toHaveLength(2);
    expect(await pausedUntil()).not.toBeNull();
  });

  test("is marked as automatic and taken for ours wherever it lies", async () => {
    await write("status");
    const [row] = await here.query("select rfc822 from outbox where message_id like 'note.%'");
    expect(row?.rfc822.toString()).toContain("Auto-Submitted: auto-generated");
    await here.deliver(ana, row?.rfc822, "inbox");
    await here.deliver(ana, row?.rfc822, "sent");
    expect(await answers()).toHaveLength(1);
  });
});
