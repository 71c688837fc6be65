import type { Temporal } from "temporal-polyfill";
import type { Finding } from "../../domain/draft-basis.ts";
import type { NamedDate } from "../../understanding/when/named-dates.ts";
import type { DraftReading } from "./draft-reading.ts";
import { finding } from "./finding.ts";
import type { Moments } from "./said-moments.ts";
import { flatten } from "./sources.ts";

const says = "Name only days and times that the facts give, in the same words.";

/** Days and hours compare as values, so that "22 May" is "May 22nd"; a weekday has to agree with its date (POLICY 5; SAFETY R44). */
export function momentFaults(reading: DraftReading, draft: Moments, known: Moments): readonly Finding[] {
  const days = known.days.flatMap(({ date, lastDate }) => (lastDate === null ? [date] : [date, lastDate]));
  const faults = draft.days
    .filter((day) => !isKnown(day, days, reading))
    .map(({ words }) => finding("date", words, says));
  const minutes = known.clocks.flatMap((clock) => clock.minutes);
  const hours = draft.clocks
    .filter(
      (clock) => !clock.minutes.every((one) => minutes.some((other) => isSameHour(one, other, clock.words))),
    )
    .map(({ words }) => finding("time", words, says));
  return [...faults, ...hours, ...periodFaults(reading)];
}

function isKnown(
  day: NamedDate,
  days: readonly Temporal.PlainDate[],
  { basis, sources }: DraftReading,
): boolean {
  const { date, lastDate, said, words } = day;
  // "Next Monday" said on a Friday is either; as a day of the facts it is a weekday among others.
  if (day.doubt !== null && said === "date") return false;
  if (said === "relative")
    return (
      date.equals(basis.today) || days.some((one) => one.equals(date)) || sources.own.includes(flatten(words))
    );
  if (said === "weekday") return days.some(({ dayOfWeek }) => dayOfWeek === date.dayOfWeek);
  if (said === "number") return days.some((one) => one.day === date.day);
  return [date, lastDate].every((one) => one === null || days.some((other) => other.equals(one)));
}

/** "2:30" is 14:30 where nothing says which half of the day. */
const isSameHour = (one: number, other: number, words: string): boolean =>
  one === other ||
  (!/[ap]\.?\s?m|morning|morgens|matin|mañana|manhã/i.test(words) &&
    one % 720 === other % 720 &&
    other !== 0);

/** Weeks, months and seasons without a day. */
const period =
  /(?<![\p{L}\d])(?:(?:this|next|last|coming|the following) (?:week|month|quarter|year|spring|summer|autumn|fall|winter)|(?:end|start|beginning|middle) of (?:the |this |next )?(?:week|month|quarter|year)|(?:in|by|until|since|for|from|during|of|before|after|early|late|mid|next|last|this) (?:january|february|march|april|may|june|july|august|september|october|november|december)(?! (?:i|we|you|\d))|(?:nächste|diese|letzte|kommende)[nrms]? (?:woche|monat|jahr|quartal|frühjahr|sommer|herbst|winter)|(?:ende|anfang|mitte|bis|im|seit|ab) (?:der woche|des monats|januar|februar|märz|april|mai|juni|juli|august|september|oktober|november|dezember)|(?:la semaine|le mois|l'année|l'an) (?:prochaine?|dernière?|passée?)|cette semaine|ce mois-ci|(?:en|d'ici|fin|début|mi-?|depuis) (?:janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre)|(?:la semana|el mes|el año) (?:que viene|próxim[oa]|pasad[oa])|(?:la )?próxima semana|est[ae] (?:semana|mes)|(?:en|desde|finales de|principios de|a mediados de|hasta) (?:enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre)|(?:volgende|deze|vorige|komende) (?:week|maand|jaar|zomer|winter)|(?:in|eind|begin|half|sinds|tot|vanaf) (?:januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december)|(?:n?a )?(?:próxima semana|semana que vem)|(?:no )?(?:próximo mês|mês que vem)|est[ae] (?:semana|mês)|(?:em|desde|fim de|início de|até) (?:janeiro|fevereiro|março|abril|maio|junho|julho|agosto|setembro|outubro|novembro|dezembro))(?![\p{L}\d])/giu;

function periodFaults({ written, sources }: DraftReading): readonly Finding[] {
  return written.flatMap((sentence) =>
    [...sentence.matchAll(period)]
      .filter(
        ({ 0: words }) =>
          !sources.flat.includes(flatten(words).replace(/^ (?:in|by|for|of|from|until|im|en|em) /, " ")),
      )
      .map(({ 0: words }) => finding("date", words, says)),
  );
}
