import { Temporal } from "temporal-polyfill";
import { datesIn } from "./named-dates.ts";
import { type IsHoliday, noHolidays, workdayFrom } from "./work-days.ts";

/** What an out-of-office says of the writer. `returnDate` is the first day back. */
export type Absence = {
  readonly returnDate: Temporal.PlainDate | null;
  readonly leftCompany: boolean;
  readonly ambiguous: readonly string[];
};

const leftByName = /\b(?:has|have|'s) (?:now |since |recently )?left [A-Z]/;
const left =
  /\b(?:has|have|i've|'s) (?:now |since |recently )?left (?:the |our )?(?:company|organi[sz]ation|firm|business|us\b)|\bno longer (?:works?|working|employed|with|at|part of)\b(?! on\b)|\bis not (?:longer )?(?:with|at) (?:the company|us)\b/i;
// The day itself is the first one at the desk.
const back =
  /\b(?:back|return(?:ing|s)?(?: to (?:the |my )?(?:office|work|desk))?|available again|at my desk)\b[^.\n]{0,25}?\b(?:on|from)\s*$|\b(?:not return|return|back)(?: to the office)? (?:until|before)\s*$|\b(?:back|return(?:ing)?)\s+$/i;
// The day itself is the last one away, so the next working day counts (POLICY 6.10; later is safer, 8.4).
const lastAway = /\b(?:until|till|til|through|up to|to|and|bis(?: zum)?|jusqu'au|-)\s*$/i;

/** Reads an absence note. Dates are meant in the zone of `writtenAt`; one that is past, or could be two days, is not used. */
export function absenceIn(
  text: string,
  writtenAt: Temporal.ZonedDateTime,
  isHoliday: IsHoliday = noHolidays,
): Absence {
  const leftCompany = left.test(text) || leftByName.test(text);
  const { dates, ambiguous } = datesIn(germanMonths(text), writtenAt);
  const today = writtenAt.toPlainDate();
  const days = dates.flatMap((named) => {
    if (named.dayless) return [];
    const ahead = germanMonths(text)
      .slice(Math.max(0, named.index - 60), named.index)
      .replace(/\s+/g, " ")
      .replace(/\b(?:the|on)\s+$/i, (words) => (/^on/i.test(words) ? words : ""));
    const said = named.lastDate ?? named.date;
    const day = named.weekdayOnly && said.equals(today) ? said.add({ days: 7 }) : said;
    if (Temporal.PlainDate.compare(day, today) < 0 || today.until(day).days > 366) return [];
    if (named.lastDate === null && back.test(ahead))
      return [{ day: workdayFrom(day, isHoliday), sure: true }];
    if (named.lastDate !== null || lastAway.test(ahead))
      return [{ day: workdayFrom(day.add({ days: 1 }), isHoliday), sure: false }];
    return [];
  });
  const chosen =
    days.find(({ sure }) => sure) ?? days.sort((a, b) => Temporal.PlainDate.compare(b.day, a.day))[0];
  return { returnDate: leftCompany ? null : (chosen?.day ?? null), leftCompany, ambiguous };
}

const german: Readonly<Record<string, string>> = {
  januar: "January",
  februar: "February",
  märz: "March",
  mai: "May",
  juni: "June",
  juli: "July",
  oktober: "October",
  dezember: "December",
};
const germanMonths = (text: string): string =>
  text.replace(
    /\b(\d{1,2})\. (januar|februar|märz|april|mai|juni|juli|august|september|oktober|november|dezember)/gi,
    (_, day: string, month: string) => `${day} ${german[month.toLowerCase()] ?? month}`,
  );
