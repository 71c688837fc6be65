import type { Language } from "../../src/domain/language.ts";

const shouts = "!|https?:|www\\.|@";
const found = (words: string): RegExp => new RegExp(`${shouts}|(?<!\\p{L})(?:${words})(?!\\p{L})`, "iu");

/** What no draft says (POLICY 5): filler, pressure, apologies for writing, praise of oneself, complaints. Whole words. */
export const unwanted: Readonly<Record<Language, RegExp>> = {
  en: found(
    "check(?:ing)? in|touch(?:ing)? base|circl(?:e|ing) back|follow(?:ing)? up|bother|sorry|apolog\\w+|forgive|regret|asap|urgent(?:ly)?|immediately|too late|otherwise|last chance|fool|must|perfect(?:ly)?|best (?:candidate|fit)|ideal(?:ly)?|excellent|outstanding|unique|most qualified|unfortunately|disappoint\\w*|hope this (?:finds|email)",
  ),
  de: found(
    "nachhaken|nachfassen|mal kurz|nur kurz|störe\\w*|entschuldig\\w*|verzeih\\w*|tut mir leid|dringend\\w*|umgehend\\w*|sofort|schnellstmöglich\\w*|zu spät|letzte chance|leider|enttäusch\\w*|perfekt\\w*|ideal\\w*|hervorragend\\w*|exzellent\\w*|einzigartig\\w*|beste(?:r|n)? (?:bewerber\\w*|wahl)|bedauer\\w*|müssen (?:sie|du)",
  ),
  fr: found(
    "relanc\\w*|désolée?|excus\\w*|pardon\\w*|déranger?|urgent\\w*|urgemment|immédiatement|au plus vite|trop tard|dernière chance|malheureusement|hélas|déçue?|déception|parfait\\w*|idéale?\\w*|excellente?|exceptionnel\\w*|meilleure? (?:candidate?|choix|profil)|je me permets|regrett\\w*",
  ),
  es: found(
    "perdón|perdon\\w*|disculp\\w*|lo siento|lamento|molest\\w*|urgen\\w*|inmediatamente|(?:respond|contest|decid)\\w* cuanto antes|demasiado tarde|última oportunidad|desgraciadamente|lamentablemente|decepci\\w*|perfect\\w*|ideal\\w*|excelente\\w*|únic[oa]s?|mejor (?:candidat\\w*|opción|perfil)|solo quería",
  ),
  nl: found(
    "sorry|excus\\w*|verontschuldig\\w*|vergeef|stoor|storen|lastigval\\w*|dringend\\w*|onmiddellijk|zo snel mogelijk|te laat|laatste kans|helaas|teleur\\w*|spijt|perfect\\w*|ideal\\w*|ideaal|uitstekend\\w*|uniek\\w*|beste (?:kandidaat|keuze)|even checken|checken",
  ),
  pt: found(
    "desculp\\w*|perdão|perdo\\w*|lamento|incomod\\w*|incômodo|incómodo|urgen\\w*|imediatamente|o quanto antes|tarde demais|última (?:chance|oportunidade)|infelizmente|decepc\\w*|desilu\\w*|perfeit\\w*|idea(?:l|is)|excelente\\w*|únic[oa]s?|melhor (?:candidat\\w*|opção|perfil)|só queria",
  ),
};

const words = (list: string, flags = "iu"): RegExp =>
  new RegExp(`(?<![\\p{L}\\p{M}'’])(?:${list})(?![\\p{L}\\p{M}])`, flags);
const nothing = /(?!)/;

/**
 * The words of each form of address, which never stand in a mail of the other one. A company may be spoken to in the plural by whoever says du or tu:
 * "bei euch", "chez vous".
 */
export const addressed: Readonly<Record<Language, Readonly<Record<"formal" | "familiar", RegExp>>>> = {
  en: { formal: nothing, familiar: nothing },
  de: {
    familiar: words("du|dich|dir|dein(?:e[mnrs]?)?|euch|eure[mnrs]?|euer"),
    formal: /(?:\p{L}|,)\s(?:Sie|Ihnen|Ihr(?:e[mnrs]?)?)(?!\p{L})|(?<!\p{L})Ihnen(?!\p{L})/u,
  },
  fr: {
    familiar: words("tu|te|toi|ton|ta|tes|t['’]\\p{L}+"),
    formal: words("votre|vos|(?<!chez |rendez-)vous"),
  },
  es: {
    familiar: words("tú|tu|tus|te|ti|contigo|tuy[oa]s?|vosotr[oa]s|os|vuestr[oa]s?"),
    formal: words("usted(?:es)?|consigo"),
  },
  nl: { familiar: words("je|jij|jou|jouw|jullie"), formal: words("u|uw") },
  pt: { familiar: words("tu|te|ti|teus?|tuas?|contigo"), formal: words("senhora?|o senhor") },
};
