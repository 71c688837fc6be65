import { monthWord, numberWord } from "./time-words.ts";

/** How hours are written, in six languages: `digital` in digits with what leads in and follows, `rangeEnd` behind one, `worded` and `spelled` in words. */
const leads =
  "at|@|say|around|um|gegen|ab|à|a las|a la|às|as|om|vanaf|from|von|van|de|das|between|zwischen|entre|tussen|after|nach|após|après|than|to|start(?:s|ing)?|begin(?:s|nt)?|time:?|uhrzeit:?|heure ?:?|hora:?|tijd:?";
const one = String.raw`(?<hour>\d{1,2})(?:(?<mark>[:.])(?<minute>\d{2})(?!\d)|\s?h\s?(?<after>\d{2})(?!\d)|(?<four>[0-5]\d)(?=\s?(?:h(?:ou)?rs|h\b|uhr)|[,]?\s(?:on|this|tomorrow|today|sharp|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b))?(?:\s?(?<half>a\.?m\b|p\.?m\b)\.?|\s?(?<unit>uhr|uur|hrs|hours|heures?|horas?|o'clock|-?ish|h)(?![\p{L}])(?:\s(?<more>\d{2})(?!\d)|\s(?<part>et demie|y media|e meia|et quart|y cuarto))?)?`;
export const digital = new RegExp(
  `(?:(?<![\\p{L}\\d])(?<lead>${leads})\\s+)?(?<![\\p{L}\\d.:/,$€£#+-]|[$€£]\\s)${one}(?![\\d%€$]|[.:/,]\\d|\\s?(?:%|k\\b|€|euros?|an hour|per\\b|gb|miles|km|kg))`,
  "giu",
);
export const rangeEnd = new RegExp(
  `^\\s*(?:-|\\b(?:to|until|till|bis|tot|and|und|et|y|en|e|a)(?![\\p{L}])|às|à|até)\\s*(?:las\\s+|um\\s+)?${one}(?![\\d%€$/]|[.:,]\\d)`,
  "iu",
);
export const worded = new RegExp(
  `(?<![\\p{L}\\d])(?:(?:half past|(?:five|ten|twenty|twenty-five) (?:past|to)|half|halb|(?:a )?quarter (?:past|to)|viertel (?:nach|vor)|kwart (?:over|voor))\\s+(?:${numberWord}|\\d{1,2})|(?:12 )?noon|midday|mittags|midi|mediod[ií]a|meio-dia|midnight|mitternacht|minuit|medianoche)(?![\\p{L}])`,
  "giu",
);
export const spelled = new RegExp(
  `(?<![\\p{L}\\d])(?:at|um|om|à|a las?|las|às)\\s+(${numberWord})(?:\\s(?:o'clock|uhr|uur|heures?|horas))?(?:\\s(?:y|et|e)\\s(media|demie?|meia|cuarto|quart|quarto))?(?![\\p{L}-])(?=\\s*(?:[.,;:!?)]|$|in the|de la|da (?:manhã|tarde)|du (?:matin|soir)|de l'|on\\b|tomorrow|sharp|at\\b|am\\b|im\\b|le\\b|el\\b|op\\b|for\\b))`,
  "giu",
);
export const notAnHour = new RegExp(
  `^\\s?(?:-\\s?)?(?:(?:st|nd|rd|th|days?|weeks?|months?|years?|minutes?|mins?|people|of|${monthWord})(?![\\p{L}])|p\\.?\\s?a\\b|[\\p{Lu}]\\p{Ll}+)`,
  "u",
);
export const zoneOrDay =
  /^\s(?:Uhr|Eastern|Central|Pacific|Mountain|[A-Z]{2,5}\b|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)/;
/** "Nine o'clock" needs no "at". */
export const onTheClock = new RegExp(`(?<![\\p{L}\\d])(${numberWord}) o'clock(?![\\p{L}])`, "giu");
