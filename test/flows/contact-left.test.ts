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
const answered = async (...answers: readonly ((n: string) => string)[]) => {
  here.at("2026-05-19T07:30");
  const digest = await here.digest(ana);
  const n = /(\d+)\.[^\n]*\bhas left\. May mails go to/.exec(digest?.text ?? "")?.[1] ?? "";
  here.at("2026-05-19T08:00");
  const reply = {
    from: "Ana Reyes <ana@reyes.example>",
    to: "Ana Reyes <ana@reyes.example>",
    subject: `Re: ${digest?.subject}`,
    answers: digest?.messageId ?? "",
  };
  if (n !== "") for (const text of answers) await here.deliver(ana, { ...reply, text: text(n) }, "sent");
  return digest?.text ?? "";
};
const successor =
  "Jo Field has left Fairholm Bakery. Please contact Kim Lund (kim.lund@fairholm-bakery.example).";

test("who has left is not written to any more, the candidacy stays as it was, and the digest tells it", async () => {
  const [before] = await here.query("select state from candidacy");
  await left("Jo Field no longer works at Fairholm Bakery.");
  expect(await contacts()).toMatchObject([{ address: jo, ended: "left_company" }]);
  expect((await here.query("select state from candidacy"))[0]).toEqual(before);
  expect(await answered()).toContain("nothing more is written to jo.field@fairholm-bakery.example");
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
