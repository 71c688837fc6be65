import { expect, test } from "vitest";
import { newestText } from "../../src/understanding/text/reply-text.ts";

const said = "Thursday suits us well.";

test.each([
  ["Dutch, Apple", "Op 18 mei 2026, om 09:12 heeft Ana Reyes <ana@mailbox.example> het volgende geschreven:"],
  ["Portuguese, Apple", "No dia 18/05/2026, às 09:12, Ana Reyes <ana@mailbox.example> escreveu:"],
  ["Spanish, Gmail", "El lun, 18 may 2026 a la(s) 09:12, Ana Reyes (<ana@mailbox.example>) escribió:"],
  ["English, sent", "On 18 May 2026, at 09:12, Ana Reyes <ana@mailbox.example> sent:"],
  ["English, dashes without spaces", "------On 18/05/2026 09:12, Ana Reyes wrote-----"],
  ["a telephone, no date", "---- Ana Reyes wrote ----"],
  ["a German telephone", "-------- Originalnachricht --------"],
  ["GroupWise", ">>> Ana Reyes <ana@mailbox.example> 18/05/2026 09:12 >>>"],
  [
    "a German portal, the date first",
    'Gesendet: Montag, 18. Mai 2026 um 09:12 Uhr\nVon: "Ana Reyes" <ana@mailbox.example>\nAn: greg@northwind.example\nBetreff: Donnerstag',
  ],
  [
    "a French portal, the date first",
    "Message du : 18/05/2026 09:12\nDe : Ana Reyes <ana@mailbox.example>\nA : greg@northwind.example",
  ],
  [
    "a company whose name begins with a number",
    "From: 4Winds Talent\nSent: 18 May 2026 09:12\nTo: Greg Miller",
  ],
  [
    "the subject first",
    "Subject: Thursday\nDate: Mon, 18 May 2026 09:12:44 +0100\nFrom: ana@mailbox.example\nTo: greg@northwind.example",
  ],
])("a head (%s) ends the newest text, with marks below it and without", (_, head) => {
  expect(newestText(`${said}\n\n${head}\n\n> Would Thursday suit?\n> Ana`)).toBe(said);
  expect(newestText(`${said}\n${head}\n\nWould Thursday suit?\nAna`)).toBe(said);
});

test("above marked lines a head in any language is known by a name, an address and a time", () => {
  const head = "18 mai 2026, 09:12, Ana Reyes <ana@mailbox.example> a scris:";
  expect(newestText(`${said}\n\n${head}\n\n> Would Thursday suit?`)).toBe(said);
});

test.each([
  ["Yes, gladly.", " On Mon, 18 May 2026 at 09:12, Ana Reyes <ana@mailbox.example> wrote:"],
  ["Yes, gladly", "--- On Mon, 18 May 2026 at 09:12, Ana Reyes wrote:"],
  ["Passt.", " Am Mo., 18. Mai 2026 um 09:12 Uhr schrieb Ana Reyes <ana@mailbox.example>:"],
  ["Très bien.", " Le lun. 18 mai 2026 à 09:12, Ana Reyes <ana@mailbox.example> a écrit :"],
  ["Prima.", " Op ma 18 mei 2026 om 09:12 schreef Ana Reyes <ana@mailbox.example>:"],
])("words before a head on the same line are kept: %s", (words, head) => {
  expect(newestText(`${words}${head}\n> Would Thursday suit?`)).toBe(words);
  expect(newestText(`${said}\n${words}${head}\n\nWould Thursday suit?`)).toBe(`${said}\n${words}`);
});

test("an answer below a quote of any length is found", () => {
  const quote = "> We have a long history of planning.\n".repeat(2_000);
  expect(newestText(`On 18 May 2026 at 09:12, Ana Reyes wrote:\n${quote}\n${said}`)).toBe(said);
});

test.each([
  ["hours", "The talk is on 4 June.\n\nFrom: 10:00\nTo: 11:00\nPlace: Leeds"],
  ["Spanish hours", "La entrevista es el jueves.\n\nDe: 10:00\nA: 11:00\nLugar: Lugo"],
  ["French hours", "L'entretien a lieu jeudi.\n\nDe : 10h00\nÀ : 11h00"],
  ["Portuguese hours", "A entrevista é na quinta.\n\nData: 4 de junho\nDe: 10h\nPara: 11h"],
  ["days", "The task takes a week.\n\nFrom: Monday 1 June\nTo: Friday 5 June"],
  ["dates in words", "We pay for the train.\n\nFrom: the first of June\nTo: the fifth of June"],
  ["places", "We booked a seat.\n\nDate: Thursday 4 June\nFrom: Leeds\nTo: York\nBring: your passport"],
  [
    "how to apply",
    "Please write.\n\nSubject: Your name\nTo: jobs@larkfield.example\n\nWe read all by Friday.",
  ],
  ["a button", "The slots are below.\n>> Book here <<\nSee you."],
  ["a sentence with a date in it", "I sent it on Monday. On 3 May 2026 you wrote: please wait.\nI waited."],
])("a plan of a day is no head of a quote: %s", (_, letter) => {
  expect(newestText(letter)).toBe(letter);
});
