import { Temporal } from "temporal-polyfill";
import { describe, expect, test } from "vitest";
import type { MailboxId, MessageRowId } from "../../src/domain/ids.ts";
import { mailToAnswer, speechOf, threadOf } from "../../src/flows/answered-thread.ts";
import type { StoredMessage } from "../../src/ports/store.ts";

const noon = Temporal.Instant.from("2026-05-18T12:00:00Z");
const greta = "greta.vance@lindenworks.example";
let number = 0;

/** A mail of Greta's to the person, unless told otherwise; each an hour later than the one before. */
function mail(text: string, change: Partial<StoredMessage> = {}): StoredMessage {
  number += 1;
  const at = noon.add({ hours: number });
  return {
    id: `row-${number}` as MessageRowId,
    mailboxId: "mailbox" as MailboxId,
    messageId: `m${number}@lindenworks.example`,
    thread: [],
    direction: "in",
    candidacyId: null,
    from: { name: "Greta Vance", address: greta },
    recipients: [],
    subject: "Interview",
    text,
    at,
    human: true,
    assessment: null,
    proof: null,
    question: null,
    receivedAt: at,
    outOfOfficeUntil: null,
    asks: null,
    ...change,
  };
}
const byHand = { direction: "hand", from: { name: "Sam Reed", address: "sam@reed.example" } } as const;
/** Mails that answer one another. */
function speech(...mails: readonly StoredMessage[]) {
  const thread = mails.map((one, at) => ({
    ...one,
    thread: mails.slice(0, at).flatMap(({ messageId }) => messageId ?? []),
  }));
  return speechOf(thread, mailToAnswer(thread, greta));
}

const german = "Guten Tag, wir möchten Sie gern zum Gespräch einladen und freuen uns auf Ihre Antwort.";
const familiar = "Hallo Sam, schön, dass du am Montag kommst. Wir freuen uns auf das Gespräch mit dir.";
const english = "Thank you for your application. We would like to invite you to an interview on Monday.";
const french = "Bonjour, nous vous remercions de votre candidature et souhaitons vous rencontrer jeudi.";

describe("a draft speaks the language of the thread", () => {
  test("of their newest mail in it", () => {
    expect(speech(mail(english)).language).toBe("en");
    expect(speech(mail(english), mail(german)).language).toBe("de");
    expect(speech(mail(german), mail(french)).language).toBe("fr");
  });

  test("not of what that mail quotes, nor of a mail that no human wrote", () => {
    const quoting = `${english}\n\nAm 18.05.2026 um 12:00 schrieb Sam Reed:\n> ${german}\n> ${german}`;
    expect(speech(mail(quoting)).language).toBe("en");
    expect(speech(mail(german), mail(english, { human: false })).language).toBe("de");
  });

  test("a word or two tell no language: the mail before them does", () => {
    expect(speech(mail(german), mail("Ok, super!\n\nGreta")).language).toBe("de");
    expect(speech(mail(english), mail("Passt, danke, bis dann und viele Grüße")).language).toBe("de");
  });

  test("where theirs tell nothing, of the person's own newest mail there; else English", () => {
    expect(speech(mail("Ok!"), mail(german, byHand)).language).toBe("de");
    expect(speech(mail("Ok!")).language).toBe("en");
    expect(speech().language).toBe("en");
  });

  test("another thread of the same candidacy decides nothing", () => {
    const first = mail(german, { from: { name: "Jo", address: "jo@lindenworks.example" } });
    const second = mail(english);
    const answer = mail("Ok!", { thread: [second.messageId ?? ""] });
    expect(speechOf([first, second, answer], answer).language).toBe("en");
    expect(threadOf([first, second, answer], answer)).toEqual([second, answer]);
    expect(threadOf([first, second, answer], second)).toEqual([second, answer]);
  });
});

describe("a draft speaks in the form of the thread", () => {
  test("familiarly where they say du, formally where they say Sie or nothing tells", () => {
    expect(speech(mail(familiar)).informal).toBe(true);
    expect(speech(mail(german)).informal).toBe(false);
    expect(speech(mail(german), mail(familiar)).informal).toBe(false);
    expect(speech(mail("Das Gespräch ist am Montag um zehn und wir freuen uns schon.")).informal).toBe(false);
  });

  test("what the person wrote, and what is quoted, makes no thread familiar", () => {
    expect(speech(mail(german), mail(familiar, byHand)).informal).toBe(false);
    const quoting = `Das Gespräch ist am Montag und wir freuen uns auf das Treffen.\n\nAm 18.05.2026 um 12:00 schrieb Sam Reed:\n> ${familiar}`;
    expect(speech(mail(quoting))).toEqual({ language: "de", informal: false });
  });
});

describe("the mail that is answered", () => {
  test("is the newest human one of theirs that the recipient wrote or got", () => {
    const jo = { name: "Jo Field", address: "jo@lindenworks.example" };
    const one = mail(english);
    const other = mail(english, { from: jo });
    const copied = mail(english, { from: jo, recipients: [{ name: "", address: greta }] });
    expect(mailToAnswer([one, other], greta)).toBe(one);
    expect(mailToAnswer([one, other, copied], greta)).toBe(copied);
    expect(mailToAnswer([other], greta)).toBe(other);
    expect(mailToAnswer([mail(english, { human: false }), mail(english, byHand)], greta)).toBeUndefined();
    expect(mailToAnswer([mail(english, { messageId: null })], greta)).toBeUndefined();
  });
});
