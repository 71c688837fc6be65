import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { answerCommand } from "../../src/flows/answer-command.ts";
import { afterTalks, thankYouTo } from "../support/after-talks.ts";
import { digestOf, numberOf } from "../support/answering.ts";
import { answering, type ShortMail, shortMailsTo } from "../support/confirmations.ts";
import { invitation, type Letter } from "../support/letter.ts";
import { type Connected, type Made, openReceivingApp, type ReceivingApp } from "../support/receiving-app.ts";

let here: ReceivingApp;
let ana: Connected;
let digest: Made;

beforeAll(async () => {
  here = await openReceivingApp();
});
afterAll(() => here.close());

const kim = (day: string, start: string): Letter =>
  invitation({
    from: "Kim Ode <kim@larkspur-books.example>",
    id: "invite-2@larkspur-books.example",
    subject: "Interview for Bookseller",
    text: `Dear Ana,\n\nWe would like to invite you to an interview for the position of Bookseller\nat Larkspur Books on ${day} at 10:00.\n\nBest regards,\nKim Ode\nLarkspur Books`,
    meeting: {
      uid: "talk-2@larkspur-books.example",
      summary: "Interview: Bookseller",
      organizer: "CN=Kim Ode:mailto:kim@larkspur-books.example",
      start,
      end: start.replace("T100000", "T104500"),
    },
  });

beforeEach(async () => {
  ({ ana, digest } = await afterTalks(here, [invitation(), kim("Thursday 21 May 2026", "20260521T100000")], {
    debrief: false,
  }));
});

const n = (whom: "Jo Field" | "Kim Ode"): number => thankYouTo(digest, whom);
const say = (text: string, parts: Partial<Letter> & { quote?: string } = {}) =>
  here.deliver(ana, answering(ana, digest, text, parts), "sent");
const tell = (mail: ShortMail, text: string, parts: Partial<Letter> & { quote?: string } = {}) =>
  here.deliver(ana, answering(ana, mail, text, parts), "sent");
const latest = async (at = -1): Promise<ShortMail> => {
  const found = (await shortMailsTo(here, ana)).at(at);
  if (!found) throw new Error("no short mail was made");
  return found;
};
const approved = async () =>
  (
    await here.query("select envelope_to, state from outbox where purpose = 'draft' order by approved_at")
  ).map((row) => `${row.envelope_to} ${row.state}`);
const doubts = async () =>
  (await here.journal(ana)).filter(({ type }) => type === "reply_doubt").map(({ says }) => says);
/** Quotes a mail of ours with a word more in the draft to Jo. */
const edited = (text: string, word = "very") => text.replace(/(> Dear Jo,|> Hello Jo,)\n/, `$1 ${word}\n`);

describe("a confirmation", () => {
  test("says line by line what was done, until when it can be stopped, and what was not done and why", async () => {
    await say(`${n("Jo Field")} ok\n${n("Kim Ode")} skip\n9 ok`);
    const { subject, text } = await latest();
    expect(subject).toBe("Afterword: done");
    expect(text).toContain(
      `${n("Jo Field")}: the thank-you to Jo Field goes out today at 09:00; until then "undo ${n("Jo Field")}" stops it.`,
    );
    expect(text).toContain(
      `${n("Kim Ode")}: You skipped the thank-you.\n"undo ${n("Kim Ode")}" takes that back.`,
    );
    expect(text).toContain('Nothing was done about this:\n"9 ok": That digest had no number 9.');
    here.at("2026-05-23T07:30");
    expect((await here.digest(ana))?.text ?? "").not.toContain("no number 9");
  });

  test("that only confirms is the first short mail of the day; a doubt later on is told still, and a third thing by the next digest", async () => {
    await say(`${n("Jo Field")} ok`);
    await say(`undo ${n("Jo Field")}`);
    expect(await shortMailsTo(here, ana)).toHaveLength(1);
    await say("8 ok");
    expect(await shortMailsTo(here, ana)).toHaveLength(2);
    await say("9 ok");
    expect(await shortMailsTo(here, ana)).toHaveLength(2);
    here.at("2026-05-23T07:30");
    const next = (await digestOf(here, ana)).text;
    expect(next).toContain("no number 9");
    expect(next).not.toContain("no number 8");
  });

  test.each([
    ["one question after an interview may still come that day", 1, 1],
    ["two may, so that there would be no room", 2, 0],
  ])("when %s", async (_, talks, confirmations) => {
    await here.query("update person set preferences = '{}'");
    for (const hour of ["140000", "160000"].slice(0, talks))
      await here.query(
        `insert into interview (id, candidacy_id, starts_at, ends_at, zone, title, uid, sequence, cancelled)
         select gen_random_uuid(), candidacy_id, to_timestamp('20260522T' || $1, 'YYYYMMDD"T"HH24MISS'), to_timestamp('20260522T' || $1, 'YYYYMMDD"T"HH24MISS') + interval '45 minutes', zone, title, 'more-' || $1, 0, false from interview limit 1`,
        [hour],
      );
    await here.query(
      `insert into debrief (id, person_id, interview_id, candidacy_id, token, message_id, made_at)
       select gen_random_uuid(), $1, id, candidacy_id, id::text, id::text, now() from interview where uid not like 'more-%'`,
      [ana.personId],
    );
    await say(`${n("Jo Field")} ok`);
    expect(await approved()).toHaveLength(1);
    expect(await shortMailsTo(here, ana)).toHaveLength(confirmations);
  });

  test("is not sent to those who want doubts alone (the setting `confirm`)", async () => {
    await here.query(`update person set preferences = '{"debrief": false, "confirm": "doubts"}'`);
    await say(`${n("Jo Field")} ok`);
    expect(await shortMailsTo(here, ana)).toEqual([]);
    await say(`${n("Kim Ode")} ok\n9 ok`);
    expect((await latest()).text).toContain("no number 9");
  });

  test("and what a command beside it came to are one mail", async () => {
    await say(`${n("Jo Field")} ok\nnote Fairholm: they bake at night`);
    expect(await shortMailsTo(here, ana)).toHaveLength(1);
    expect((await latest()).text).toMatch(
      /Noted for Fairholm Bakery[\s\S]*the thank-you to Jo Field goes out/,
    );
  });
});

describe("`undo`, as a confirmation offers it, takes back just what it says", () => {
  test("a no to the question for an occasion, and nothing that happened to the candidacy before", async () => {
    await here.query("update candidacy set state = 'keeping_in_touch', state_before = 'awaiting_decision'");
    await here.query("update interview set cancelled = true");
    here.at("2026-07-15T07:30");
    await here.query("update candidacy set next_due_at = '2026-07-01'");
    await here.pass();
    digest = await digestOf(here, ana);
    here.at("2026-07-15T08:00");
    const asked = numberOf(digest, /Keeping in touch with Fairholm Bakery/);
    const states = async () => (await here.query("select state from candidacy")).map(({ state }) => state);
    await say(`${asked} no`);
    expect((await latest()).text).toContain(`"undo ${asked}" takes that back.`);
    const skipped = "select status from follow_up where kind = 'keep_in_touch' and status = 'skipped'";
    expect(await here.query(skipped)).toHaveLength(1);
    await tell(await latest(), `undo ${asked}`);
    expect(await here.query(skipped)).toEqual([]);
    expect(await states()).toEqual(["keeping_in_touch", "keeping_in_touch"]);
    here.at("2026-07-16T07:30");
    expect((await digestOf(here, ana)).text).toContain("Keeping in touch with Fairholm Bakery");
  });

  test("it stops an approved mail whatever was said there since, and is offered for nothing else", async () => {
    await say(`${n("Jo Field")} ok`);
    await say(`${n("Jo Field")} every 10 days\n9 ok`, { id: "rhythm@reyes.example" });
    expect((await latest()).text).toContain("working days between two mails");
    expect((await latest()).text).not.toContain("takes that back");
    await say(`undo ${n("Jo Field")}`, { id: "stop@reyes.example" });
    expect(await approved()).toEqual(["jo.field@fairholm-bakery.example cancelled"]);
  });
});

test("of answers that are taken in at one moment two get a short mail that day, not more", async () => {
  const nothing = { done: [], doubts: ["Which one?"], wants: new Set<"status" | "help">() };
  const once = () =>
    here.app.store.transaction(async (tx) => {
      const person = await tx.people.get(ana.personId);
      const [mailbox] = await tx.mailboxes.ofPerson(person.id);
      if (!mailbox) throw new Error("no mailbox");
      return answerCommand(tx, here.app, { person, mailbox }, nothing);
    });
  const made = await Promise.all([once(), once(), once(), once()]);
  expect(made.flat()).toHaveLength(2);
  expect(await shortMailsTo(here, ana)).toHaveLength(2);
});

describe("`undo` a second time says that there is nothing more to take back, and moves no candidacy", () => {
  const standing = async () => await here.query("select employer, state from candidacy order by employer");

  test.each([
    ["an approval", "ok"],
    ["a skip", "skip"],
    ["a delay", "later"],
    ["a close", "close"],
  ])("after %s of the draft", async (_, word) => {
    const before = await standing();
    await here.query('update person set preferences = preferences || \'{"confirm": "doubts"}\'');
    await say(`${n("Jo Field")} ${word}`, { id: "first@reyes.example" });
    await say(`undo ${n("Jo Field")}`, { id: "second@reyes.example" });
    expect(await doubts()).toEqual([]);
    await say(`undo ${n("Jo Field")}`, { id: "third@reyes.example" });
    const nothing = `${n("Jo Field")}: There is nothing more to take back for ${n("Jo Field")} of that digest.`;
    expect(await doubts()).toEqual([nothing]);
    expect(await standing()).toEqual(before);
  });

  test("nor does a first one where nothing was decided about the draft", async () => {
    const before = await standing();
    await say(`undo ${n("Jo Field")}`);
    expect(await doubts()).toHaveLength(1);
    expect(await standing()).toEqual(before);
  });
});

describe("where two short mails went out already that day, a text of the person's own", () => {
  beforeEach(async () => {
    await say("8 ok");
    await say("9 ok", { id: "nine@reyes.example" });
  });
  const own = "Hi Jo,\n\nThank you for the rye and the talk.\n\nAna";

  test.each(["before it was approved", "after the draft was approved"])(
    "%s, leaves only after the next digest has shown it in full (POLICY 7.3)",
    async (when) => {
      if (when.startsWith("after")) await say(`${n("Jo Field")} ok`, { id: "first@reyes.example" });
      await say(`${n("Jo Field")} send: ${own}`, { quote: "" });
      expect(await shortMailsTo(here, ana)).toHaveLength(2);
      expect((await approved()).filter((one) => !one.endsWith("cancelled"))).toEqual([]);
      here.at("2026-05-23T07:30");
      digest = await digestOf(here, ana);
      expect(digest.text).toContain("Your own text for the mail to Jo Field waits for your yes");
      expect(digest.text).toContain("> Thank you for the rye and the talk.");
      await say(`${n("Jo Field")} ok`, { id: "yes@reyes.example" });
      const [row] = await here.query(
        "select rfc822 from outbox where purpose = 'draft' and state = 'queued' and envelope_to like 'jo%'",
      );
      expect(row.rfc822.toString()).toContain("Thank you for the rye and the talk.");
    },
  );
});

describe("a confirmation is answered like the digest that it is about", () => {
  test("`undo 1` stops what it confirmed, and the other lines stand for what the digest showed", async () => {
    await say(`${n("Jo Field")} ok`);
    const first = await latest();
    await tell(first, `undo ${n("Jo Field")}\n${n("Kim Ode")} ok`);
    expect(await approved()).toEqual([
      "jo.field@fairholm-bakery.example cancelled",
      "kim@larkspur-books.example queued",
    ]);
    const row = (await here.journal(ana)).findLast(({ type }) => type === "approved");
    expect(row?.data?.proof).toMatchObject({
      by: "reply",
      confirmationId: expect.any(String),
      digestId: expect.any(String),
      sender: "sent_folder",
    });
  });

  const tokens = ["ok", "old", "none", "another person's"] as const;
  const senders = [
    "in Sent",
    "signed by the person's domain",
    "signed by another domain",
    "unsigned",
  ] as const;
  const cells = tokens.flatMap((token) => senders.map((sender) => ({ token, sender })));

  test.each(cells)("token $token, sender $sender (R29)", async ({ token, sender }) => {
    await say(`${n("Jo Field")} ok`);
    const { answers, ...mail } = answering(ana, await latest(), `${n("Kim Ode")} ok`);
    if (token === "old") here.at("2026-05-29T07:46");
    if (token === "another person's") {
      const bo = await here.connect({ name: "Bo Lund", address: "bo@lund.example" });
      await here.query("update confirmation set person_id = $1", [bo.personId]);
      await here.query("update digest set person_id = $1", [bo.personId]);
    }
    await here.deliver(
      ana,
      {
        ...mail,
        ...(token !== "none" && answers && { answers }),
        ...(sender === "signed by the person's domain" && { signed: here.signer("reyes.example") }),
        ...(sender === "signed by another domain" && {
          signed: here.signer("elsewhere.example"),
          proven: "elsewhere.example",
        }),
      },
      sender === "in Sent" ? "sent" : "inbox",
    );
    const acts = token === "ok" && (sender === "in Sent" || sender === "signed by the person's domain");
    expect((await approved()).filter((one) => one.startsWith("kim"))).toHaveLength(acts ? 1 : 0);
  });

  test("seven days count from the mail that is answered", async () => {
    await say(`${n("Jo Field")} ok`);
    here.at("2026-05-29T07:44");
    await tell(await latest(), `${n("Jo Field")} undo`);
    expect(await approved()).toEqual(["jo.field@fairholm-bakery.example cancelled"]);
  });

  test("an outsider with its token is refused, and the next digest says so", async () => {
    await say(`${n("Jo Field")} ok`);
    await here.deliver(
      ana,
      answering(ana, await latest(), `${n("Kim Ode")} ok`, {
        from: "Max <max@elsewhere.example>",
        proven: "elsewhere.example",
        to: "ana@reyes.example",
      }),
    );
    expect(await approved()).toHaveLength(1);
    here.at("2026-05-23T07:30");
    expect((await digestOf(here, ana)).text).toContain("max@elsewhere.example answered a mail of mine");
  });

  test.each([
    ["an automatic reply", { headers: ["Auto-Submitted: auto-replied"] }],
    ["an answer that others got as well", { headers: ["Cc: Max <max@elsewhere.example>"] }],
    ["a forwarded one", { to: "Max <max@elsewhere.example>" }],
  ])("%s does nothing (R36, R40)", async (_, parts) => {
    await say(`${n("Jo Field")} ok`);
    await tell(await latest(), `${n("Kim Ode")} ok`, parts);
    expect(await approved()).toHaveLength(1);
    expect(await shortMailsTo(here, ana)).toHaveLength(1);
  });

  test("the same answer three times acts once", async () => {
    await say(`${n("Jo Field")} ok`);
    const mail = answering(ana, await latest(), `undo ${n("Jo Field")}`, { id: "again@reyes.example" });
    for (const folder of ["sent", "sent", "inbox"] as const) await here.deliver(ana, mail, folder);
    expect((await here.journal(ana)).filter(({ type }) => type === "undone")).toHaveLength(1);
    expect(await doubts()).toEqual([]);
  });

  test("commands in it keep working (docs/decisions/0008)", async () => {
    await say(`${n("Jo Field")} ok`);
    await tell(await latest(), "pause 2w");
    expect((await here.query("select paused_until from person"))[0].paused_until).not.toBeNull();
  });

  test.each(["ok", "Thanks!", "yes", "👍", "Great, thank you"])(
    "`%s` is thanks for it: nothing is approved, and nothing is asked back",
    async (words) => {
      await say(`${n("Jo Field")} later`);
      await here.query("delete from digest_item where n > 1");
      await tell(await latest(), words);
      expect(await approved()).toEqual([]);
      expect(await doubts()).toEqual([]);
    },
  );

  test("`ok` to a doubt is asked back, and so is `all ok`: it may mean what the digest showed", async () => {
    await say(`${n("Jo Field")} ok or not`);
    await tell(await latest(), "ok");
    await tell(await latest(), "all ok", { id: "all@reyes.example" });
    expect(await approved()).toEqual([]);
    expect(await doubts()).toEqual([
      expect.stringContaining("ok or not"),
      '"ok": Which numbers are meant? I did nothing about that.',
      '"all ok": Which numbers are meant? I did nothing about that.',
    ]);
  });

  test("after they wrote, an approval by it is refused as one of the digest's would be (R14)", async () => {
    await say(`${n("Jo Field")} ok`);
    const first = await latest();
    await here.deliver(ana, {
      from: "Kim Ode <kim@larkspur-books.example>",
      subject: "Re: Interview for Bookseller",
      answers: "invite-2@larkspur-books.example",
      text: "Dear Ana,\n\nIt was lovely to meet you. We will decide by Friday 29 May 2026.\n\nKim Ode",
    });
    await tell(first, `${n("Kim Ode")} ok`);
    expect(await approved()).toEqual(["jo.field@fairholm-bakery.example queued"]);
    expect(await doubts()).toEqual([expect.stringMatching(/has changed since/)]);
  });
});

describe("`why`", () => {
  test("tells in a few lines what is awaited and what proves it, and changes nothing", async () => {
    await say(`why ${n("Jo Field")}`);
    const { subject, text } = await latest();
    expect(subject).toBe("Afterword: about your mails");
    expect(text).toMatch(new RegExp(`${n("Jo Field")}, Fairholm Bakery: A thank-you to Jo Field is due`));
    expect(text).toContain("The interview on Thursday 21 May has ended.");
    expect(text).toMatch(/- Monday 18 May: .+ “.+”/);
    expect(text).not.toContain("Larkspur");
    expect(await approved()).toEqual([]);
    await tell(await latest(), `${n("Jo Field")} ok`);
    expect(await approved()).toHaveLength(1);
  });

  test("where no short mail may go out any more is put off to the next digest in words", async () => {
    await say("8 ok");
    await say("9 ok");
    await say(`why ${n("Jo Field")}`);
    expect(await shortMailsTo(here, ana)).toHaveLength(2);
    here.at("2026-05-23T07:30");
    expect((await digestOf(here, ana)).text).toContain(`You asked why about ${n("Jo Field")}.`);
  });
});

describe("a draft that a confirmation shows in full is approved by its number there, and only as it was shown (R12)", () => {
  test.each(["its number and ok", "ok alone, where it is the only line"])("by %s", async (how) => {
    await say("", { quote: edited(digest.text) });
    const shown = await latest();
    expect(shown.text).toMatch(/Jo, very\n>\n/);
    const alone = how.startsWith("ok");
    if (alone) await here.query("delete from digest_item where n <> $1", [n("Jo Field")]);
    await tell(shown, alone ? "ok" : `${n("Jo Field")} ok`);
    expect(await approved()).toEqual(["jo.field@fairholm-bakery.example queued"]);
    const [row] = await here.query("select rfc822 from outbox where purpose = 'draft'");
    expect(row.rfc822.toString()).toContain("Jo, very");
  });

  test("an approval of older words brings the newest ones back in full, to be approved as they are now (POLICY 7.6)", async () => {
    await say("", { quote: edited(digest.text) });
    await say(`${n("Jo Field")} ok`, { quote: "" });
    expect(await approved()).toEqual([]);
    const again = await latest();
    expect(again.text).toMatch(/has changed since it was shown[\s\S]*Jo, very\n>\n/);
    await tell(again, `${n("Jo Field")} ok`);
    expect(await approved()).toHaveLength(1);
  });

  test.each([
    ["during a pause", `update person set paused_until = '2026-06-20'`],
    ["where no more mails are wanted", "update candidacy set no_more = true"],
    ["to an address that cannot be written to", `update draft set to_name = 'boss@elsewhere.example'`],
    ["after it went stale", "update follow_up set stale_at = '2026-05-22T06:40:00Z'"],
  ])("no text is shown for approval %s: an approval would be refused", async (_, change) => {
    await say("", { quote: edited(digest.text) });
    const [before] = [await shortMailsTo(here, ana)];
    await here.query(change);
    await say(`${n("Jo Field")} ok`, { quote: "" });
    expect(await approved()).toEqual([]);
    const after = (await shortMailsTo(here, ana)).slice(before.length);
    expect(after).toHaveLength(1);
    expect(after[0]?.text).not.toContain("to send it");
  });

  test("not when it has changed again since, and not by an answer to the digest", async () => {
    await say("", { quote: edited(digest.text) });
    const first = await latest();
    await tell(first, "", { quote: first.text.replace("Jo, very\n", "Jo, very much\n") });
    const second = await latest();
    expect(second.messageId).not.toBe(first.messageId);
    await tell(first, `${n("Jo Field")} ok`, { id: "late-1@reyes.example" });
    await say(`${n("Jo Field")} ok`, { id: "late-2@reyes.example" });
    expect(await approved()).toEqual([]);
    await tell(second, `${n("Jo Field")} ok`, { id: "late-3@reyes.example" });
    expect(await approved()).toHaveLength(1);
  });

  test("an answer that decides about another line keeps it so in the next confirmation", async () => {
    await say("", { quote: edited(digest.text) });
    await tell(await latest(), `${n("Kim Ode")} ok\n9 ok`);
    await tell(await latest(), `${n("Jo Field")} ok`);
    const [row] = await here.query(
      "select rfc822 from outbox where purpose = 'draft' and envelope_to like 'jo%'",
    );
    expect(row.rfc822.toString()).toContain("Jo, very");
  });
});
