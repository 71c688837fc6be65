import { Temporal } from "temporal-polyfill";
import type { OwnMail } from "../../../src/drafting/voice/own-mail.ts";

const newest = Temporal.Instant.from("2026-05-20T09:00:00Z");

/** A reply to Greg; `daysAgo` orders the mails of a test. */
export const reply = (text: string, daysAgo = 0, changes: Partial<OwnMail> = {}): OwnMail => ({
  text,
  subject: "Re: our talk",
  to: [{ name: "Greg Vance", address: "greg.vance@northmoor.example" }],
  isReply: true,
  isForward: false,
  isBulk: false,
  at: newest.subtract({ hours: 24 * daysAgo }),
  ...changes,
});

export const lines = (...all: readonly string[]): string => all.join("\n");

/** Bodies of a British writer who writes everything out. */
export const britishBodies: readonly string[] = [
  "Thank you for your kind message. I am pleased to confirm the arrangement and I do not foresee any difficulty on my side.",
  "I have organised the papers as you suggested. It is no trouble at all to send them again if that would be of help to your colleagues.",
  "That would suit me very well. I will bring the programme along and I am happy to talk it through with whoever is there.",
  "I am sorry to hear that the meeting was cancelled. I do not mind waiting, and I would favour whichever arrangement is easier for you.",
  "You are very kind to think of me. I should be glad to hear what your colleagues made of the outline when you have had a moment.",
  "It is good to know that the centre will open after all. I did not expect the work to go so quickly and I am most impressed.",
  "I realise that everybody is busy at present. We are in no hurry here, and I will gladly fit in with whatever is convenient.",
  "Please do not apologise for the delay. I would rather have a careful answer than a quick one, and I will not be far away.",
];

export const british = (): readonly OwnMail[] =>
  britishBodies.map((body, at) =>
    at % 2 === 0
      ? reply(
          lines("Dear Ms Lee,", "", body, "", "Yours sincerely,", "Harriet Field", "Telephone 020 7946 0123"),
          at,
          {
            to: [{ name: "Hana Lee", address: "hana.lee@northmoor.example" }],
          },
        )
      : reply(
          lines("Dear Greg,", "", body, "", "Kind regards,", "Harriet Field", "Telephone 020 7946 0123"),
          at,
        ),
  );

const casual: readonly string[] = [
  "thanks for getting back to me so fast! That works great and I'm really looking forward to it.",
  "sounds good! I'll bring the sketches and we can just go through them over coffee, don't worry about the slides.",
  "no problem at all — I'd love to see how you've organized the shop since then, it's been way too long!",
  "that's awesome news! I can't wait to see the new center, and I don't think anybody else has that color on the wall.",
  "just a heads up that I won't make it to the first part, but I'll be there for the rest. Hope that's okay!",
  "you're the best! I didn't realize it was that simple, so I'll give it another try and let you know.",
  "I'm all set on my end! Let me know if there's anything you'd like me to read before we talk.",
];

export const american = (): readonly OwnMail[] =>
  casual.map((body, at) => reply(lines("Hi Greg,", "", body, "", "Best,", "Dana"), at));

const siezen: readonly string[] = [
  "vielen Dank für Ihre freundliche Nachricht. Ich freue mich sehr über die Einladung und komme gerne zu Ihnen.",
  "herzlichen Dank für das offene Gespräch. Es hat mir viel Freude gemacht, und ich habe einen guten Eindruck gewonnen.",
  "gerne schicke ich Ihnen die Unterlagen noch einmal. Falls etwas fehlt, sagen Sie mir bitte einfach Bescheid.",
  "danke für Ihre Geduld. Ich habe mir Ihre Frage in Ruhe überlegt und halte den Vorschlag für einen guten Weg.",
  "ich verstehe gut, dass Sie noch etwas Zeit brauchen. Melden Sie sich bitte, sobald es bei Ihnen passt.",
];
const duzen: readonly string[] = [
  "danke dir für die schnelle Antwort. Das passt mir gut, und ich bringe die Unterlagen gerne mit, wenn du magst.",
  "schön, dass du dich meldest. Ich habe gerade wenig Zeit, aber wir finden sicher einen Termin, der dir auch passt.",
  "hast du schon eine Idee, wie wir das lösen? Ich helfe dir gerne dabei, sag mir einfach Bescheid.",
];

export const german = (): readonly OwnMail[] => [
  ...siezen.map((body, at) =>
    reply(lines("Guten Tag Frau Lee,", "", body, "", "Mit freundlichen Grüßen", "Jonas Field"), at * 2, {
      to: [{ name: "Hana Lee", address: "hana.lee@steg.example" }],
    }),
  ),
  ...duzen.map((body, at) => reply(lines("Hallo Greg,", "", body, "", "Viele Grüße", "Jonas"), at * 2 + 1)),
];
