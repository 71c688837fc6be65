import { numberIn } from "../text/number-words.ts";

/** An amount of something that can be compared: hours and days in hours, everything else as it stands. `each` is what it comes back in. */
export type Amount = {
  readonly value: number;
  readonly unit: "time" | "percent" | "money" | "times";
  readonly each: "day" | "week" | "month" | "year" | null;
};

const hoursIn: readonly (readonly [RegExp, number])[] = [
  [/^(?:min|minuten?|minutes?|minutos?|minuten)$/i, 1 / 60],
  [/^(?:h|hrs?|hours?|stunden?|heures?|horas?|uur|uren)$/i, 1],
  // A day of work, not of the clock.
  [/^(?:days?|tage?n?|jours?|journées?|días?|dag|dagen|dias?)$/i, 8],
  [/^(?:weeks?|wochen?|semaines?|semanas?|week|weken)$/i, 40],
];

const eachOf: readonly (readonly [RegExp, NonNullable<Amount["each"]>])[] = [
  [/^(?:day|tag|jour|día|dag|dia)/i, "day"],
  [/^(?:week|woche|semaine|semana)/i, "week"],
  [/^(?:month|monat|mois|mes|maand|mês)/i, "month"],
  [/^(?:year|annum|jahr|an|année|año|jaar|ano)/i, "year"],
];

const number =
  "(?:\\d{1,3}(?:[.,' ]\\d{3})+|\\d+(?:[.,]\\d+)?|(?<!\\p{L})(?:half an?|an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|thirty|ein(?:e[nr]?)?|zwei|drei|vier|fünf|sechs|acht|zehn|une?|deux|trois|quatre|cinq|six|huit|dix|una?|dos|tres|cuatro|cinco|seis|ocho|diez|een|twee|drie|vijf|zes|acht|tien|uma?|dois|duas|três|quatro|oito|dez))";
const rate = "(?:\\s*(?:a|an|per|each|every|pro|in der|im|par|à la|por|al?|in de|\\/)\\s*(\\p{L}+))?";
const time = new RegExp(
  `(${number})[ -]?(?:full |whole |working |ganze |volle |to \\p{L}+ |or \\p{L}+ )?(min|minutes?|minuten?|minutos?|h|hrs?|hours?|stunden?|heures?|horas?|uur|uren|days?|tage?n?|jours?|journées?|días?|dag|dagen|dias?|weeks?|wochen?|semaines?|semanas?|weken)(?!\\p{L})${rate}`,
  "giu",
);
const percent = new RegExp(
  `(${number})\\s?(?:%|per ?cent|percent|prozent|pour cent|por ciento|procent|por cento)`,
  "giu",
);
const money = new RegExp(
  `(?:[£€$]|(?:EUR|GBP|USD|CHF)\\s?)\\s?(${number})\\s?(k(?!\\p{L}))?|(${number})\\s?(k(?!\\p{L}))?\\s?(?:[£€]|euros?|pounds?|dollars?|EUR|GBP|USD|CHF)(?!\\p{L})|(?<![\\p{L}\\d])(\\d{2,3})k(?!\\p{L})`,
  "giu",
);
const times = new RegExp(
  `(${number})\\s+(?:more |further |weitere |autres )?(?:\\p{L}+ )?(?:rounds?|stages?|interviews?|gesprächsrunden?|gespräche?n?|runden|tours|entretiens|rondas|entrevistas|rondes|gesprekken|rodadas)`,
  "giu",
);

/** Every amount that a text names. */
export function amountsIn(text: string): readonly Amount[] {
  const found: Amount[] = [];
  for (const [, figures = "", unit = "", each = ""] of text.matchAll(time)) {
    const count = countOf(figures);
    const hours = hoursIn.find(([words]) => words.test(unit))?.[1];
    const rated = eachOf.find(([words]) => words.test(each))?.[1] ?? null;
    if (count !== null && hours !== undefined)
      found.push({ value: count * hours, unit: "time", each: rated });
  }
  for (const [, figures = ""] of text.matchAll(percent)) {
    const value = countOf(figures);
    if (value !== null) found.push({ value, unit: "percent", each: null });
  }
  for (const [, before = "", k1, after = "", k2, thousands = ""] of text.matchAll(money)) {
    const value = countOf(before || after || thousands);
    if (value !== null)
      found.push({ value: value * (k1 || k2 || thousands ? 1000 : 1), unit: "money", each: null });
  }
  for (const [, figures = ""] of text.matchAll(times)) {
    const value = countOf(figures);
    if (value !== null) found.push({ value, unit: "times", each: null });
  }
  return found;
}

const countOf = (figures: string): number | null => numberIn(figures.replace(/^half an?$/i, "half"));
