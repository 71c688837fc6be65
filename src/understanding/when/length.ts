import { countOf, numberWord } from "./time-words.ts";

const hours = "hours?|hrs?|stunden?|heures?|horas?|uur|uren";
const minutes = "minutes?|mins?|minuten|minutos|min";
const counted = new RegExp(
  `(?<![\\p{L}\\d])(half an|a half|eine halbe|une demi|media|meia|half|quarter of an|a quarter|anderthalb|one and a half|forty[- ]five|forty|fifty|sixty|ninety|twenty[- ]five|vierzig|fünfzig|sechzig|quarante(?:-cinq)?|cuarenta|cincuenta|veertig|\\d{1,3}(?:[.,]5)?|${numberWord})[\\s-]*(${hours}|${minutes})(?![\\p{L}])(?!\\s+(?:before|early|earlier|prior|notice|ago|after|later|away|vorher|avant|antes|drive|walk|pro\\b|per\\b))`,
  "giu",
);
const named: Readonly<Record<string, number>> = {
  "half an": 0.5,
  "a half": 0.5,
  "eine halbe": 0.5,
  "une demi": 0.5,
  media: 0.5,
  meia: 0.5,
  half: 0.5,
  "quarter of an": 0.25,
  "a quarter": 0.25,
  anderthalb: 1.5,
  "one and a half": 1.5,
  "twenty-five": 25,
  forty: 40,
  "forty-five": 45,
  fifty: 50,
  sixty: 60,
  ninety: 90,
  vierzig: 40,
  fünfzig: 50,
  sechzig: 60,
  quarante: 40,
  "quarante-cinq": 45,
  cuarenta: 40,
  cincuenta: 50,
  veertig: 40,
};

/** Length of a meeting in minutes, where the text tells it ("a 45-minute call", "half an hour", "anderthalb Stunden"). The first that can be one. */
export function lengthIn(text: string): number | null {
  for (const [, count = "", unit = ""] of text.matchAll(counted)) {
    const words = count
      .toLowerCase()
      .replace(/\s+/g, " ")
      .replace(/ (?=five)/, "-");
    const number = named[words] ?? countOf(words) ?? Number(words.replace(",", "."));
    const length = new RegExp(`^(?:${hours})$`, "i").test(unit) ? number * 60 : number;
    if (length >= 10 && length <= 600) return Math.round(length);
  }
  return null;
}
