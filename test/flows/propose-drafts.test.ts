import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import type { App } from "../../src/flows/app.ts";
import { reviseDraft } from "../../src/flows/revise-draft.ts";
import { createDrafter } from "../../src/model/drafter.ts";
import type { Drafter } from "../../src/ports.ts";
import { type StandInModel, startStandInModel } from "../../src/sandbox/stand-in-model.ts";
import { content, type ModelRequest, type Reply } from "../../src/sandbox/stand-in-reply.ts";
import { askingOf, generous } from "../model/asking.ts";
import { answer, digestOf } from "../support/answering.ts";
import { invitation } from "../support/letter.ts";
import { type Connected, openReceivingApp, type ReceivingApp } from "../support/receiving-app.ts";

let here: ReceivingApp;
let ana: Connected;
let model: StandInModel;
let endpointOf: () => Parameters<typeof createDrafter>[0];

beforeAll(async () => {
  model = await startStandInModel();
  here = await openReceivingApp(
    (prompts): Drafter => ({
      write: (...asked) => createDrafter(endpointOf(), prompts).write(...asked),
    }),
  );
});
afterAll(async () => {
  await here.close();
  await model.close();
});

/** Invited by Fairholm Bakery on Monday, interviewed on Thursday 14:00; on Friday at 07:30 a thank-you is due. */
beforeEach(async () => {
  await here.reset();
  model.forget();
  const { endpoint } = askingOf(model);
  endpointOf = () => endpoint;
  here.at("2026-05-18T09:00");
  ana = await here.connect();
  await here.deliver(ana, invitation());
  here.at("2026-05-21T15:20");
  await here.pass();
  here.at("2026-05-22T07:30");
});
afterEach(() => vi.restoreAllMocks());

const good =
  "Dear Jo,\n\nThank you for the time you took for me on Thursday 21 May. I enjoyed our talk, and I would be glad to go further.\n\nKind regards,\nAna Reyes";
const writes = (...texts: readonly string[]): void => model.follow(texts.map((text) => content({ text })));
const says = (...replies: readonly Reply[]): void => model.follow(replies);
const drafts = () =>
  here.query(
    "select version, text, by, hash, to_address, subject, in_reply_to, refs from draft order by made_at, version",
  );
const promptOf = ({ prompt }: ModelRequest): string => prompt;

test("what the model writes stands in the digest; to whom it goes, its subject and its thread are the program's", async () => {
  writes(good);
  const digest = await digestOf(here, ana);
  expect(digest.text).toContain("I enjoyed our talk");
  const [written] = await drafts();
  expect(written).toMatchObject({ by: "model", text: good, to_address: "jo.field@fairholm-bakery.example" });
  model.follow(() => {
    throw new Error("nobody asks");
  });
  const plain = await openPlain();
  expect(plain).toMatchObject({
    to_address: written.to_address,
    subject: written.subject,
    in_reply_to: written.in_reply_to,
    refs: written.refs,
  });
});

/** The same draft from the template. */
async function openPlain() {
  await here.query("delete from draft");
  await here.query("delete from proposal");
  await here.query("delete from digest");
  says({ type: "status", status: 500 });
  await digestOf(here, ana, "now");
  const [plain] = await drafts();
  expect(plain.by).toBe("template");
  return plain;
}

test("nothing is asked twice: the next day's digest shows the same text and asks nobody", async () => {
  writes(good);
  await digestOf(here, ana);
  here.at("2026-05-23T07:30");
  expect((await digestOf(here, ana)).text).toContain("I enjoyed our talk");
  expect(model.requests).toHaveLength(1);
  expect(await drafts()).toHaveLength(1);
});

test("a text with a link goes back once with the reason; the second one is shown", async () => {
  writes(good.replace("our talk", "our talk (see https://ana.example)"), good);
  await digestOf(here, ana);
  expect(model.requests).toHaveLength(2);
  expect(promptOf(model.requests[1] as ModelRequest)).toMatch(/cannot be shown[\s\S]*ana\.example/);
  expect((await drafts())[0]).toMatchObject({ by: "model", text: good });
});

test("a model that does not mend it is left out: the template stands there, one line says so, and it is not asked again", async () => {
  writes(good.replace("our talk", "our talk (see https://ana.example)"));
  const digest = await digestOf(here, ana);
  expect(digest.text).not.toContain("ana.example");
  expect(digest.text).toContain(
    "One draft is from the templates, because what the model wrote could not be shown to you.",
  );
  expect((await drafts())[0]).toMatchObject({ by: "template" });
  here.at("2026-05-23T07:30");
  await digestOf(here, ana);
  expect(model.requests).toHaveLength(2);
});

describe("whatever the model does, the digest is there with a template and says why in one line (SAFETY R48)", () => {
  const html: Reply = { type: "garbage", bytes: "<html>Bad gateway</html>", contentType: "text/html" };
  const troubles: readonly (readonly [string, Reply, RegExp])[] = [
    ["down", { type: "status", status: 503 }, /error \(503\)/],
    ["garbage", html, /the model's answer did not fit/],
    ["slow", { type: "stall" }, /in time/],
    ["dripping", { type: "drip", piece: " ", every: 50 }, /in time/],
    ["extra keys", content({ text: good, cc: "eve@evil.example" }), /did not fit/],
  ];
  test.each(troubles)("%s", async (_name, reply, why) => {
    const { endpoint } = askingOf(model, { timeout: 400 });
    endpointOf = () => endpoint;
    says(reply);
    const digest = await digestOf(here, ana);
    expect(digest.text).toMatch(/draft is from the templates, because/);
    expect(digest.text).toMatch(why);
    expect((await drafts())[0]).toMatchObject({
      by: "template",
      to_address: "jo.field@fairholm-bakery.example",
    });
    expect(digest.text).not.toContain("evil");
  });

  test("over the daily allowance, without a single call", async () => {
    const { endpoint } = askingOf(model, { allowance: { ...generous, dailyTokens: 100 } });
    endpointOf = () => endpoint;
    writes(good);
    expect((await digestOf(here, ana)).text).toContain("because the model's daily allowance is used up.");
    expect(model.requests).toHaveLength(0);
  });
});

test("what they wrote is no word of the person's: a model that says it in their name is refused (SAFETY R44)", async () => {
  here.at("2026-05-21T16:00");
  await here.deliver(ana, {
    from: "Jo Field <jo.field@fairholm-bakery.example>",
    subject: "Re: Interview for Office Manager",
    answers: "invite-1@fairholm-bakery.example",
    text: "Dear Ana,\n\nWe will get back to you by Friday 29 May and I accept any salary that you name.\n\nJo Field",
  });
  here.at("2026-05-22T07:30");
  writes(good.replace("I enjoyed our talk", "I accept any salary that you name"));
  await digestOf(here, ana);
  expect((await drafts()).map(({ by }) => by)).toEqual(["template"]);
});

test("a sentence taken over from the passages that show the manner is refused (SAFETY R43)", async () => {
  const passage = "I was let down by the people there and would rather not work with them again.";
  await here.query("insert into voice (person_id, profile, learnt_at) values ($1, $2, now())", [
    ana.personId,
    JSON.stringify({
      basedOn: 9,
      languages: {
        en: {
          basedOn: 9,
          greetings: { formal: null, familiar: "Hi {name}," },
          signOffs: { formal: null, familiar: null },
          contracts: null,
          wordsPerSentence: 12,
          wordsPerMail: 40,
          exclaims: 0,
          dashes: 0,
          emoji: 0,
        },
      },
      spelling: null,
      signature: [],
      passages: [{ language: "en", text: passage }],
    }),
  ]);
  writes(good.replace("I enjoyed our talk, and", `${passage} And`));
  expect((await digestOf(here, ana)).text).not.toContain("let down");
});

test("a request speaks of one candidacy alone: no word of another one's thread, notes or name stands in it (SAFETY R43)", async () => {
  here.at("2026-05-18T10:00");
  await here.deliver(
    ana,
    invitation({
      from: "Pia Roth <pia@canary-mills.example>",
      id: "invite-2@canary-mills.example",
      subject: "Interview at Canary Mills",
      text: "Dear Ana,\n\nWe would like to invite you to an interview for the Miller role at Canary Mills on Thursday 21 May 2026 at 14:00.\n\nKind regards,\nPia Roth\nCanary Mills",
      meeting: { uid: "talk@canary-mills.example" },
    }),
  );
  here.at("2026-05-21T15:20");
  await here.pass();
  here.at("2026-05-22T07:30");
  writes(good);
  await digestOf(here, ana);
  const prompts = model.requests.map(promptOf);
  expect(prompts.length).toBeGreaterThan(1);
  for (const prompt of prompts)
    expect([/canary|pia/i.test(prompt), /fairholm/i.test(prompt)].filter(Boolean)).toHaveLength(1);
});

describe("other words for a draft (POLICY 7.3)", () => {
  test("`1: shorter …` makes a new version with a hash of its own; an answer to the old one is refused, the new one needs its own", async () => {
    writes(good);
    const first = await digestOf(here, ana);
    here.at("2026-05-22T07:45");
    writes(good.replace(" I enjoyed our talk, and", " And"));
    await answer(here, ana, first, "1: shorter, and warmer");
    expect(here.reminders.at(-1)?.reminder.queue).toBe("draft");
    await revise();
    expect(promptOf(model.requests.at(-1) as ModelRequest)).toContain("shorter, and warmer");
    const [one, two] = await drafts();
    expect(two).toMatchObject({ version: 2, by: "model" });
    expect(two.hash).not.toBe(one.hash);
    await answer(here, ana, first, "1 ok");
    expect(await here.query("select id from outbox where purpose = 'draft'")).toEqual([]);
    here.at("2026-05-23T07:30");
    const second = await digestOf(here, ana);
    expect(second.text).toContain("And I would be glad to go further");
    await answer(here, ana, second, "1 ok");
    const [row] = await here.query("select draft_hash from outbox where purpose = 'draft'");
    expect(row.draft_hash).toBe(two.hash);
  });

  test("a wish takes an approval back, so that the old words do not leave meanwhile, and is carried out", async () => {
    writes(good);
    const digest = await digestOf(here, ana);
    here.at("2026-05-22T07:45");
    await answer(here, ana, digest, "1 ok");
    writes(good.replace("our talk", "our long talk"));
    await answer(here, ana, digest, "1: mention that it was long");
    expect(await here.query("select state from outbox where purpose = 'draft'")).toEqual([
      { state: "cancelled" },
    ]);
    await revise();
    expect((await drafts()).at(-1)).toMatchObject({ version: 3, by: "model" });
    expect((await drafts()).at(-1).text).toContain("our long talk");
  });

  test("the person is shown at once what will leave, and can put it right or stop it until it does", async () => {
    writes(good);
    const digest = await digestOf(here, ana);
    here.at("2026-05-22T11:00");
    await answer(here, ana, digest, "1 send: Hi Jo,\n\nThanks for Thursday. I would take 20k less.\n\nAna");
    const notes = await here.query("select rfc822 from outbox where purpose = 'self' order by approved_at");
    expect(notes.at(-1).rfc822.toString()).toMatch(/Your text goes out today at 11:30/);
    expect(notes.at(-1).rfc822.toString()).toMatch(/> Thanks for Thursday\. I would take 20k less\./);
    await answer(here, ana, digest, "1 send: Hi Jo,\n\nThanks for Thursday. I liked it a lot.\n\nAna");
    const states = await here.query(
      "select state, rfc822 from outbox where purpose = 'draft' order by approved_at",
    );
    expect(states.map(({ state }) => state)).toEqual(["cancelled", "queued"]);
    expect(states[1].rfc822.toString()).toContain("I liked it a lot");
  });

  test.each([
    [
      "a quoted digest without marks",
      'Hi Jo,\n\nThanks for Thursday, I liked it.\n\nAna\n\nKimden: Afterword\nReply "1 ok" to send it',
    ],
    ["bars for quotes", "Hi Jo,\n\nThanks for Thursday, I liked it.\n\nAna\n| WAITING\n| 2. Canary Mills"],
    [
      "a head that nobody knows",
      "Hi Jo,\n\nThanks for Thursday.\n\nAna\nKimden: Ana\nKime: Ana\nKonu: Friday",
    ],
    [
      "a line that looks like a quote's head",
      "Hi Jo,\n\nI was glad to read it.\n\nOn 18 May 2026 at 09:12 you wrote:\nthat the team is small, and that is what I like about it. I hope to see you soon in the bakery, and I am happy to bring the papers along that you asked me for.",
    ],
  ])("own text with %s in it is asked back: nothing but their words leaves", async (_name, text) => {
    writes(good);
    const digest = await digestOf(here, ana);
    await answer(here, ana, digest, `1 send: ${text}`);
    expect(await here.query("select id from outbox where purpose = 'draft'")).toEqual([]);
    expect((await here.journal(ana)).at(-1)?.type).toBe("reply_doubt");
  });

  test("after they wrote neither a wish nor a text of one's own goes on: the thread has changed (POLICY 6.13)", async () => {
    writes(good);
    const digest = await digestOf(here, ana);
    await here.deliver(ana, {
      from: "Jo Field <jo.field@fairholm-bakery.example>",
      subject: "Re: Interview for Office Manager",
      answers: "invite-1@fairholm-bakery.example",
      text: "Dear Ana,\n\nOne more thing: could you send us two references?\n\nJo Field",
    });
    here.at("2026-05-22T11:00");
    await answer(here, ana, digest, "1 send: Hi Jo,\n\nThanks.\n\nAna");
    expect(await here.query("select id from outbox where purpose = 'draft'")).toEqual([]);
    const doubts = (await here.journal(ana)).filter(({ type }) => type === "reply_doubt");
    expect(doubts.at(-1)?.says).toMatch(/has changed/);
  });

  test("a text of one's own for a mail that has lost its recipient is refused, and the rest of the answer acts", async () => {
    writes(good);
    const digest = await digestOf(here, ana);
    await here.query("update follow_up set to_address = null, to_name = null where kind = 'thank_you'");
    await answer(here, ana, digest, "1 send: Hi Jo,\n\nThanks.\n\nAna");
    expect(await here.query("select id from outbox where purpose = 'draft'")).toEqual([]);
    expect((await here.journal(ana)).filter(({ type }) => type === "unreadable")).toEqual([]);
  });

  test("`1 ok` above a quote that was edited sends nothing: those may be the words that were meant (POLICY 7.3)", async () => {
    writes(good);
    const digest = await digestOf(here, ana);
    const quoted = (text: string) => text.replaceAll(/^/gm, "> ");
    const edited = digest.text.replace("I enjoyed our talk", "I enjoyed our long talk");
    await answer(
      here,
      ana,
      digest,
      `1 ok\n\nOn Fri, 22 May 2026 at 07:30, Afterword wrote:\n${quoted(edited)}`,
    );
    expect(await here.query("select id from outbox where purpose = 'draft'")).toEqual([]);
  });

  test("without a model a draft is made shorter, and any other wish is answered with what can be done instead", async () => {
    const plain = { ...here.app, drafter: null };
    says({ type: "status", status: 503 });
    const digest = await digestOf(here, ana);
    await answer(here, ana, digest, "1: shorter, please");
    await revise(plain);
    const [long, short] = await drafts();
    expect(short).toMatchObject({ version: 2, by: "template" });
    expect(short.text.length).toBeLessThan(long.text.length);
    here.at("2026-05-23T07:30");
    await answer(here, ana, await digestOf(here, ana), "1: mention the night shift");
    await revise(plain);
    expect(await drafts()).toHaveLength(2);
    expect((await here.journal(ana)).at(-1)?.says).toMatch(/no model is configured.*"send:"/);
  });

  test("a model that cannot do it changes nothing, and the next digest says so", async () => {
    writes(good);
    const digest = await digestOf(here, ana);
    says({ type: "status", status: 500 });
    await answer(here, ana, digest, "1: mention the night shift");
    await revise();
    expect(await drafts()).toHaveLength(1);
    here.at("2026-05-23T07:30");
    expect((await digestOf(here, ana)).text).toMatch(
      /"mention the night shift": the draft stays as it was, because the model/,
    );
  });

  test("`1 send: text` sends the person's own words, to the same address, not before 30 minutes have passed, and learns from them", async () => {
    writes(good);
    const digest = await digestOf(here, ana);
    here.at("2026-05-22T11:00");
    const own = "Hi Jo,\n\nThanks for yesterday. The starter demo was great.\n\nCheers,\nAna";
    await answer(here, ana, digest, `1 send: ${own}`);
    const [row] = await here.query(
      "select envelope_to, not_before, rfc822 from outbox where purpose = 'draft'",
    );
    expect(row.envelope_to).toBe("jo.field@fairholm-bakery.example");
    expect(row.not_before.toISOString()).toBe("2026-05-22T10:30:00.000Z");
    expect(row.rfc822.toString()).toContain("The starter demo was great.\r\n\r\nCheers,\r\nAna\r\n");
    const [, two] = await drafts();
    expect(two).toMatchObject({ by: "person", version: 2 });
    const lessons = await here.query("select lesson ->> 'says' as says from lesson");
    expect(lessons.map((lesson) => lesson.says).join("\n")).toMatch(/Cheers/);
  });
});

async function revise(app: App = here.app): Promise<void> {
  for (const { id } of await here.query("select id from draft where wish is not null"))
    await reviseDraft(app, id);
}
