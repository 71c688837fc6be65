import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { invitation } from "../support/letter.ts";
import { type Connected, openReceivingApp, type ReceivingApp } from "../support/receiving-app.ts";

let here: ReceivingApp;
let ana: Connected;
const jo = "jo.field@fairholm-bakery.example";

beforeAll(async () => {
  here = await openReceivingApp();
});
afterAll(() => here.close());
beforeEach(async () => {
  await here.reset();
  here.at("2026-05-18T09:00");
  ana = await here.connect();
  await here.deliver(ana, invitation());
});

const contacts = () => here.query("select address, name, ended from contact order by address");
const left = (text: string) =>
  here.deliver(ana, {
    from: `Jo Field <${jo}>`,
    subject: "Automatic reply: Interview for Office Manager",
    answers: "invite-1@fairholm-bakery.example",
    headers: ["Auto-Submitted: auto-replied"],
    text,
  });
/** The digest of that day, the number of its question, and how the person answers it. */
const asked = async (day: string) => {
  here.at(`${day}T07:30`);
  const digest = await here.digest(ana);
  const n = /(\d+)\.[^\n]*\bhas left\. May mails go to/.exec(digest?.text ?? "")?.[1] ?? "";
  here.at(`${day}T08:00`);
  const reply = {
    from: "Ana Reyes <ana@reyes.example>",
    to: "Ana Reyes <ana@reyes.example>",
    subject: `Re: ${digest?.subject}`,
    answers: digest?.messageId ?? "",
  };
  return {
    n,
    text: digest?.text ?? "",
    say: (text: string) => here.deliver(ana, { ...reply, text }, "sent"),
  };
};
const answered = async (...answers: readonly ((n: string) => string)[]) => {
  const { n, text, say } = await asked("2026-05-19");
  if (n !== "") for (const answer of answers) await say(answer(n));
  return text;
};
const successor =
  "Jo Field has left Fairholm Bakery. Please contact Kim Lund (kim.lund@fairholm-bakery.example).";

test("who has left is not written to any more, the candidacy stays as it was, and the digest tells it", async () => {
  const [before] = await here.query("select state from candidacy");
  await left("Jo Field no longer works at Fairholm Bakery.");
  expect(await contacts()).toMatchObject([{ address: jo, ended: "left_company" }]);
  expect((await here.query("select state from candidacy"))[0]).toEqual(before);
  expect((await answered()).replace(/\s+/g, " ")).toContain(
    "nothing more is written to jo.field@fairholm-bakery.example. If you know who took over, write there once yourself; when they answer, I know the address.",
  );
});

test("whom they name is asked about, and is no contact before the yes (R38)", async () => {
  await left(successor);
  expect(await contacts()).toHaveLength(1);
  const text = await answered((n) => `${n} yes`);
  expect(text).toContain("Kim Lund <kim.lund@fairholm-bakery.example>");
  expect(await contacts()).toMatchObject([
    { address: jo, ended: "left_company" },
    { address: "kim.lund@fairholm-bakery.example", name: "Kim Lund", ended: null },
  ]);
});

test("a yes that is taken back takes the address back", async () => {
  await left(successor);
  await answered(
    (n) => `${n} yes`,
    (n) => `undo ${n}`,
  );
  expect(await contacts()).toHaveLength(1);
});

test("a yes is what is taken back, though the program moved the candidacy since", async () => {
  await left(successor);
  const state = async () => (await here.query("select state from candidacy"))[0].state;
  const before = await state();
  const { n, say } = await asked("2026-05-21");
  await say(`${n} yes`);
  here.at("2026-05-21T15:20");
  await here.pass();
  const since = await state();
  expect(since).not.toBe(before);
  await say(`undo ${n}`);
  expect(await contacts()).toHaveLength(1);
  expect(await state()).toBe(since);
  // Said once more it takes nothing else back.
  await say(`undo ${n}`);
  expect(await state()).toBe(since);
});

test("after a no nobody new is written to", async () => {
  await left(successor);
  await answered((n) => `${n} no`);
  expect(await contacts()).toHaveLength(1);
});

test("a successor at another domain is asked about with a warning, at one that looks like theirs not at all", async () => {
  await left("I have left the company. Please contact Kim Lund (kim@larkspur-books.example).");
  expect(await answered((n) => `${n} no`)).toContain(
    "Careful: kim@larkspur-books.example is at another domain",
  );
  await here.query("update contact set ended = null");
  await here.query("update message set question = null");
  await left("I have left the company now. Please contact Kim Lund (kim@fairhoim-bakery.example).");
  expect(await here.query("select 1 from message where question is not null")).toEqual([]);
});

test.each(["kim.lund@gmail.com", "kim.lund@web.de"])(
  "a successor at %s is asked about with a plain warning, and only a yes with its number lets mails go there (R38)",
  async (address) => {
    await left(`I have left the company. Please contact Kim Lund (${address}).`);
    const { n, text, say } = await asked("2026-05-19");
    expect(text.replace(/\s+/g, " ")).toContain(
      `Careful: anybody can have an address at ${address.split("@")[1]}, so nothing ties ${address} to Fairholm Bakery.`,
    );
    await say("ok");
    await say("yes");
    expect(await contacts()).toHaveLength(1);
    const doubts = (await here.journal(ana)).filter(({ type }) => type === "reply_doubt");
    expect(doubts.map(({ says }) => says).join()).toContain(`reply "${n} yes" or "${n} no"`);
    await say(`${n} yes`);
    expect(await contacts()).toMatchObject([{ address: jo }, { address, ended: null }]);
  },
);

test("an automatic reply that nothing proves ends nobody", async () => {
  await here.deliver(ana, {
    from: `Jo Field <${jo}>`,
    subject: "Automatic reply: Interview",
    headers: ["Auto-Submitted: auto-replied"],
    text: successor,
    proven: null,
  });
  expect(await contacts()).toMatchObject([{ address: jo, ended: null }]);
});

test("who has left is told once, and their successor asked about once, however often the automatic reply comes", async () => {
  await left(successor);
  await answered((n) => `${n} no`);
  await left(`${successor} Thank you for your patience.`);
  expect(await here.query("select 1 from message where question is not null")).toEqual([]);
});

test.each([
  ["bounced", "an earlier mail to it came back"],
  ["left_company", "whoever had it has left too"],
])(
  "a yes to a successor whose address has itself ended (%s) is refused, with the reason",
  async (end, why) => {
    await here.query(
      "insert into contact (candidacy_id, address, name, ended) select id, 'kim.lund@fairholm-bakery.example', 'Kim Lund', $1 from candidacy",
      [end],
    );
    await left(successor);
    await answered((n) => `${n} yes`);
    expect((await contacts())[1]).toMatchObject({ ended: end });
    expect((await here.journal(ana)).filter(({ says }) => says.includes("mails may go to"))).toEqual([]);
    const [reply] = await here.query(
      "select rfc822 from outbox where purpose = 'self' order by approved_at desc limit 1",
    );
    const internalDate = here.app.clock.now();
    const { message } = await here.app.mime.read(reply.rfc822, { internalDate, authservId: null });
    expect(message.text.replace(/\s+/g, " ")).toContain(why);
  },
);

test("an address that another sentence gives for something else is not the one to which the mail sends people", async () => {
  await left(
    "Jo Field has left Fairholm Bakery. Please contact Dr. Priya Shah (priya.shah@fairholm-bakery.example). Not urgent: see press@fairholm-bakery.example",
  );
  expect((await answered()).replace(/\s+/g, " ")).toContain(
    "May mails go to Priya Shah <priya.shah@fairholm-bakery.example>",
  );
});

test("a mail in Sent that bears a contact's address makes it no address of the person's own (R32)", async () => {
  await here.deliver(
    ana,
    {
      from: `Ana Reyes <${jo}>`,
      to: "Kim Lund <kim.lund@fairholm-bakery.example>",
      subject: "Re: Interview for Office Manager",
      answers: "invite-1@fairholm-bakery.example",
      text: "Thank you.",
    },
    "sent",
  );
  expect(
    await here.query("select 1 from message where direction <> 'in' and from_address = $1", [jo]),
  ).toHaveLength(1);
  here.at("2026-05-21T15:20");
  await here.pass();
  here.at("2026-05-22T07:30");
  await here.digest(ana);
  expect(await here.query("select distinct to_address from draft")).toEqual([{ to_address: jo }]);
});
