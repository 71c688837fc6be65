import type { Finding } from "../../domain/draft-basis.ts";
import type { FollowUpKind } from "../../domain/follow-up.ts";
import type { Language } from "../../domain/language.ts";
import type { DraftReading } from "./draft-reading.ts";
import { finding, whereFound } from "./finding.ts";
import { patternOf, phrasePattern } from "./phrases.ts";
import { acts, future, harmless, onlyIfWanted } from "./promise-phrases.ts";

const says =
  "Promise nothing on the writer's behalf: no sending, calling, coming, starting or writing again.";

/** Pay is for the person to speak of (brief of every kind: none of them is about money). */
const pay = phrasePattern({
  en: `
    salar*
    earn*
    (?:the|my|your|any) pay
    pay (?:range|rise|level|band|package|rate|me)
    paid
    wages?
    compensation
    remunerat*
    earnings?
    bonus*
    (?:day|hourly|daily) rate
    money
    budget for
    (?:equity|stock|share) options?
    benefits package
    package
    (?:financial|pay) (?:side|terms|expectation*|aspect*)
  `,
  de: `
    gehalt*
    gehälter
    (?:jahres|monats|grund|brutto|netto|wunsch)*gehalt*
    \\p{L}*gehalts\\p{L}*
    vergütung*
    lohn*
    entlohnung
    verdienst*
    bonus
    bezahl*
    brutto
    netto
    entgelt*
    honorar*
    tagessatz
    stundensatz
  `,
  fr: `
    salai*
    rémunér*
    prétentions
    paie
    payée?s?
    primes?
    émoluments
    (?:le|du|mon) brut
    tarif
    argent
  `,
  es: `
    salari*
    sueldo*
    remuner*
    retribuci*
    honorarios
    dinero
    paga
    pretensiones
    bruto
    tarifa
  `,
  nl: `
    salaris*
    loon
    \\p{L}*salaris
    beloning*
    vergoeding*
    verdien*
    bonus
    betaling
    betaald
    uurtarief
    bruto
  `,
  pt: `
    salári*
    salari*
    remuner*
    ordenado
    vencimento
    pretens*
    dinheiro
    bônus
    bónus
    honorários
    bruto
  `,
});

/** Days and spans make of an offer to help a promise to do it then. */
const withDay =
  /(?<!\p{L})(?:tomorrow|today|tonight|(?:mon|tues|wednes|thurs|fri|satur|sun)day|week|weeks|days?|hours?|morgen|heute|woche|demain|semaine|jours?|mañana|semana|días|volgende|vandaag|dagen|amanhã|dias|\d+)(?!\p{L})/iu;

/** Future of the first person, "I can start", "let me send": nothing of that unless it is harmless, or depends on their wish (POLICY 5). */
export function promiseFaults({ written, sentences, basis }: DraftReading): readonly Finding[] {
  const { language, kind } = basis;
  const money = whereFound(written, pay(language), "promise", "Say nothing of pay.");
  for (const sentence of written) {
    const found = promiseIn(sentence, "en", kind) ?? promiseIn(sentence, language, kind);
    if (found !== null) return [...money, finding("promise", found, says)];
  }
  return money.length > 0 || sentences.length === 0 ? money : [];
}

function promiseIn(sentence: string, language: Language, kind: FollowUpKind): string | null {
  const act = patterns[language].acts.exec(sentence);
  const wanted = patterns[language].onlyIfWanted.test(sentence) && !withDay.test(sentence);
  if (act !== null && !wanted) return act[0];
  // A question asks.
  if (/\?\W*$/u.test(sentence)) return null;
  for (const said of sentence.matchAll(patterns[language].future)) {
    const rest = sentence.slice(said.index);
    const coming = kind === "stage_question" && /^\S+(?: \S+)? (?:be there|join|attend|come)\b/i.test(rest);
    const giving = kind === "withdraw" && givesUp.test(rest);
    if (patterns[language].harmless.test(rest) || wanted || coming || giving) continue;
    return rest.slice(0, 80);
  }
  return null;
}

/** "I will not take up your offer" */
const givesUp =
  /^(?:\S+\s+){0,4}(?:not|nicht|pas|plus|no|niet|não|step|withdraw|\p{L}+ (?:elsewhere|anderswo|ailleurs|elders|em outr\p{L}|en otr\p{L}|noutr\p{L}))(?!\p{L})/iu;

type Patterns = {
  readonly acts: RegExp;
  readonly future: RegExp;
  readonly harmless: RegExp;
  readonly onlyIfWanted: RegExp;
};
const of = (language: Language): Patterns => ({
  acts: patternOf(acts[language]),
  future: new RegExp(future[language], "giu"),
  harmless: new RegExp(`^(?:${harmless[language]})`, "iu"),
  onlyIfWanted: patternOf(onlyIfWanted[language]),
});
const patterns: Readonly<Record<Language, Patterns>> = {
  en: of("en"),
  de: of("de"),
  fr: of("fr"),
  es: of("es"),
  nl: of("nl"),
  pt: of("pt"),
};
