import type { Temporal } from "temporal-polyfill";
import type { Message } from "../domain/message.ts";
import type { NamedDate } from "./named-dates.ts";
import { zoneAfter } from "./zones.ts";

/** The zone of a time told in words, or a sentence why it is not known. */
export type SpokenZone =
  | { readonly type: "known"; readonly zone: string }
  | { readonly type: "unclear"; readonly says: string };

/** Zone of a wall-clock time: the one named beside it, else the person's where the mail's offset agrees, else that offset; never a guess (POLICY 8.4). */
export function spokenZone(
  { named, start }: { readonly named: NamedDate; readonly start: Temporal.PlainDateTime },
  text: string,
  message: Message,
  personZone: string,
): SpokenZone {
  // chrono takes "BST" or "ET" into the words of the time, "Houston time" stays behind them.
  const tail = /\s\(?([A-Z]{1,4}(?:[+-]\d{1,2})?)\)?$/.exec(named.words)?.[1] ?? "";
  const said =
    zoneAfter(tail, message.dateOffset) ??
    zoneAfter(text.slice(named.index + named.words.length), message.dateOffset) ??
    everywhere(text, message);
  if (said === "unclear")
    return { type: "unclear", says: `"${named.words}": that time zone could be several` };
  if (said !== null) return { type: "known", zone: said };
  const here = start.toZonedDateTime(personZone);
  const written = message.date.toZonedDateTimeISO(personZone);
  if (message.dateOffset !== null && written.offset === message.dateOffset)
    return { type: "known", zone: here.timeZoneId };
  // A Date header in UTC is a server's, not a place; an unknown one says nothing.
  if (message.dateOffset === null || /^[+-]00:?00$/.test(message.dateOffset))
    return { type: "unclear", says: `"${named.words}" names no time zone` };
  return { type: "known", zone: message.dateOffset };
}

const everywhere = (text: string, message: Message): string | "unclear" | null => {
  const found = /\b(?:all times (?:are )?(?:in|shown in)?|times? zone:?)\s+/i.exec(text);
  return found === null ? null : zoneAfter(text.slice(found.index + found[0].length), message.dateOffset);
};
