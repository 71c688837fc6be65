/** Names of days, months and small numbers in the six languages that are read, and the patterns made of them. Names that differ in one language only by accent stand twice. */

const weekdayNames: readonly string[] = [
  "monday montag lundi lunes maandag segunda-feira segunda",
  "tuesday dienstag mardi martes dinsdag terça-feira terca-feira terça",
  "wednesday mittwoch mercredi miércoles miercoles woensdag quarta-feira",
  "thursday donnerstag jeudi jueves donderdag quinta-feira",
  "friday freitag vendredi viernes vrijdag sexta-feira",
  "saturday samstag sonnabend samedi sábado sabado zaterdag",
  "sunday sonntag dimanche domingo zondag",
];
/** Unmistakable ones stand alone; the others need a number behind them ("Sat 11", "Mi., 4.6."). */
const clearShort = ["", "tues tue", "weds wed", "thurs thur thu", "fri", "", ""];
const shortNames: readonly string[] = [
  "mon mo lun ma seg",
  "di mar ter",
  "mi mer mié mie wo qua",
  "do jeu jue qui",
  "fr ven vie vr sex",
  "sat sa sam sáb sab za",
  "sun so dim dom zo",
];
const monthNames: readonly string[] = [
  "january januar jänner jaenner janvier enero januari janeiro jan janv ene",
  "february februar feber février fevrier febrero februari fevereiro feb févr fév fev",
  "march märz maerz mars marzo maart março marco mar mär mrt",
  "april avril abril apr avr abr",
  "may mai mayo mei maio",
  "june juni juin junio junho jun",
  "july juli juillet julio julho jul juil",
  "august août aout agosto augustus aug",
  "september septembre septiembre setiembre setembro sept sep",
  "october oktober octobre octubre outubro oct okt",
  "november novembre noviembre novembro nov",
  "december dezember décembre decembre diciembre dezembro dec dez déc dic",
];
const numberNames: readonly string[] = [
  "",
  "one a an ein eine einen einem einer un une uno una um uma een één eins",
  "two zwei deux dos twee dois duas",
  "three drei trois tres drie três",
  "four vier quatre cuatro quatro",
  "five fünf fuenf cinq cinco vijf",
  "six sechs seis zes",
  "seven sieben sept siete zeven sete",
  "eight acht huit ocho oito",
  "nine neun neuf nueve negen nove",
  "ten zehn dix diez tien dez",
  "eleven elf onze once",
  "twelve zwölf zwoelf douze doce twaalf doze",
];

const mapOf = (rows: readonly string[], base: number): ReadonlyMap<string, number> =>
  new Map(
    rows.flatMap((row, at) =>
      row
        .split(" ")
        .filter(Boolean)
        .map((name) => [name, at + base] as const),
    ),
  );
const weekdays = mapOf([...weekdayNames.map((row, at) => `${row} ${clearShort[at]}`)], 1);
const shortWeekdays = mapOf(shortNames, 1);
const months = mapOf(monthNames, 1);
const numbers = new Map([
  ...mapOf(numberNames, 0),
  ["fourteen", 14],
  ["fifteen", 15],
  ["twenty", 20],
  ["thirty", 30],
  ["quatorze", 14],
  ["vierzehn", 14],
  ["veertien", 14],
  ["catorce", 14],
  ["zwanzig", 20],
  ["dreißig", 30],
  ["trente", 30],
  ["treinta", 30],
  ["trinta", 30],
  ["twintig", 20],
  ["dertig", 30],
  ["vingt", 20],
  ["veinte", 20],
  // "Quinze jours" are two weeks as people say it.
  ["quinze", 14],
  ["quince", 15],
]);

const alternatives = (names: Iterable<string>): string =>
  [...names].sort((a, b) => b.length - a.length).join("|");

/** Not inside a word; \b knows no accents. */
export const edge = String.raw`(?<![\p{L}\d])`;
export const end = String.raw`(?![\p{L}\d])`;
export const weekdayWord = `(?:${alternatives(weekdays.keys())})`;
// Two letters are a word of some language ("so", "do"); as a day they carry a mark.
export const anyWeekday = `(?:${alternatives([...weekdays.keys(), ...[...shortWeekdays.keys()].filter((name) => name.length > 2)])}|(?:${alternatives([...shortWeekdays.keys()].filter((name) => name.length === 2))})(?=[.,]))`;
export const monthWord = `(?:${alternatives(months.keys())})`;
export const numberWord = `(?:${alternatives(numbers.keys())})`;

/** 1 is Monday. */
export const weekdayOf = (name: string): number | undefined =>
  weekdays.get(name.toLowerCase()) ?? shortWeekdays.get(name.toLowerCase());
/** 1 is January. */
export const monthOf = (name: string): number | undefined =>
  months.get(name.toLowerCase().replace(/\.$/, ""));
/** A small number in digits or words. */
export const countOf = (words: string): number | undefined =>
  /^\d+$/.test(words) ? Number(words) : numbers.get(words.toLowerCase());

// Cheap first looks: most sentences name no time, and the patterns that read one are dear.
const dayLike =
  /day|tag|woch|sonnabend|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lunes|martes|mi[eé]rcoles|jueves|viernes|s[áa]bado|domingo|dag\b|segunda|ter[cç]a|feira|\b(?:tue|wed|thu|fri)|tonight|tomorrow|tmr|tomoz|2moro|2day|this (?:morning|afternoon|evening)|heute|morgen|gestern|demain|hier|soir|hoy|ma[ñn]ana|ayer|hoje|amanh|ontem|vanavond/i;
const timeLike =
  /\d|week|month|quarter|year|fortnight|hour|then|easter|evening|\bday|monat|stunde|jahr|jour|semaine|mois|quinz|heure|d[íi]a|semana|m[êe]s\b|mes(?:es)?\b|hora|maand|weken|dagen|uur|year|a[ñn]o\b|ann[ée]e|j[aä]n|feb|f[ée]v|m[aä]r|apr|avr|abr|may|ma[ij]|mei|jun|juin|jul|juil|aug|ago|ao[ûu]t|sep|set|o[ck]t|out|nov|de[cz]|d[ée]c|dic/i;
/** Whether a text may name a day without a number. */
export const namesADay = (text: string): boolean => dayLike.test(text);
/** Whether a text may name any day, date or length of time. */
export const namesATime = (text: string): boolean => timeLike.test(text) || dayLike.test(text);

/** Whether the text is in one of the languages that write the day before the month in every country. */
export function isContinental(text: string): boolean {
  const own = text.match(continental)?.length ?? 0;
  return own > 3 && own > (text.match(english)?.length ?? 0);
}
const continental =
  /(?<![\p{L}])(?:und|der|die|ist|wir|ich|sie|für|mit|le|la|les|des|nous|vous|est|pour|el|los|que|para|con|una|het|een|van|wij|voor|niet|o|os|em|uma|você|não|por|da|do|de|se|su|tu)(?![\p{L}])/giu;
const english =
  /(?<![\p{L}])(?:the|and|you|your|we|is|to|of|for|with|will|are|our|have|this|on|at|in)(?![\p{L}])/giu;
