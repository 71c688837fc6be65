import type { Language } from "../../domain/language.ts";
import type { Formality } from "../../domain/tone.ts";
import type { Greeting } from "./greetings.ts";

/** Words that say Sie or du. German "Sie" counts inside a sentence alone: at its head it may be they or she. */
const addressed: Readonly<Record<Exclude<Language, "en">, readonly [formal: RegExp, familiar: RegExp]>> = {
  de: [
    /(?<=[\p{Ll},;]\s)(?:Sie|Ihnen|Ihr(?:e[nmrs]?)?)(?!\p{L})/gu,
    /(?<!\p{L})(?:du|dich|dir|dein(?:e[nmrs]?)?|euch|eure?[nmrs]?)(?!\p{L})/giu,
  ],
  fr: [
    /(?<!\p{L})(?:vous|votre|vos)(?!\p{L})/giu,
    /(?<!\p{L})(?:(?:tu|te|toi|ton|ta|tes)(?!\p{L})|t'(?=\p{L}))/giu,
  ],
  es: [
    /(?<!\p{L})(?:usted(?:es)?|le (?:agradezco|escribo|saludo|envío|confirmo|deseo)|su (?:respuesta|correo|mensaje|tiempo|disponibilidad|interés))(?!\p{L})/giu,
    /(?<!\p{L})(?:tú|te|ti|tus?|contigo|vosotros|os)(?!\p{L})/giu,
  ],
  nl: [/(?<!\p{L})(?:u|uw)(?!\p{L})/giu, /(?<!\p{L})(?:je|jij|jou|jouw|jullie)(?!\p{L})/giu],
  pt: [
    /(?<!\p{L})(?:o senhor|a senhora|lhe|v\. ?ex\.?ª?)(?!\p{L})/giu,
    /(?<!\p{L})(?:tu|te|ti|teus?|tuas?|contigo|vocês?)(?!\p{L})/giu,
  ],
};

const formalClose =
  /^(?:yours (?:sincerely|faithfully)|mit freundlichen|hochachtungsvoll|hoogachtend|atentamente|atenciosamente|respectueusement)/i;
const familiarClose = /^(?:liebe grüße|lg|cheers|bises|abra[çz]|un abrazo|groetjes)/i;

/**
 * How formal a letter is: in English by title and last name, elsewhere by Sie or du, vous or tu; null where it does not show.
 * @param greeting null where it has none
 */
export function formalityOf(
  body: string,
  greeting: Greeting | null,
  signOff: string | null,
  language: Language,
): Formality | null {
  if (language === "en") {
    if (greeting !== null) return greeting.isFormal ? "formal" : "familiar";
    return formalClose.test(signOff ?? "") ? "formal" : "familiar";
  }
  const [formal, familiar] = addressed[language].map((words) => body.match(words)?.length ?? 0);
  if ((formal ?? 0) !== (familiar ?? 0)) return (formal ?? 0) > (familiar ?? 0) ? "formal" : "familiar";
  if (greeting?.isFormal === true) return "formal";
  if (formalClose.test(signOff ?? "")) return "formal";
  return familiarClose.test(signOff ?? "") || greeting?.names.length === 1 ? "familiar" : null;
}
