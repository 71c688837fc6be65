import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { refuse } from "../../src/domain/result.ts";
import { isVoiceOld, type Learning, learnVoice } from "../../src/flows/learn-voice.ts";
import { forgetVoice, tellVoice } from "../../src/flows/tell-voice.ts";
import type { Mailboxes } from "../../src/ports.ts";
import { invitation, type Letter, letterOf } from "../support/letter.ts";
import { type Connected, openReceivingApp, type ReceivingApp } from "../support/receiving-app.ts";

let here: ReceivingApp;
let ana: Connected;

beforeAll(async () => {
  here = await openReceivingApp();
});
afterAll(() => here.close());
beforeEach(async () => {
  await here.reset();
  here.at("2026-05-18T09:00");
  ana = await here.connect();
});

/** Ana answers somebody. */
const wrote = (name: string, words: string, parts: Partial<Letter> = {}): Letter => ({
  from: "Ana Reyes <ana@reyes.example>",
  to: `${name} Field <${name.toLowerCase()}@mill.example>`,
  answers: `asked-by-${name.toLowerCase()}@mill.example`,
  text: `Hi ${name},\n\n${words}\n\nCheers,\nAna`,
  ...parts,
});
const casual: readonly Letter[] = [
  wrote("Jo", "That's fine with me, I'll bring the plans along and we can look at them together."),
  wrote("Kim", "I've read the report and I don't think we need another round. It's good as it is."),
  wrote("Lee", "Thanks for the quick answer. I'm around all afternoon if you'd like to talk it over."),
  wrote("Max", "I can't make it in the morning, but I'll be there for the second half."),
  wrote("Ned", "It's a good idea and I'd like to try it. Let's see what the others say about it."),
  wrote("Oda", "I won't be able to look at it before the weekend, so don't wait for me."),
];

/** A Sent folder of those letters. */
const withSent = (letters: readonly Letter[], sent = (source: Buffer): Buffer => source): Learning => {
  const readHistory: Mailboxes["readHistory"] = async (_account, _since, _live, sink) => {
    for (const [at, letter] of letters.entries())
      await sink.take({
        folder: "sent",
        uidValidity: 1n,
        uid: at + 1,
        internalDate: here.app.clock.now(),
        source: sent(await letterOf(letter, here.app.clock.now())),
        serverId: null,
      });
    return { ok: true, value: undefined };
  };
  return { ...here.app, mailboxes: { ...here.app.mailboxes, readHistory } };
};

test("a draft that the person sent from Drafts has our words and is not learnt from", async () => {
  const letter = wrote("Jo", "I would be glad to go further with you.", { id: "sent-draft@reyes.example" });
  await here.deliver(ana, letter, "sent");
  await here.query("update message set direction = 'afterword'");
  expect(await learnVoice(withSent([letter]), ana.personId)).toMatchObject({ value: { basedOn: 0 } });
  await here.query("update message set direction = 'hand'");
  expect(await learnVoice(withSent([letter]), ana.personId)).toMatchObject({ value: { basedOn: 1 } });
});

test("greeting, closing and short forms are read from Sent, and a draft follows them", async () => {
  const learnt = await learnVoice(withSent(casual), ana.personId);
  expect(learnt.ok && learnt.value.languages.en).toMatchObject({
    greetings: { familiar: "Hi {name}," },
    signOffs: { familiar: "Cheers," },
    contracts: true,
  });
  await here.deliver(ana, invitation());
  here.at("2026-05-21T15:20");
  await here.pass();
  here.at("2026-05-22T07:30");
  const digest = await here.digest(ana);
  expect(digest?.text).toMatch(/Hi Jo,/);
  expect(digest?.text).toMatch(/Cheers,\n> Ana Reyes/);
});

/** As a mail program sends it that writes HTML too. */
const withHtml = (source: Buffer): Buffer =>
  Buffer.from(
    source.toString().replace(/(Content-Type: text\/plain.*\r\n\r\n)([\s\S]*)$/, (_all, type, words) => {
      const html = "Content-Type: text/html\r\n\r\n<p>Hello.</p>";
      return `Content-Type: multipart/alternative; boundary=b\r\n\r\n--b\r\n${type}${words}\r\n--b\r\n${html}\r\n--b--\r\n`;
    }),
  );

test("what their mail program puts around an answer is read from Sent: how it quotes, HTML, the mark of a signature", async () => {
  const quote =
    "________________________________\nFrom: Jo Field <jo@mill.example>\nSent: 17 May 2026 09:12\nTo: Ana Reyes\nSubject: Plans\n\nCan you come?";
  const signed = casual.map((letter) => ({
    ...letter,
    text: `${letter.text}\n\n-- \nAna Reyes\nOffice manager\n\n${quote}`,
  }));
  const learnt = await learnVoice(withSent(signed, withHtml), ana.personId);
  expect(learnt.ok && learnt.value.program).toEqual({ quote: "header", html: true, marksSignature: true });
  expect((await tellVoice(here.app, ana.personId)).lines?.join("\n")).toMatch(
    /under its sender, date and subject\. So it is with what you approve\.\n.*HTML part/,
  );
  await here.deliver(ana, invitation());
  here.at("2026-05-21T15:20");
  await here.pass();
  here.at("2026-05-22T07:30");
  expect((await here.digest(ana))?.text).toMatch(/Cheers,\n> Ana Reyes\n> --\n> Office manager\n\n/);
  const [{ text }] = await here.query("select text from draft");
  expect(text).toMatch(/\n-- \nOffice manager$/);
});

test("fewer than five mails say nothing: drafts stay neutral, and the person is told so", async () => {
  await learnVoice(withSent(casual.slice(0, 3)), ana.personId);
  const { lines } = await tellVoice(here.app, ana.personId);
  expect(lines?.join("\n")).toMatch(/3 of your mails/);
});

test("notes to oneself, forwards and mails to a crowd are nobody's voice", async () => {
  const crowd = Array.from({ length: 8 }, (_, n) => `p${n}@mill.example`).join(", ");
  const learnt = await learnVoice(
    withSent([
      ...casual.slice(0, 2).map((letter) => ({ ...letter, to: "ana@reyes.example" })),
      ...casual.slice(2, 4).map((letter) => ({ ...letter, subject: "Fwd: Plans" })),
      ...casual.slice(4).map((letter) => ({ ...letter, to: crowd })),
    ]),
    ana.personId,
  );
  expect(learnt.ok && learnt.value.basedOn).toBe(0);
});

test("mails in Sent under another name teach nothing, and no page or number of theirs gets below a draft (SAFETY R32)", async () => {
  const eves = casual.map((letter) => ({
    ...letter,
    from: "Eve <eve@evil.example>",
    text: `${letter.text}\n\nhttps://pay.evil.example/ana`,
  }));
  const learnt = await learnVoice(withSent(eves), ana.personId);
  expect(learnt.ok && learnt.value).toMatchObject({ basedOn: 0, signature: [] });
});

test("no passage is kept from a mail to an employer: passages are shown with every candidacy (SAFETY R43)", async () => {
  await here.deliver(ana, invitation());
  const secret = "I was rather let down by how long it took, and I hope that it goes better next time.";
  const toJo = Array.from({ length: 6 }, (_, n) =>
    wrote("Jo", `${secret} ${"It was all right in the end. ".repeat(n + 1)}`, {
      to: "Jo Field <jo.field@fairholm-bakery.example>",
      id: `to-jo-${n}@reyes.example`,
    }),
  );
  const learnt = await learnVoice(withSent([...casual, ...toJo]), ana.personId);
  expect(learnt.ok && JSON.stringify(learnt.value.passages)).not.toContain("let down");
  expect(learnt.ok && learnt.value.basedOn).toBe(12);
});

test("what Afterword itself sent is no evidence of how the person writes", async () => {
  await here.query(
    `insert into outbox (id, person_id, mailbox_id, purpose, message_id, envelope_from, envelope_to, rfc822, state, not_before, approved_at)
     select gen_random_uuid(), person_id, id, 'self', 'ours-' || n || '@reyes.example', address, address, '', 'sent', now(), now() from mailbox, generate_series(0, 5) n`,
  );
  const ours = casual.map((letter, n) => ({ ...letter, id: `ours-${n}@reyes.example` }));
  const learnt = await learnVoice(withSent(ours), ana.personId);
  expect(learnt.ok && learnt.value.basedOn).toBe(0);
});

test("a mailbox that cannot be read keeps what was known, and is tried again after a day", async () => {
  await learnVoice(withSent(casual), ana.personId);
  const away: Learning = {
    ...here.app,
    mailboxes: {
      ...here.app.mailboxes,
      readHistory: async () => refuse({ kind: "unreachable" as const, says: "It is away." }),
    },
  };
  expect(await learnVoice(away, ana.personId)).toMatchObject({ ok: false });
  const voice = await here.app.store.transaction((tx) => tx.voices.get(ana.personId));
  expect(voice?.profile.basedOn).toBe(casual.length);
  const now = here.app.clock.now();
  expect(isVoiceOld(voice?.learntAt ?? null, now.add({ hours: 23 }))).toBe(false);
  expect(isVoiceOld(voice?.learntAt ?? null, now.add({ hours: 24 }))).toBe(true);
});

test("a lesson, or everything, is forgotten when the person says so", async () => {
  await learnVoice(withSent(casual), ana.personId);
  await here.app.store.transaction((tx) =>
    tx.voices.learn(
      ana.personId,
      [{ language: "en", rule: "exclamation", wants: false, says: "Takes exclamation marks out" }],
      here.app.clock.now(),
    ),
  );
  expect(await forgetVoice(here.app, ana.personId, 2)).toMatchObject({ ok: false });
  expect(await forgetVoice(here.app, ana.personId, 1)).toMatchObject({ ok: true });
  expect((await tellVoice(here.app, ana.personId)).lessons).toEqual([]);
  await forgetVoice(here.app, ana.personId, "all");
  expect((await tellVoice(here.app, ana.personId)).profile).toBeNull();
});
