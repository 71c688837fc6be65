import type { Temporal } from "temporal-polyfill";
import type { CountedFrom, DeadlineRule } from "./deadline-rules.ts";
import { datesIn } from "./named-dates.ts";
import { countOf, edge, end, numberWord } from "./time-words.ts";
import { workdayFrom, workdaysAfter } from "./work-days.ts";

const amount = `(?:\\d{1,3}|a couple of|couple of|${numberWord})`;
/** "For two weeks" is a length; these make a length a deadline. */
const within =
  "within|in|inside|over|after|under|allow|takes?|another|about|around|roughly|approximately|up to|no more than|less than|innerhalb(?: von| der| eines| einer)?|binnen|nach|spätestens in|in spätestens|sous(?: un délai de)?|dans(?: un délai de)?|d'ici|en(?: un plazo(?: máximo)? de)?|dentro de|transcurridos|antes de|pasados|em(?: até)?|no prazo(?: máximo)? de|over|op|need|benötigen(?: wir)?(?: noch)?|brauchen(?: wir)?(?: noch)?";
const coming =
  "(?:(?:the|den|les|los|las|de|as|os|a|maximum|about|around|approximately|roughly|ca\\.|etwa|circa|noch|unos|environ|ongeveer|cerca de)\\s+)*(?:(?:next|coming|following|nächsten|kommenden|weiteren|prochaines?|prochains|próxim[ao]s|komende|further|full)\\s+)?";
const unit =
  "(arbeits|werk)?(days?|tag(?:en?|s)?|dagen?|jours?|días?|dias?|weeks?|wochen?|weken|week|semaines?|semanas?|months?|monate?n?|mois|mes(?:es)?|maanden?|mês|hours?|stunden?|heures?|horas?|uur)";
const behind = "(?:\\s+(working|business|ouvrés|ouvrables|hábiles|laborables|úteis))?";

/** "Three working days after that": the tail says what is counted from. */
const tail =
  /^\s*(?:of|after|from|following|nach|après|después de|na|após)\s+(?:(today|now|heute|the date of this|receipt|this (?:e-?mail|message|letter))|(that|then|this date|that date|it)\b|((?:the|your|our)?\s*(?:\w+\s)?interview|your conversation|our (?:talk|conversation|meeting|call))|(.{0,30}))/iu;

function startOf(rest: string, { today, anchor, interview }: CountedFrom): Temporal.PlainDate | null {
  const found = tail.exec(rest);
  if (found === null) return /^\s*later\b/i.test(rest) ? anchor() : today;
  const [, now, that, talk, other = ""] = found;
  if (now !== undefined) return today;
  if (that !== undefined) return anchor();
  const named = datesIn(
    `${talk ?? ""} ${other}${rest.slice(found[0].length, found[0].length + 30)}`,
    today.toZonedDateTime("UTC"),
  )[0];
  if (named !== undefined) return named.date;
  if (talk !== undefined) return interview;
  if (/clos|deadline|end|schluss|fin|sluit/i.test(other)) return anchor();
  // "Within four days of submission": nobody knows that day yet.
  return other.trim() === "" ||
    /\b(?:your|this|deiner|ihrer|votre|su|tu|uw|sua) (?:application|bewerbung|candidature|candidatura|solicitud|sollicitatie)|applying/i.test(
      other,
    )
    ? today
    : null;
}

const lengthOf = (name: string): "day" | "week" | "month" | "hour" =>
  /^(?:w|se)/i.test(name)
    ? "week"
    : /^m/i.test(name)
      ? "month"
      : /^(?:h|st|uur)/i.test(name)
        ? "hour"
        : "day";

/** Counted deadlines. Working days skip the employer's holidays; other counts that end on a free day move to the next W (POLICY 8.4). */
export const durations: readonly DeadlineRule[] = [
  {
    pattern: new RegExp(
      `${edge}(?:(?:${within})\\s+)?${coming}(${amount})(?:\\s*(?:-|to|or|bis|à|ou|a|o|tot|of|oder)\\s*(${amount}))?\\s+(?:more\\s+|weitere\\s+|full\\s+)?(?:(working|business|week)\\s*)?${unit}${behind}${end}(?!\\s+(?:ago|old|call|interview|long|meeting|video|chat))`,
      "giu",
    ),
    due: ([words, low = "", high, before, compound, name = "", after], from, rest) => {
      const marked = new RegExp(
        `^(?:${within})(?![\\p{L}])|^(?:the |den |les |los |as |de )*(?:next|coming|nächsten|prochain|próxim|komende)`,
        "iu",
      ).test(words);
      const counted =
        /^\s*(?:or so|from (?:now|today)|'?\s*time\b|later\b|after (?:that|then)|(?:of|after|following) (?:that|the|your|our))/i.test(
          rest,
        );
      if (!marked && !counted) return null;
      const count = Math.max(amountOf(low), amountOf(high ?? low));
      const start = startOf(rest, from);
      const length = lengthOf(name);
      if (start === null || !Number.isFinite(count) || count < 1) return null;
      // Half a year is how long data is kept, not when an answer comes.
      if (
        (length === "month" && count > 3) ||
        (length === "day" && count > 92) ||
        (length === "week" && count > 13)
      )
        return null;
      if (before !== undefined || compound !== undefined || after !== undefined)
        return length === "day" ? workdaysAfter(start, count, from.isHoliday) : null;
      const days = length === "week" ? count * 7 : length === "hour" ? Math.ceil(count / 24) : count;
      return workdayFrom(
        length === "month" ? start.add({ months: count }) : start.add({ days }),
        from.isHoliday,
      );
    },
  },
  {
    // "In the next week or two", "in a day or so"
    pattern: /\b(?:in|within|over|after) (?:the |a )?(?:next |coming )?(day|week|month) or (two|so)\b/giu,
    due: ([, name = "", count = ""], { today, isHoliday }) => {
      const many = count.toLowerCase() === "two" ? 2 : 1;
      const length = lengthOf(name);
      const days = length === "week" ? 7 * many : many;
      return workdayFrom(length === "month" ? today.add({ months: many }) : today.add({ days }), isHoliday);
    },
  },
  {
    pattern: new RegExp(
      `${edge}(?:(?:${within})\\s+)(?:the\\s+)?(?:next\\s+)?(?:a\\s+)?(fortnight|quinzaine|vierzehn tagen|14 tagen)${end}`,
      "giu",
    ),
    due: (_, { today, isHoliday }) => workdayFrom(today.add({ days: 14 }), isHoliday),
  },
];

const amountOf = (words: string): number => (/couple/i.test(words) ? 2 : (countOf(words) ?? Number.NaN));
