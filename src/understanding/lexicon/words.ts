import type { Language } from "../../domain/language.ts";

/** One word of a text, a shape such as "<time>", or a mark that means something ("?", "!"). */
export type Word = string;

type Spelling = readonly (readonly [RegExp, string])[];

const english: Spelling = [
  [/\bwon't\b/g, "will not"],
  [/\bcan(?:'t|not)\b/g, "can not"],
  [/\bshan't\b/g, "shall not"],
  [/n't\b/g, " not"],
  [/'ll\b/g, " will"],
  [/'ve\b/g, " have"],
  [/'re\b/g, " are"],
  [/\bi'm\b/g, "i am"],
  [/'d\b/g, " would"],
  [/\b(it|that|he|she|what|there|here|how|when)'s\b/g, "$1 is"],
];

// Umlauts, accents and the sharp s are left out by hasty writers and old systems; "Guten Morgen" names no day.
const german: Spelling = [
  [/\bguten morgen\b/g, "guten tag"],
  [/ä/g, "ae"],
  [/ö/g, "oe"],
  [/ü/g, "ue"],
  [/ß/g, "ss"],
];
const french: Spelling = [
  [/aujourd'hui/g, "aujourdhui"],
  [/(?<![\p{L}'])([cdjlmnst]|qu|jusqu|lorsqu|puisqu|quelqu)'/gu, "$1' "],
];
const dutch: Spelling = [[/(?<!\p{L})'[kst](?!\p{L})/gu, " "]];
// "Comunica-se" holds no "if"; days of the week also count things: "a segunda fase".
const portuguese: Spelling = [
  [/-se\b/g, ""],
  [
    /\b(segunda|terceira|quarta|quinta|sexta)(?=\s+(?:e\s+última\s+)?(?:fase|etapa|entrevista|ronda|rodada|prova|vaga|via|parte|edição|opção|conversa|semana|posição))/g,
    "$1_",
  ],
];
const spellings: Readonly<Record<Language, Spelling>> = {
  en: english,
  de: german,
  fr: french,
  es: [],
  nl: dutch,
  pt: portuguese,
};

/** Writes out a language's short forms, parts what it runs together, and takes the accents off where it has them. Lower case in and out. */
export function spelledOut(text: string, language: Language): string {
  let out = text;
  for (const [found, written] of spellings[language]) out = out.replace(found, written);
  return language === "en" ? out : out.normalize("NFD").replace(/\p{M}/gu, "");
}

/** Places of a template that its system forgot to fill. */
const unfilled = /<%[^%]{0,200}%>|\{\{[^}]{0,200}\}\}|[%$]\{[^}]{0,100}\}/g;

const word =
  /https?:\/\/\S+|www\.\S+|\S+@\S+\.\w+|[£$€]\s?\d[\d.,]*k?|\d[\d.,]*\s?(?:eur|gbp|usd|€)|\d{1,2}[:.h]\d\d\s?(?:am|pm|uhr)?\b|\d{1,2}\s?(?:am|pm|uhr|o'clock|heures)\b|\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4}|\d+(?:st|nd|rd|th)?|[\p{L}\p{M}'+]+|[?!%&]/gu;
const foreignWord =
  /https?:\/\/\S+|www\.\S+|\S+@\S+\.\w+|(?:[£$€]|r\$|chf|eur)\s?\d[\d.,]*k?|\d[\d.,]*\s?(?:k\s?€|eur\b|euros?\b|chf\b|gbp\b|usd\b|€|reais\b|pesos\b)|\d{1,2}\.\d{1,2}\.(?:\d{2,4})?(?!\d)|\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4}|\d{1,2}\s?(?:[:.h]|h\s|uur\s)\s?\d\d(?:\s?(?:am|pm|uhr|uur|u|h|hrs?|horas|min)\b|\b)|\d{1,2}\s?(?:am|pm|uhr|uur|u|h|hs|hrs|horas|heures)\b|\d{1,2}\/\d{1,2}\b|\d+|[\p{L}\p{M}'+_]+|[?!%&]/gu;

const days =
  /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)days?|tomorrow|today|tonight|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|morgen|heute|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|demain|lunes|martes|miércoles|jueves|viernes|sábado|domingo|mañana|maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag|vandaag|segunda|terça|quarta|quinta|sexta|amanhã)$/;
const months =
  /^(?:january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|januar|februar|märz|mai|juni|juli|oktober|dezember|janvier|février|mars|avril|juin|juillet|août|septembre|octobre|novembre|décembre|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre|januari|februari|maart|mei|augustus|janeiro|fevereiro|março|maio|junho|julho|setembro|outubro|novembro|dezembro)$/;

/** Days and months as they are spelled without accents, a language at a time: "segunda" is a day in Portuguese only, "mars" no month in German. */
const foreignDays: Readonly<Record<Exclude<Language, "en">, RegExp>> = {
  de: /^(?:(?:mon|diens|donners|frei|sams|sonn)tag(?:s|vormittag|nachmittag|morgen|mittag|frueh|abend)?|mittwoch(?:s|vormittag|nachmittag|morgen|mittag|frueh|abend)?|sonnabend|morgen|uebermorgen|heute)$/,
  fr: /^(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|demain|aujourdhui)$/,
  es: /^(?:lunes|martes|miercoles|jueves|viernes|sabado|domingo|manana|hoy)$/,
  nl: /^(?:(?:maan|dins|woens|donder|vrij|zater|zon)dag(?:ochtend|middag|avond|morgen)?|morgen(?:ochtend|middag)?|overmorgen|vandaag)$/,
  pt: /^(?:segunda|terca|quarta|quinta|sexta|sabado|domingo|amanha|hoje)$/,
};
const foreignMonths: Readonly<Record<Exclude<Language, "en">, RegExp>> = {
  de: /^(?:januar|jaenner|februar|maerz|april|mai|juni|juli|august|september|oktober|november|dezember)$/,
  fr: /^(?:janvier|janv|fevrier|fevr|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre)$/,
  es: /^(?:enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|setiembre|octubre|noviembre|diciembre)$/,
  nl: /^(?:januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december)$/,
  pt: /^(?:janeiro|fevereiro|marco|abril|maio|junho|julho|agosto|setembro|outubro|novembro|dezembro)$/,
};

/** Cuts a sentence into lower-case words; numbers, times, dates, money, links and addresses become shapes, short forms are written out. */
export function wordsOf(sentence: string, language: Language = "en"): readonly Word[] {
  const text = spelledOut(sentence.toLowerCase().replace(unfilled, " "), language);
  const found = text.match(language === "en" ? word : foreignWord) ?? [];
  return found.map((each) => shaped(each, language));
}

function shaped(found: string, language: Language): Word {
  if (!/[\d/@.]/.test(found)) {
    if ((language === "en" ? days : foreignDays[language]).test(found)) return "<day>";
    // "May" is a month and a word that doubts: the lexicon decides, beside a number it makes no difference.
    if (found !== "may" && (language === "en" ? months : foreignMonths[language]).test(found))
      return "<month>";
    return found;
  }
  if (/^(?:https?:|www\.)/.test(found)) return "<link>";
  if (found.includes("@")) return "<address>";
  if (/[£$€]|eur|gbp|usd|chf|reais|pesos/.test(found)) return "<money>";
  if (language === "de" && /^\d{1,2}\.\d{1,2}\.$/.test(found)) return "<date>";
  if (/^\d{1,2}\s?[:.h]\s?\d\d|(?:am|pm|uhr|uur|o'clock|heures|horas|\d\s?hr?s?|\d\s?u)$/.test(found))
    return "<time>";
  return /^\d{1,4}[/.-]/.test(found) ? "<date>" : "<number>";
}
