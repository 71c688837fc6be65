import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { afterTalks } from "../support/after-talks.ts";
import { shortMailsTo } from "../support/confirmations.ts";
import { invitation, type Letter } from "../support/letter.ts";
import { type Connected, type Made, openReceivingApp, type ReceivingApp } from "../support/receiving-app.ts";

let here: ReceivingApp;
let ana: Connected;
let digest: Made;

beforeAll(async () => {
  here = await openReceivingApp();
});
afterAll(() => here.close());

beforeEach(async () => {
  ({ ana, digest } = await afterTalks(here, [invitation()], { debrief: true }));
});

const reply = (text: string, parts: Partial<Letter> = {}): Letter => ({
  from: "Ana Reyes <ana@reyes.example>",
  to: "Afterword <ana@reyes.example>",
  subject: `Re: ${digest.subject}`,
  answers: digest.messageId,
  proven: null,
  text: `${text}\n\nOn Fri, 22 May 2026 at 07:30, Afterword <ana@reyes.example> wrote:\n${digest.text.replaceAll(/^/gm, "> ")}`,
  ...parts,
});
const approved = async () =>
  (await here.query("select envelope_to from outbox where purpose = 'draft'")).map((row) => row.envelope_to);
const status = async () =>
  (await here.query("select status from follow_up where kind = 'thank_you'")).map((row) => row.status);
const told = async () =>
  (await here.journal(ana))
    .filter(({ type }) => type === "reply_doubt" || type === "reply_refused")
    .map(({ says }) => says);

test("the digest offers the thank-you, and `1 ok` from Sent approves it for the working hours of that day", async () => {
  expect(digest.text).toContain("jo.field@fairholm-bakery.example");
  await here.deliver(ana, reply("1 ok"), "sent");
  expect(await approved()).toEqual(["jo.field@fairholm-bakery.example"]);
  expect(await status()).toEqual(["approved"]);
  expect(here.reminders.at(-1)?.reminder.queue).toBe("outbox");
  expect(here.reminders.at(-1)?.at.toString()).toMatch(/^2026-05-22T08:0/);
  const [row] = (await here.journal(ana)).filter(({ type }) => type === "approved");
  expect(row?.data?.proof).toMatchObject({ by: "reply", token: "references", sender: "sent_folder" });
});

describe("an answer acts with both proofs and never with one (R29)", () => {
  const tokens = ["ok", "old", "none", "another person's"] as const;
  const senders = [
    "in Sent",
    "signed by the person's domain",
    "signed by another domain",
    "unsigned",
  ] as const;
  const cells = tokens.flatMap((token) => senders.map((sender) => ({ token, sender })));

  test.each(cells)("token $token, sender $sender", async ({ token, sender }) => {
    let answers: string | undefined = digest.messageId;
    if (token === "old") here.at("2026-05-29T07:31");
    if (token === "none") answers = undefined;
    if (token === "another person's") {
      const bo = await here.connect({ name: "Bo Lund", address: "bo@lund.example" });
      await here.deliver(
        bo,
        invitation({ to: "Bo Lund <bo@lund.example>", meeting: { uid: "talk-bo@fairholm-bakery.example" } }),
      );
      const theirs = await here.query(
        `insert into digest (id, person_id, local_date, token, message_id, mailed, seen, made_at)
         values (gen_random_uuid(), $1, '2026-05-22', 'b-0123456789abcdef0123', 'digest.b-0123456789abcdef0123@lund.example', true, pg_current_snapshot(), $2) returning message_id`,
        [bo.personId, here.app.clock.now().toString()],
      );
      answers = theirs[0].message_id;
    }
    const { answers: _digest, ...rest } = reply("1 ok");
    await here.deliver(
      ana,
      {
        ...rest,
        ...(answers && { answers }),
        ...(sender === "signed by the person's domain" && { signed: here.signer("reyes.example") }),
        ...(sender === "signed by another domain" && {
          signed: here.signer("elsewhere.example"),
          proven: "elsewhere.example",
        }),
      },
      sender === "in Sent" ? "sent" : "inbox",
    );
    const acts = token === "ok" && (sender === "in Sent" || sender === "signed by the person's domain");
    expect(await approved()).toHaveLength(acts ? 1 : 0);
    expect(await status()).toEqual([acts ? "approved" : "offered"]);
  });

  test("an outsider with all the tokens is refused, and the next digest says so", async () => {
    await here.deliver(
      ana,
      reply("1 ok", {
        from: "Max <max@elsewhere.example>",
        proven: "elsewhere.example",
        to: "ana@reyes.example",
      }),
    );
    expect(await approved()).toEqual([]);
    here.at("2026-05-23T07:30");
    expect((await here.digest(ana))?.text).toContain(
      "max@elsewhere.example answered a mail of mine that was meant for you alone",
    );
  });

  test("a signed answer of Bo to Ana's digest is refused", async () => {
    const signed = here.signer("lund.example");
    await here.deliver(
      ana,
      reply("1 ok", { from: "Bo Lund <bo@lund.example>", signed, proven: "lund.example" }),
    );
    expect(await approved()).toEqual([]);
    expect(await told()).toHaveLength(1);
  });

  test("the tag of a mailto link and a plus-address name the digest as well", async () => {
    const { answers: _digest, ...rest } = reply("1 ok", {
      subject: `Afterword [aw-${digest.token}]`,
      text: "1 ok",
    });
    await here.deliver(ana, rest, "sent");
    expect(await approved()).toHaveLength(1);
    const other = reply("undo 1", {
      to: `ana+aw-${digest.token}@reyes.example`,
      subject: "Re: digest",
      text: "undo 1",
    });
    const { answers: _again, ...plus } = other;
    await here.deliver(ana, plus, "sent");
    expect(await status()).toEqual(["offered"]);
  });
});

test("one answer that arrives three times, in Sent and in the inbox, acts once", async () => {
  const mail = reply("1 ok", { id: "answer-1@reyes.example", signed: here.signer("reyes.example") });
  await here.deliver(ana, mail);
  await here.deliver(ana, mail, "sent");
  await here.deliver(ana, reply("1 skip", { id: "answer-1@reyes.example" }), "sent");
  expect(await approved()).toHaveLength(1);
  expect(await status()).toEqual(["approved"]);
  expect(await told()).toEqual([]);
});

test("an approval of a draft before which the employer has written is refused and told at once, and the next digest shows what is due then", async () => {
  await here.deliver(ana, {
    from: "Jo Field <jo.field@fairholm-bakery.example>",
    subject: "Re: Interview for Office Manager",
    answers: "invite-1@fairholm-bakery.example",
    text: "Dear Ana,\n\nIt was lovely to meet you. We will decide by Friday 29 May 2026.\n\nJo Field",
  });
  await here.deliver(ana, reply("1 ok"), "sent");
  expect(await approved()).toEqual([]);
  expect(await told()).toEqual([
    expect.stringMatching(/^1: The thread has changed since|^1: That draft has changed/),
  ]);
  const [note] = await shortMailsTo(here, ana);
  expect(note?.text).toContain("changed since");
  here.at("2026-05-23T07:30");
  const next = await here.digest(ana);
  expect(next?.text).not.toContain("changed since");
  expect(next?.text).toContain("thank");
});

describe("nothing happens", () => {
  test.each([
    ["an automatic reply with digits in it", ["Auto-Submitted: auto-replied"]],
    ["mail of a list", ["List-Id: <digest.list.example>"]],
    ["bulk mail", ["Precedence: bulk"]],
  ])("on %s, even with both proofs", async (_, headers) => {
    await here.deliver(ana, reply("1 ok", { headers }), "sent");
    expect(await approved()).toEqual([]);
    expect(await told()).toEqual([]);
  });

  test("on a digest that is forwarded to somebody with `ok` above it", async () => {
    await here.deliver(ana, reply("1 ok", { to: "Max <max@elsewhere.example>" }), "sent");
    expect(await approved()).toEqual([]);
    expect(await told()).toEqual([]);
  });

  test("on an answer that others have got as well, and the person is told", async () => {
    await here.deliver(ana, reply("1 ok", { to: "ana@reyes.example, Max <max@elsewhere.example>" }), "sent");
    await here.deliver(ana, reply("1 ok", { headers: ["Cc: Max <max@elsewhere.example>"] }), "sent");
    expect(await approved()).toEqual([]);
    expect(await told()).toHaveLength(2);
  });

  test("on thanks and chat", async () => {
    await here.deliver(ana, reply("Thanks!"), "sent");
    expect(await approved()).toEqual([]);
    expect(await told()).toEqual([]);
  });

  test("on the copy of a forgery that lies in the inbox alone", async () => {
    await here.deliver(ana, reply("1 ok"));
    expect(await approved()).toEqual([]);
  });
});

test("an answer acts for seven days and is told as too late after that", async () => {
  here.at("2026-05-29T07:30");
  await here.deliver(ana, reply("1 skip"), "sent");
  expect(await status()).toEqual(["skipped"]);
  here.at("2026-05-29T07:31");
  await here.deliver(ana, reply("undo 1"), "sent");
  expect(await status()).toEqual(["skipped"]);
  expect(await told()).toEqual([expect.stringContaining("more than seven days later")]);
});

test("clear parts act and doubtful ones are told at once, and not again in the next digest", async () => {
  await here.deliver(ana, reply("1 ok\n7 skip"), "sent");
  expect(await approved()).toHaveLength(1);
  expect((await shortMailsTo(here, ana))[0]?.text).toContain("That digest had no number 7.");
  expect(await told()).toHaveLength(1);
  here.at("2026-05-23T07:30");
  expect((await here.digest(ana))?.text ?? "").not.toContain("no number 7");
});

test("`1 ok` and `2 skip` in one answer decide both", async () => {
  await here.deliver(
    ana,
    invitation({
      from: "Kim Ode <kim@larkspur-books.example>",
      id: "invite-2@larkspur-books.example",
      subject: "Interview for Bookseller",
      text: "Dear Ana,\n\nWe would like to invite you to an interview for the position of Bookseller\nat Larkspur Books on Friday 22 May 2026 at 10:00. It takes 45 minutes.\n\nBest regards,\nKim Ode\nLarkspur Books",
      meeting: {
        uid: "talk-2@larkspur-books.example",
        summary: "Interview: Bookseller",
        organizer: "CN=Kim Ode:mailto:kim@larkspur-books.example",
        start: "20260522T100000",
        end: "20260522T104500",
      },
    }),
  );
  here.at("2026-05-22T11:30");
  await here.pass();
  here.at("2026-05-23T07:30");
  const made = await here.digest(ana);
  if (!made) throw new Error("no digest");
  digest = made;
  expect(digest.subject).toContain("2 to approve");
  await here.deliver(ana, reply("1 ok\n2 skip"), "sent");
  expect(
    (await here.query("select status from follow_up where kind = 'thank_you' order by status")).map(
      (row) => row.status,
    ),
  ).toEqual(["approved", "skipped"]);
  expect(await approved()).toHaveLength(1);
});

test("`skip` after `ok` stops the mail while it has not left", async () => {
  await here.deliver(ana, reply("1 ok"), "sent");
  await here.deliver(ana, reply("1 skip"), "sent");
  expect(await status()).toEqual(["skipped"]);
  expect(await here.query("select state from outbox where purpose = 'draft'")).toEqual([
    { state: "cancelled" },
  ]);
  expect(await told()).toEqual([]);
});

test("a person whose own address has a plus in it is answered to as any other", async () => {
  const bo = await here.connect({ name: "Bo Lund", address: "bo+jobs@lund.example" });
  here.at("2026-05-22T08:00");
  await here.deliver(bo, invitation({ to: "Bo Lund <bo+jobs@lund.example>", subject: "Interview" }));
  await here.app.store.transaction((tx) => tx.mailboxes.setTrouble(bo.mailboxId, "The server is away."));
  await here.digest(bo, "now");
  const [made] = await here.query("select message_id from digest where person_id = $1", [bo.personId]);
  await here.deliver(
    bo,
    {
      from: "Bo Lund <bo+jobs@lund.example>",
      to: "Afterword <bo+jobs@lund.example>",
      subject: "Re: digest",
      answers: made?.message_id,
      text: "99 ok",
    },
    "sent",
  );
  expect((await here.journal(bo)).filter(({ type }) => type === "reply_doubt")).toHaveLength(1);
  expect((await here.journal(bo)).filter(({ type }) => type === "by_hand")).toHaveLength(0);
});

test("`1 close` closes the candidacy on the person's word, along the same table as every other move", async () => {
  await here.deliver(ana, reply("1 close"), "sent");
  expect(await here.query("select state, close_reason, state_before from candidacy")).toEqual([
    { state: "closed", close_reason: "withdrawn", state_before: "awaiting_decision" },
  ]);
  const moved = (await here.journal(ana)).findLast(({ type }) => type === "moved");
  expect(moved?.data).toMatchObject({ event: "closed_by_person", proof: { by: "reply" } });
});

test("`1 close` of what is signed is refused by the table and told", async () => {
  await here.query("update candidacy set state = 'signed'");
  await here.deliver(ana, reply("1 close"), "sent");
  expect(await here.query("select state from candidacy")).toEqual([{ state: "signed" }]);
  expect(await told()).toEqual(["1: Fairholm Bakery is signed already."]);
});

test("an answer in the thread from an unknown address stops what was approved or shown before, although it changes no state (R14)", async () => {
  await here.reset();
  here.at("2026-05-18T09:00");
  ana = await here.connect();
  await here.deliver(ana, invitation());
  here.at("2026-05-19T09:00");
  await here.deliver(
    ana,
    {
      from: "Ana Reyes <ana@reyes.example>",
      to: "Jo Field <jo.field@fairholm-bakery.example>",
      subject: "Re: Interview for Office Manager",
      id: "by-hand-1@reyes.example",
      answers: "invite-1@fairholm-bakery.example",
      text: "Dear Jo, is there a car park?",
    },
    "sent",
  );
  here.at("2026-05-21T15:20");
  await here.pass();
  here.at("2026-05-22T07:30");
  const made = await here.digest(ana);
  if (!made) throw new Error("no digest was due");
  digest = made;
  await here.deliver(ana, {
    from: "Jo <jo.private@elsewhere.example>",
    answers: "by-hand-1@reyes.example",
    subject: "Re: Interview for Office Manager",
    text: "Dear Ana,\n\nWe will decide by Friday 29 May 2026.\n\nJo Field",
  });
  await here.deliver(ana, reply("1 ok"), "sent");
  expect(await approved()).toEqual([]);
  expect(await told()).toEqual([expect.stringMatching(/thread has changed/)]);
});
