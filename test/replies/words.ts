/** What mail programs write in each language around an answer to a mail of Friday 22 May 2026, 07:30. */

export const languages = ["en", "de", "fr", "es", "nl", "pt"] as const;
export type Language = (typeof languages)[number];
type InEach = Readonly<Record<Language, string>>;

const who = "Afterword <sam@reed.example>";

export const gmailSays: InEach = {
  en: `On Fri, 22 May 2026 at 07:30, ${who} wrote:`,
  de: `Am Fr., 22. Mai 2026 um 07:30 Uhr schrieb ${who}:`,
  fr: `Le ven. 22 mai 2026 à 07:30, ${who} a écrit :`,
  es: "El vie, 22 may 2026 a las 7:30, Afterword (<sam@reed.example>) escribió:",
  nl: `Op vr 22 mei 2026 om 07:30 schreef ${who}:`,
  pt: `Em sex., 22 de mai. de 2026 às 07:30, ${who} escreveu:`,
};

export const appleSays: InEach = {
  en: `On 22 May 2026, at 07:30, ${who} wrote:`,
  de: `Am 22.05.2026 um 07:30 schrieb ${who}:`,
  fr: `Le 22 mai 2026 à 07:30, ${who} a écrit :`,
  es: `El 22 may 2026, a las 7:30, ${who} escribió:`,
  nl: `Op 22 mei 2026 om 07:30 heeft ${who} het volgende geschreven:`,
  pt: `Em 22 de mai. de 2026, à(s) 07:30, ${who} escreveu:`,
};

export const thunderbirdSays: InEach = {
  en: "On 22/05/2026 07:30, Afterword wrote:",
  de: "Am 22.05.26 um 07:30 schrieb Afterword:",
  fr: "Le 22/05/2026 à 07:30, Afterword a écrit :",
  es: "El 22/5/26 a las 7:30, Afterword escribió:",
  nl: "Op 22-05-2026 om 07:30 schreef Afterword:",
  pt: "Em 22/05/2026 07:30, Afterword escreveu:",
};

export const protonSays: InEach = {
  en: `On Friday, May 22nd, 2026 at 7:30 AM, ${who} wrote:`,
  de: `Am Freitag, den 22. Mai 2026 um 07:30, ${who} schrieb:`,
  fr: `Le vendredi 22 mai 2026 à 07:30, ${who} a écrit :`,
  es: `El viernes, 22 de mayo de 2026 a las 7:30, ${who} escribió:`,
  nl: `Op vrijdag 22 mei 2026 om 07:30 schreef ${who}:`,
  pt: `Em sexta-feira, 22 de maio de 2026 às 07:30, ${who} escreveu:`,
};

export const k9Says: InEach = {
  en: `On 22 May 2026 07:30:00 BST, ${who} wrote:`,
  de: `Am 22. Mai 2026 07:30:00 MESZ schrieb ${who}:`,
  fr: `Le 22 mai 2026 07:30:00 GMT+02:00, ${who} a écrit :`,
  es: `El 22 de mayo de 2026 7:30:00 CEST, ${who} escribió:`,
  nl: `Op 22 mei 2026 07:30:00 CEST schreef ${who}:`,
  pt: `Em 22 de maio de 2026 07:30:00 WEST, ${who} escreveu:`,
};

/** From, sent, to, subject, as Outlook heads a quoted mail. */
export const outlookHead: Readonly<Record<Language, readonly [string, string][]>> = {
  en: head("From", "Sent", "Friday, May 22, 2026 7:30 AM", "To", "Subject"),
  de: head("Von", "Gesendet", "Freitag, 22. Mai 2026 07:30", "An", "Betreff"),
  fr: head("De ", "Envoyé ", "vendredi 22 mai 2026 07:30", "À ", "Objet "),
  es: head("De", "Enviado el", "viernes, 22 de mayo de 2026 7:30", "Para", "Asunto"),
  nl: head("Van", "Verzonden", "vrijdag 22 mei 2026 07:30", "Aan", "Onderwerp"),
  pt: head("De", "Enviada em", "sexta-feira, 22 de maio de 2026 07:30", "Para", "Assunto"),
};

function head(
  from: string,
  sent: string,
  day: string,
  to: string,
  subject: string,
): readonly [string, string][] {
  return [
    [from, who],
    [sent, day],
    [to, "Sam Reed <sam@reed.example>"],
    [subject, "Afterword, Friday 22 May: 1 to approve"],
  ];
}

/** The divider and the date's name of a Galaxy's own mail program. */
export const galaxyHead: Readonly<
  Record<Language, { readonly divider: string; readonly fields: readonly [string, string][] }>
> = {
  en: galaxy("Original message", "From", "Date", "To", "Subject"),
  de: galaxy("Ursprüngliche Nachricht", "Von", "Datum", "An", "Betreff"),
  fr: galaxy("Message d'origine", "De ", "Date ", "À ", "Objet "),
  es: galaxy("Mensaje original", "De", "Fecha", "Para", "Asunto"),
  nl: galaxy("Oorspronkelijk bericht", "Van", "Datum", "Aan", "Onderwerp"),
  pt: galaxy("Mensagem original", "De", "Data", "Para", "Assunto"),
};

function galaxy(divider: string, from: string, date: string, to: string, subject: string) {
  return {
    divider: `-------- ${divider} --------`,
    fields: [
      [from, who],
      [date, "22/05/2026 07:30 (GMT+01:00)"],
      [to, "Sam Reed <sam@reed.example>"],
      [subject, "Afterword, Friday 22 May: 1 to approve"],
    ] as const satisfies readonly [string, string][],
  };
}

export const iphone: InEach = {
  en: "Sent from my iPhone",
  de: "Von meinem iPhone gesendet",
  fr: "Envoyé de mon iPhone",
  es: "Enviado desde mi iPhone",
  nl: "Verstuurd vanaf mijn iPhone",
  pt: "Enviado do meu iPhone",
};
export const galaxyFoot: InEach = {
  en: "Sent from my Galaxy",
  de: "Von meinem Galaxy gesendet",
  fr: "Envoyé depuis mon appareil Galaxy",
  es: "Enviado desde mi Galaxy",
  nl: "Verzonden vanaf mijn Galaxy",
  pt: "Enviado do meu Galaxy",
};
export const outlookPhone: InEach = {
  en: "Get Outlook for iOS",
  de: "Outlook für iOS beziehen",
  fr: "Télécharger Outlook pour iOS",
  es: "Obtener Outlook para iOS",
  nl: "Outlook voor iOS downloaden",
  pt: "Obter o Outlook para iOS",
};
export const k9Foot: InEach = {
  en: "Sent from my Android device with K-9 Mail. Please excuse my brevity.",
  de: "Diese Nachricht wurde von meinem Android-Gerät mit K-9 Mail gesendet.",
  fr: "Envoyé de mon appareil Android avec Courriel K-9 Mail. Veuillez excuser ma brièveté.",
  es: "Enviado desde mi dispositivo Android con K-9 Mail. Por favor, disculpa mi brevedad.",
  nl: "Verzonden vanaf mijn Android-apparaat met K-9 Mail. Excuseer mijn beknoptheid.",
  pt: "Enviado do meu dispositivo Android com o K-9 Mail. Desculpe a brevidade.",
};
export const protonFoot: InEach = {
  en: "Sent with [Proton Mail](https://proton.me/mail/home) secure email.",
  de: "Gesendet mit [Proton Mail](https://proton.me/mail/home) sichere E-Mail.",
  fr: "Envoyé avec la messagerie sécurisée [Proton Mail](https://proton.me/mail/home).",
  es: "Enviado con el correo electrónico seguro de [Proton Mail](https://proton.me/mail/home).",
  nl: "Verzonden met [Proton Mail](https://proton.me/mail/home) beveiligde e-mail.",
  pt: "Enviado com o e-mail seguro [Proton Mail](https://proton.me/mail/home).",
};
export const closings: InEach = {
  en: "Best regards,",
  de: "Viele Grüße",
  fr: "Cordialement,",
  es: "Un saludo,",
  nl: "Met vriendelijke groet,",
  pt: "Cumprimentos,",
};
