import { dateWords } from "../domain/date-words.ts";
import type { Language } from "../domain/language.ts";
import type { Address } from "../domain/message.ts";
import { cleanLine } from "../domain/plain-text.ts";
import type { QuotedOriginal } from "../domain/quoted-original.ts";
import { spokenTime } from "../domain/spoken.ts";

type Words = {
  /** "On 19 May 2026, 09:05, Greg Blake wrote:", as mail programs in that language have it. */
  readonly attribution: (date: string, time: string, who: string) => string;
  /** From, Sent, To, Subject, with what stands before and behind a colon there. */
  readonly fields: readonly [from: string, sent: string, to: string, subject: string];
  readonly date: (day: number, month: string, year: number) => string;
};

const words: Readonly<Record<Language, Words>> = {
  en: {
    attribution: (date, time, who) => `On ${date}, ${time}, ${who} wrote:`,
    fields: ["From:", "Sent:", "To:", "Subject:"],
    date: (day, month, year) => `${day} ${month.slice(0, 3)} ${year}`,
  },
  de: {
    attribution: (date, time, who) => `Am ${date} um ${time} schrieb ${who}:`,
    fields: ["Von:", "Gesendet:", "An:", "Betreff:"],
    date: (day, month, year) => `${day}. ${month} ${year}`,
  },
  fr: {
    attribution: (date, time, who) => `Le ${date} à ${time}, ${who} a écrit :`,
    fields: ["De :", "Envoyé :", "À :", "Objet :"],
    date: (day, month, year) => `${day} ${month} ${year}`,
  },
  es: {
    attribution: (date, time, who) => `El ${date} a las ${time}, ${who} escribió:`,
    fields: ["De:", "Enviado:", "Para:", "Asunto:"],
    date: (day, month, year) => `${day} de ${month} de ${year}`,
  },
  nl: {
    attribution: (date, time, who) => `Op ${date} om ${time} schreef ${who}:`,
    fields: ["Van:", "Verzonden:", "Aan:", "Onderwerp:"],
    date: (day, month, year) => `${day} ${month} ${year}`,
  },
  pt: {
    attribution: (date, time, who) => `Em ${date} às ${time}, ${who} escreveu:`,
    fields: ["De:", "Enviado:", "Para:", "Assunto:"],
    date: (day, month, year) => `${day} de ${month} de ${year}`,
  },
};

/** Gives the lines above a quoted mail, in the language of the thread and the shape of the person's own mail program. */
export function quoteHead(quoted: QuotedOriginal): readonly string[] {
  const { language, at, from, shape } = quoted;
  const { attribution, date, fields } = words[language];
  const day = date(at.day, dateWords[language].months[at.month - 1] ?? "", at.year);
  const time = spokenTime(at.toPlainTime());
  if (shape === "attribution") return [attribution(day, time, cleanLine(from.name) || from.address)];
  const values = [
    mailbox(from),
    `${day} ${time}`,
    quoted.to.map(mailbox).join("; "),
    cleanLine(quoted.subject),
  ];
  // The rule above it is what mail programs write that quote so.
  return ["_".repeat(32), ...fields.map((field, place) => `${field} ${values[place]}`.trimEnd()), ""];
}

const mailbox = ({ name, address }: Address): string => {
  const shown = cleanLine(name);
  return shown === "" ? address : `${shown} <${address}>`;
};
