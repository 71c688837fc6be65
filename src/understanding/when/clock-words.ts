import { Temporal } from "temporal-polyfill";
import { countOf } from "./time-words.ts";

/** A time of day as far as its own words settle it. `half` is "am" or "pm" where they say so, "day" for a 24-hour clock. */
export type SaidClock = {
  readonly hour: number;
  readonly minute: number;
  readonly half: "am" | "pm" | "day" | null;
};

const morning =
  /^(?:a\.?m\b|in the morning|morgens|früh|vormittags|du matin|de la mañana|da manhã|'s ochtends|'s morgens)/i;
const later =
  /^(?:p\.?m\b|in the (?:afternoon|evening)|at night|tonight|nachmittags|abends|de l'après-midi|du soir|de la tarde|de la noche|da tarde|da noite|'s middags|'s avonds)/i;

/** "am" or "pm" as the words behind a time say it. */
export function halfBehind(text: string): "am" | "pm" | null {
  const rest = text.trimStart();
  return morning.test(rest) ? "am" : later.test(rest) ? "pm" : null;
}

/** Hours of the day by which people work decide, where nothing else does; six and seven o'clock could be either (POLICY 8.4). */
export function settle({ hour, minute, half }: SaidClock): Temporal.PlainTime | "either" | null {
  if (hour > 23 || minute > 59) return null;
  if (half === "am") return hour > 12 ? null : at(hour % 12, minute);
  if (half === "pm") return at(hour > 12 ? hour : (hour % 12) + 12, minute);
  if (half === "day" || hour === 0 || hour >= 8) return at(hour, minute);
  return hour <= 5 ? at(hour + 12, minute) : "either";
}

const at = (hour: number, minute: number): Temporal.PlainTime => Temporal.PlainTime.from({ hour, minute });

/** "Half past two", "halb drei", "kwart over vier", "noon": an hour in words, in German and Dutch half counts towards the next one. */
export function clockInWords(words: string): SaidClock | null {
  const said = words.toLowerCase();
  if (/noon|midday|mittags?$|^midi$|mediod[ií]a|meio-dia/.test(said))
    return { hour: 12, minute: 0, half: "day" };
  if (/midnight|mitternacht|minuit|medianoche|meia-noite|middernacht/.test(said))
    return { hour: 0, minute: 0, half: "day" };
  const hour = countOf(/([\p{L}\d]+)$/u.exec(said)?.[1] ?? "");
  if (hour === undefined || hour > 12) return null;
  if (/^half past |^half (?!\w*(?:een|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf)$)/.test(said))
    return { hour, minute: 30, half: null };
  if (/^(?:halb|half) /.test(said)) return { hour: hour === 1 ? 12 : hour - 1, minute: 30, half: null };
  const minutes = /^(five|ten|twenty(?:-five)?) (past|to) /.exec(said);
  if (minutes !== null) {
    const count = minutes[1] === "twenty-five" ? 25 : (countOf(minutes[1] ?? "") ?? 0);
    if (minutes[2] === "past") return { hour, minute: count, half: null };
    return { hour: hour === 1 ? 12 : hour - 1, minute: 60 - count, half: null };
  }
  if (/^(?:a )?quarter past|^viertel nach|^kwart over/.test(said)) return { hour, minute: 15, half: null };
  if (/^(?:a )?quarter to|^viertel vor|^kwart voor/.test(said))
    return { hour: hour === 1 ? 12 : hour - 1, minute: 45, half: null };
  return null;
}
