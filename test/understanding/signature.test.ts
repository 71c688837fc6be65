import { expect, test } from "vitest";
import { letterParts, newestText } from "../../src/understanding/text/reply-text.ts";

const said = "Thursday suits us well.";

test.each([
  "Mit freundlichem Gruß",
  "Viele Grüße aus Graz",
  "Vielen Dank im Voraus",
  "Hochachtungsvoll",
  "Très cordialement",
  "Salutations distinguées",
  "Bonne journée",
  "Merci d'avance",
  "Reciba un cordial saludo",
  "Cordialmente",
  "Muchas gracias",
  "Um abraço",
  "Muito obrigada",
  "Hoogachtend",
  "Alvast bedankt",
  "Warmly",
  "Thanks in advance",
])("%j closes a letter, with the name right below it and after an empty line", (closing) => {
  for (const below of ["Greg Miller", "\nGreg Miller\nNorthwind Traders"]) {
    expect(newestText(`${said}\n\n${closing},\n${below}`)).toBe(said);
  }
});

test.each([
  ["a name over its contacts", "Nora Whitlock\nTalent Partner\nnora@larkfield.example\n+44 20 7946 0000"],
  [
    "a title behind the name",
    "Nora B. Whitlock, Ph.D.\nLarkfield Ltd.\nM: +44 7700 900123\nwww.larkfield.example",
  ],
  ["contacts on one line", "Nora Whitlock | Talent\nnora@larkfield.example | +44 20 7946 0000"],
  [
    "short lines below a rule",
    "-------\n\nLARKFIELD\n\nNora Whitlock\n\nt. 020 7946 0000\n\nhttps://larkfield.example/",
  ],
  ["a name above a telephone's footer", "Nora Whitlock\nSent from my iPhone"],
  ["a name and the way it was sent", "Nora Whitlock\nvia mobile"],
  ["a name behind a dash above a footer", "-Nora\n\nSent from my phone"],
  ["a name behind a dash above a list's rule", "-Nora Whitlock\n\n________\nlarkfield mailing list"],
  ["a telephone's whole sentence", "Sent wirelessly from my BlackBerry device on the Hilltop network."],
  ["a telephone that is glad of it", "Sent from my iPhone!"],
])("a signature without a closing is known: %s", (_, signature) => {
  expect(letterParts(`Hello Ana,\n\n${said}\n\n${signature}`)).toEqual({
    newest: `Hello Ana,\n\n${said}`,
    signature,
  });
});

test.each([
  ["whom to call", "Please call my reference:\n\nGreg Miller\ngreg@northwind.example\n+44 20 7946 0000"],
  ["whom you will meet", "Hello Ana,\n\nNora Whitlock\nnora@larkfield.example\n+44 20 7946 0000"],
  [
    "where to go",
    "We meet on 4 June.\n\nVisitor Address\n12 Harbour Street\n+44 20 7946 0000\nwww.larkfield.example",
  ],
  [
    "how to dial in",
    "See you then.\n\n---\nJoin: https://meet.example/join/1\nMeeting ID: 123 456 789\nPhone: 020 7946 0000",
  ],
  ["which days", "Two are free.\n\n---\nTuesday\nThursday"],
  ["a day behind a dash", "I can do one day.\n\n- Tuesday"],
  ["a yes behind a dash", "You asked about Leeds.\n\n- Yes"],
  ["a name behind a dash that was announced", "There is one more person to meet:\n- Nora"],
  ["thanks in the middle", "Hi Greg,\n\nThanks!\n\nThat works for me"],
  ["Spanish thanks in the middle", "Hola, Greg:\n\nGracias\n\nNos vemos pues en la oficina"],
  ["a day below thanks", "Hi Greg,\n\nThanks\n\nWednesday"],
  [
    "chapters between rules",
    "Please choose.\n\n____\nOption 1 is Leeds at ten in the morning.\n\n____\nOption 2 is York.",
  ],
])("words that could be an answer are no signature: %s", (_, letter) => {
  expect(newestText(letter)).toBe(letter);
});

test("a name alone above a footer is an answer where nothing else was said", () => {
  expect(newestText("Hello Ana,\n\nNora Whitlock\n\nSent from my iPhone")).toBe(
    "Hello Ana,\n\nNora Whitlock",
  );
});

test.each(["PS: please", "P.D.: por favor", "NB: please", "One more thing, please", "Noch etwas: bitte"])(
  "what is added below the signature is the writer's word: %j",
  (added) => {
    expect(newestText(`${said}\n\nBest regards,\nGreg\n\n${added} bring your passport.`)).toContain(
      "bring your passport",
    );
  },
);

test.each([
  "Outlook für iOS beziehen<https://aka.ms/o0ukef>",
  "Télécharger Outlook pour iOS",
  "Obtener Outlook para iOS<https://aka.ms/o0ukef>",
  "Outlook voor Android downloaden",
  "Obter o Outlook para iOS",
  "Envoyé à partir d'Outlook pour iOS",
  "Verzonden vanuit Outlook voor iOS",
  "Enviado con Proton Mail",
  "Von Outlook für Android gesendet",
  "Get BlueMail for Android",
  "Dictated with Siri",
])("a footer of a mail program is none of the writer's words: %j", (footer) => {
  expect(newestText(`${said}\n\n${footer}\n`)).toBe(said);
});

test.each(["Sent by mistake, please wait", "Sent on the wrong day", "Sent too soon"])(
  "a line that begins like a footer and takes back what stands above is the writer's: %j",
  (line) => {
    expect(newestText(`${said}\n${line}`)).toBe(`${said}\n${line}`);
  },
);

test.each([
  "Wait, not yet",
  "Actually, don't",
  "Doch nicht",
  "Attends",
  "Espera, todavía no",
  "Toch niet",
  "Ainda não",
])("what holds back is the writer's word, below a closing and below a footer: %j", (line) => {
  expect(newestText(`${said}\n\nBest regards,\nGreg\n\n${line}`)).toContain(line);
  expect(newestText(`${said}\n\nThanks\n${line}`)).toContain(line);
  expect(newestText(`${said}\n\nSent from my iPhone\n\n${line}`)).toContain(line);
});

test.each(["Merci !", "Thanks,", "Bedankt!"])(
  "%j above an answer that begins with a number opens it",
  (thanks) => {
    expect(newestText(`> Which one?\n\n${thanks}\n1 ok\n2 skip`)).toBe(`${thanks}\n1 ok\n2 skip`);
  },
);
