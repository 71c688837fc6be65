import { expect, test } from "vitest";
import { letterParts, newestText } from "../../src/understanding/text/reply-text.ts";

const said = "Thursday suits us well.";

test.each([
  [
    "marked quotes and their attribution",
    `${said}\n\nOn Mon, 18 May 2026 at 09:12, Ana Reyes <ana@mailbox.example> wrote:\n> Would Thursday suit?\n> Ana`,
  ],
  [
    "an attribution that is wrapped over two lines",
    `${said}\n\nOn Mon, 18 May 2026 at 09:12, Ana Reyes\n<ana@mailbox.example> wrote:\n\n> Would Thursday suit?`,
  ],
  [
    "an attribution whose quote carries no marks",
    `${said}\n\nOn Mon, 18 May 2026, Ana Reyes wrote:\n\nWould Thursday suit?\nAna`,
  ],
  [
    "an Outlook header block",
    `${said}\n\nFrom: Ana Reyes <ana@mailbox.example>\nSent: 18 May 2026 09:12\nTo: Greg Miller\nSubject: Thursday\n\nWould Thursday suit?`,
  ],
  ["an original-message divider", `${said}\n\n-----Original Message-----\nFrom: Ana\n\nWould Thursday suit?`],
  [
    "a Lotus Notes heading without marks",
    `${said}\n\n"Ana Reyes" <ana@mailbox.example> on 05/18/2026 09:12:44 AM\nTo: Greg\n\nWould Thursday suit?`,
  ],
  [
    "a German attribution",
    `${said}\n\nAm 18.05.2026 um 09:12 schrieb Ana Reyes <ana@mailbox.example>:\n> Passt Donnerstag?`,
  ],
  ["a phone's footer", `${said}\n\nSent from my iPhone`],
  [
    "a confidentiality note",
    `${said}\n\nThis email and any attachments are confidential and intended for the addressee only.`,
  ],
])("the newest text is without %s", (_, text) => {
  expect(newestText(text)).toBe(said);
});

test("answers written between marked quotes are kept", () => {
  expect(newestText("> Would Thursday suit?\nYes.\n> And who will be there?\nPriya and I.")).toBe(
    "Yes.\nPriya and I.",
  );
});

test("a signature is kept apart, because names stand in it", () => {
  expect(letterParts("See you then.\n\nKind regards,\nGreg Miller\nNorthwind Traders Ltd")).toEqual({
    newest: "See you then.",
    signature: "Kind regards,\nGreg Miller\nNorthwind Traders Ltd",
  });
});

test("a letter that opens with thanks is not taken for a signature", () => {
  expect(
    newestText("Hello Ana,\n\nThank you,\nwe received your papers and will read them this week."),
  ).toContain("will read them");
});

test("a postscript below the signature is the writer's word", () => {
  expect(newestText("See you then.\n\nBest regards,\nGreg\n\nPS: please bring your passport.")).toContain(
    "bring your passport",
  );
});

test("words broken by characters without width are joined", () => {
  expect(newestText("We are plea\u200bsed to in\u00advite you.")).toBe("We are pleased to invite you.");
});

test("a forward without a note keeps its text", () => {
  expect(
    newestText("From: Greg <greg@northwind.example>\nTo: Ana\nSubject: Thursday\n\nSee you on Thursday."),
  ).toContain("See you on Thursday.");
});

test.each([
  ["German", "Am Mo., 18. Mai 2026 um 09:12 Uhr schrieb Ana Reyes <ana@mailbox.example>:"],
  ["German, verb first", "Ana Reyes <ana@mailbox.example> schrieb am Mo., 18.\nMai 2026 um 09:12 Uhr:"],
  ["French", "Le lun. 18 mai 2026 à 09:12, Ana Reyes <ana@mailbox.example> a écrit :"],
  ["French over three lines", 'Le 18 mai 2026 09:12, "Ana Reyes"\n<ana@mailbox.example>\na écrit :'],
  ["Spanish", "El lun, 18 may 2026 a las 9:12, Ana Reyes (<ana@mailbox.example>) escribió:"],
  ["Dutch", "Op ma 18 mei 2026 om 09:12 schreef Ana Reyes <ana@mailbox.example>:"],
  ["Portuguese", "Em seg., 18 de mai. de 2026 às 09:12, Ana Reyes <ana@mailbox.example> escreveu:"],
  ["Italian", "Il giorno lun 18 mag 2026 alle ore 09:12 Ana Reyes <ana@mailbox.example> ha scritto:"],
  ["English with a broken address", "On Mon, 18 May 2026 at 09:12 Ana Reyes <\nana@mailbox.example> wrote:"],
  ["English, the date first", "2026-05-18 9:12 GMT+01:00 Ana Reyes <ana@mailbox.example>:"],
  ["English without a verb", '18.05.2026, 09:12, "Ana Reyes" <ana@mailbox.example>:'],
  [
    "English between dashes",
    "---- On Mon, 18 May 2026 09:12:44 +0100 Ana Reyes <ana@mailbox.example> wrote ----",
  ],
])("an attribution (%s) ends the newest text, with marks below it and without", (_, head) => {
  expect(newestText(`${said}\n\n${head}\n\n> Would Thursday suit?\n> Ana`)).toBe(said);
  expect(newestText(`${said}\n${head}\n\nWould Thursday suit?\nAna`)).toBe(said);
});

test.each([
  ["German", "Von: Ana Reyes\nGesendet: Montag, 18. Mai 2026 09:12\nAn: Greg Miller\nBetreff: Donnerstag"],
  ["French", "De : Ana Reyes\nEnvoyé : lundi 18 mai 2026 09:12\nÀ : Greg Miller\nObjet : jeudi"],
  ["Spanish", "De: Ana Reyes\nEnviado el: lunes, 18 de mayo de 2026 9:12\nPara: Greg Miller\nAsunto: jueves"],
  ["Dutch", "Van: Ana Reyes\nVerzonden: maandag 18 mei 2026 09:12\nAan: Greg Miller\nOnderwerp: donderdag"],
  [
    "Portuguese",
    "De: Ana Reyes\nEnviada em: segunda-feira, 18 de maio de 2026 09:12\nPara: Greg Miller\nAssunto: quinta",
  ],
  [
    "English in bold",
    "*From:* Ana Reyes\n*Sent:* Monday, May 18, 2026\n*To:* Greg Miller\n*Subject:* Thursday",
  ],
])("an Outlook head (%s) ends the newest text, with the rule above it", (_, head) => {
  expect(newestText(`${said}\n\n________________________________\n${head}\n\nWould Thursday suit?`)).toBe(
    said,
  );
});

test.each([
  "Sent from my iPhone",
  "Sent from Outlook for iOS<https://mail.example/ios>",
  "Get Outlook for Android",
  "Sent with BlackBerry",
  "Von meinem iPhone gesendet",
  "Envoyé de mon iPhone",
  "Enviado desde mi móvil",
  "Verzonden vanaf mijn telefoon",
  "Enviado do meu iPhone",
  "Inviato da iPhone",
  "-- ",
  "-Greg Miller",
  "Mit freundlichen Grüßen",
  "Cordialement,",
  "Un saludo,",
  "Met vriendelijke groet,",
  "Atenciosamente,",
  "Diese E-Mail enthält vertrauliche Informationen.",
])("the newest text ends before the footer %j", (footer) => {
  expect(newestText(`${said}\n\n${footer}`)).toBe(said);
});

test.each([
  [
    "a sentence about what was written",
    "As you wrote on 3 May 2026:\nwe meet at ten, and you bring the plans.",
  ],
  ["a sentence that begins like a head", "On Monday 18 May 2026 we meet at ten:\nplease bring the plans."],
  ["a sentence about a place of sending", "Sent from my desk, this is easier to read. The plans follow."],
  ["rules between its chapters", "First the plans.\n\n----\n\nThen the people.\n\n====\n\nThen the lunch."],
  ["a list whose last point is a name", "We need two words:\n- Plans\n- People"],
])("a letter keeps %s", (_, letter) => {
  expect(newestText(letter).replace(/\s+/g, " ")).toBe(letter.replace(/\s+/g, " "));
});

test("a forward without a note keeps its text and drops the heads", () => {
  expect(
    newestText(
      "---------- Forwarded message ---------\nFrom: Greg <greg@northwind.example>\nDate: 18 May 2026\nSubject: Plans\nTo: Ana\n\nSee you on Thursday.",
    ),
  ).toBe("See you on Thursday.");
});

test.each([
  ["empty lines", "\n"],
  ["quote marks", "> \n"],
  ["begun attributions", "On 1 Mon 10:10 a@b.example\n"],
  ["verbs", "wrote 1:\n"],
  ["header lines", "From: x\n"],
  ["footers", "Sent from my "],
  ["closings", "Thanks,\n\n\n\n\n"],
  ["brackets", `x 1 ${"<".repeat(150)}\n`],
  ["spaces", `${" ".repeat(190)}x\n`],
  ["dashes", `${"-".repeat(110)}\n`],
  ["names", "Ana Reyes\n"],
  ["names behind dashes", "-Ana\n"],
  ["thanks before an hour", "Thanks,\n10:00\n"],
  ["contacts", "t. 020 7946 0000\n"],
  ["heads behind words", "On 1 On 2 On 3 On 4 On 5 On 6 On 7 On 8 On 9 On 10 x\n"],
  ["dates above nothing", "Date: 1\n"],
  ["buttons", `>>${" <".repeat(120)}\n`],
  ["underscores", "____\n"],
])("%s without end take no more than a moment (R25)", (_, piece) => {
  const text = piece.repeat(Math.ceil(200_000 / piece.length));
  const begun = performance.now();
  letterParts(text);
  expect(performance.now() - begun).toBeLessThan(1_000);
});
