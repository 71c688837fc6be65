import type { Language } from "./language.ts";

/** How a language says a day: names from Monday and from January, and their order in a date. `year` is null where nobody would say it. */
export type DateWords = {
  readonly weekdays: readonly string[];
  readonly months: readonly string[];
  readonly date: (parts: {
    readonly weekday: string;
    readonly day: number;
    readonly month: string;
    readonly year: number | null;
  }) => string;
  /** A date and a time of the clock, whose zone is named by a place where it is not the reader's own. */
  readonly meeting: (date: string, time: string, place: string | null) => string;
};

const names = (words: string): readonly string[] => words.split(" ");
const then = (before: string, year: number | null): string => (year === null ? "" : `${before}${year}`);
const noted = (words: string | null): string => (words === null ? "" : ` (${words})`);
/** Spanish and Portuguese count hours: one hour is a singular. */
const isOne = (time: string): boolean => time.startsWith("01:");

export const dateWords: Readonly<Record<Language, DateWords>> = {
  en: {
    weekdays: names("Monday Tuesday Wednesday Thursday Friday Saturday Sunday"),
    months: names("January February March April May June July August September October November December"),
    date: ({ weekday, day, month, year }) => `${weekday} ${day} ${month}${then(" ", year)}`,
    meeting: (date, time, place) => `${date} at ${time}${place === null ? "" : ` ${clock(place, "time")}`}`,
  },
  de: {
    weekdays: names("Montag Dienstag Mittwoch Donnerstag Freitag Samstag Sonntag"),
    months: names("Januar Februar März April Mai Juni Juli August September Oktober November Dezember"),
    date: ({ weekday, day, month, year }) => `${weekday}, ${day}. ${month}${then(" ", year)}`,
    meeting: (date, time, place) => `${date}, um ${time} Uhr${noted(place && clock("Ortszeit", place))}`,
  },
  fr: {
    weekdays: names("lundi mardi mercredi jeudi vendredi samedi dimanche"),
    months: names("janvier février mars avril mai juin juillet août septembre octobre novembre décembre"),
    date: ({ weekday, day, month, year }) =>
      `${weekday} ${day === 1 ? "1er" : day} ${month}${then(" ", year)}`,
    meeting: (date, time, place) => `${date} à ${time}${noted(place && clock("heure locale à", place))}`,
  },
  es: {
    weekdays: names("lunes martes miércoles jueves viernes sábado domingo"),
    months: names("enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre"),
    date: ({ weekday, day, month, year }) => `${weekday} ${day} de ${month}${then(" de ", year)}`,
    meeting: (date, time, place) =>
      `${date} a ${isOne(time) ? "la" : "las"} ${time}${noted(place && clock("hora de", place))}`,
  },
  nl: {
    weekdays: names("maandag dinsdag woensdag donderdag vrijdag zaterdag zondag"),
    months: names("januari februari maart april mei juni juli augustus september oktober november december"),
    date: ({ weekday, day, month, year }) => `${weekday} ${day} ${month}${then(" ", year)}`,
    meeting: (date, time, place) => `${date} om ${time} uur${noted(place && clock("tijd in", place))}`,
  },
  pt: {
    weekdays: names("segunda-feira terça-feira quarta-feira quinta-feira sexta-feira sábado domingo"),
    months: names("janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro"),
    date: ({ weekday, day, month, year }) => `${day} de ${month}${then(" de ", year)} (${weekday})`,
    meeting: (date, time, place) =>
      `${date} ${isOne(time) ? "à" : "às"} ${time}${noted(place && clock("hora de", place))}`,
  },
};

/** A clock that has no place has a name that is the same in every language: UTC. */
const clock = (before: string, after: string): string =>
  [before, after].find((word) => /^UTC|^GMT|^[+-]\d/.test(word)) ?? `${before} ${after}`;
