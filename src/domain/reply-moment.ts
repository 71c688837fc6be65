import { monthNames, weekdayNames } from "./spoken.ts";

/** When something is, as it was said: words of a day that `dayMeant` knows, "" for none, and a wall-clock time. */
export type SpokenMoment = { readonly day: string; readonly time: string | null };

const names = (all: readonly string[]): string =>
  all.map((name) => `${name.slice(0, 3)}(?:${name.slice(3)})?`.toLowerCase()).join("|");
const nth = "\\d{1,2}(?:st|nd|rd|th)?";
const day = `\\d{4}-\\d\\d-\\d\\d|${nth} (?:${names(monthNames)})|(?:${names(monthNames)}) ${nth}|today|tomorrow|${names(weekdayNames)}`;
const time = "\\d{1,2}[:.]\\d\\d ?(?:am|pm)?|\\d{1,2} ?(?:am|pm)|noon|midday";
const dayFirst = new RegExp(`^(?:on )?(${day})(?: (?:at )?(${time}))?$`);
const timeFirst = new RegExp(`^(${time})(?: (?:on )?(${day}))?$`);

/**
 * Gives what the words behind "4 at" say, in lower case: "friday 14:00", "4 march at 2pm", "14:00 on 4 march", "14:00". Null: not understood,
 * or to be read in two ways ("3:30" in the night? "4/3" in April?).
 */
export function momentSaid(words: string): SpokenMoment | null {
  const [, dayWords, timeAfter] = dayFirst.exec(words) ?? [];
  if (dayWords !== undefined) {
    const at = timeAfter === undefined ? null : clock(timeAfter);
    return timeAfter !== undefined && at === null ? null : { day: dayWords, time: at };
  }
  const [, timeWords, dayAfter] = timeFirst.exec(words) ?? [];
  const at = timeWords === undefined ? null : clock(timeWords);
  return at === null ? null : { day: dayAfter ?? "", time: at };
}

/** "14:00" of "2pm"; null before seven in the morning where neither am nor pm is said. */
function clock(words: string): string | null {
  if (words === "noon" || words === "midday") return "12:00";
  const [, hours, minutes = "00", half] = /^(\d{1,2})(?:[:.](\d\d))? ?(am|pm)?$/.exec(words) ?? [];
  const said = Number(hours);
  if (Number(minutes) > 59) return null;
  if (half === undefined)
    return said >= 7 && said <= 23 ? `${said}`.padStart(2, "0").concat(":", minutes) : null;
  if (said < 1 || said > 12) return null;
  const hour = (said % 12) + (half === "pm" ? 12 : 0);
  return `${hour}`.padStart(2, "0").concat(":", minutes);
}
