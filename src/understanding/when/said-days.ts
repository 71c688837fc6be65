import type { Temporal } from "temporal-polyfill";
import { type FoundDay, plainDay, tidy } from "./calendar-days.ts";
import { countOf, edge, end, weekdayOf, weekdayWord } from "./time-words.ts";

/** A rule for days without a date, read on the writer's own clock. */
export type SaidDay = {
  readonly pattern: RegExp;
  readonly read: (found: RegExpMatchArray, writtenAt: Temporal.ZonedDateTime) => FoundDay | null;
};

const nextWords = "next|nächste[nmrs]?|naechste[nmrs]?|volgende";
const comingWords =
  "this coming|this|coming|diese[nmrs]?|kommende[nmrs]?|ce|cette|este|esta|nesta|neste|deze|komende|aanstaande|pr[óo]xim[oa]";
const lastWords = "last|past|letzte[nmrs]?|vergangene[nmrs]?|vorige[nmrs]?|afgelopen|pasado|passad[oa]";
const nextWeekWords =
  "next week|nächste[nr]? woche|naechste[nr]? woche|kommende[nr]? woche|la semaine prochaine|semaine prochaine|la próxima semana|la semana que viene|volgende week|na próxima semana|da próxima semana|próxima semana";
const behind = "prochaine?|prochain|que viene|pr[óo]xim[oa]|que vem|dernier|passé|pasado|passad[oa]";

/** In order: the more exact words first. */
export const saidDays: readonly SaidDay[] = [
  {
    // "A week on Friday", "Thursday week": a week after the coming one.
    pattern: new RegExp(
      `${edge}(?:a week (?:on |from |this )*(${weekdayWord})|(${weekdayWord}) week|(${weekdayWord}) in einer woche)${end}`,
      "giu",
    ),
    read: ([, ...names], at) => {
      const date = coming(names.find(Boolean), at.toPlainDate());
      return date === null ? null : plainDay(date.add({ days: 7 }));
    },
  },
  {
    // "A week from today", "two weeks from Monday"
    pattern: new RegExp(
      `${edge}(?:(a|one|two|three|four)|(\\d)) weeks? from (?:(today|now)|(tomorrow)|(?:this |on )?(${weekdayWord}))${end}`,
      "giu",
    ),
    read: ([, word, digit, now, tomorrow, name], at) => {
      const today = at.toPlainDate();
      const from =
        now !== undefined ? today : tomorrow !== undefined ? today.add({ days: 1 }) : coming(name, today);
      const weeks = countOf(word ?? digit ?? "");
      return from === null || weeks === undefined ? null : plainDay(from.add({ weeks }));
    },
  },
  {
    pattern: new RegExp(
      `${edge}(?:(?:${nextWeekWords})[,:]?\\s+(?:on\\s+|am\\s+|op\\s+|le\\s+|el\\s+)?(${weekdayWord})|(${weekdayWord}),?\\s+(?:(?:of|in|der|de|dans)\\s+)?(?:the\\s+)?(?:${nextWeekWords}))${end}`,
      "giu",
    ),
    read: ([, first, second], at) => {
      const weekday = weekdayOf(first ?? second ?? "");
      const today = at.toPlainDate();
      return weekday === undefined ? null : plainDay(today.add({ days: 7 - today.dayOfWeek + weekday }));
    },
  },
  {
    pattern: new RegExp(
      `${edge}(?:(${nextWords})\\s+|(${comingWords})\\s+|(${lastWords})\\s+)?(${weekdayWord})${end}(?:\\s+(${behind})${end})?`,
      "giu",
    ),
    read: ([words, next, near, last, name, after = ""], at) => {
      const today = at.toPlainDate();
      const date = coming(name, today);
      if (date === null) return null;
      const found: FoundDay = { ...plainDay(date), said: "weekday" };
      if (last !== undefined || /^(?:dernier|passé|pasado|passad)/i.test(after))
        return { ...found, date: date.subtract({ days: 7 }) };
      const sameWeek = date.weekOfYear === today.weekOfYear;
      if ((next !== undefined || /^prochaine?/i.test(after)) && sameWeek)
        return { ...found, doubt: `"${tidy(words)}" is either ${date} or ${date.add({ days: 7 })}` };
      if (/^this$/i.test(near ?? "") && date.dayOfWeek === today.dayOfWeek)
        return { ...found, doubt: `"${tidy(words)}" is either ${today} or ${date}` };
      return found;
    },
  },
  {
    pattern: new RegExp(
      `${edge}(?:(a week )(?=today|tomorrow))?(?:(the day after tomorrow|übermorgen|uebermorgen|après-demain|pasado mañana|overmorgen|depois de amanhã)|(tomorrow|tmrw|tmr|tmrrw|tomoz|2moro|demain|(?<!(?:la|esta|buena|una|cada) )mañana|amanhã|(?<!guten |gute )morgen)|(today|2day|tonight|this (?:morning|afternoon|evening)|heute|aujourd'hui|ce soir|hoy|vandaag|vanavond|hoje)|(yesterday|gestern|hier|ayer|gisteren|ontem))${end}( week| in einer woche)?`,
      "gu",
    ),
    read: ([words, aWeek, afterNext, next, , past, week], at) => {
      const days =
        (afterNext ? 2 : next ? 1 : past ? -1 : 0) + (aWeek !== undefined || week !== undefined ? 7 : 0);
      // Before going to bed, people still say "tomorrow" for the day that has begun.
      const late = days > 0 && at.hour < 4;
      return {
        ...plainDay(at.toPlainDate().add({ days })),
        said: "relative",
        doubt: late ? `"${tidy(words)}" was written just after midnight` : null,
      };
    },
  },
];

/** The next day of that weekday after today. */
function coming(name: string | undefined, today: Temporal.PlainDate): Temporal.PlainDate | null {
  const weekday = weekdayOf(name ?? "");
  return weekday === undefined ? null : today.add({ days: ((weekday - today.dayOfWeek + 6) % 7) + 1 });
}
