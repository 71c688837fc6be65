import type { Temporal } from "temporal-polyfill";
import { placesIn } from "./places.ts";
import { abbreviatedZone, ianaZone } from "./zones.ts";

/** Whose clocks a mail knows: the person's zone (IANA), the offset of its Date header (null when unknown), and the writer's text and signature. */
export type Clocks = {
  readonly personZone: string;
  readonly mailOffset: string | null;
  readonly text: string;
  readonly signature: string;
};

/** The zone of a time told in words, or a sentence why it is not known. */
export type SpokenZone =
  | { readonly type: "known"; readonly zone: string; readonly named: boolean }
  | { readonly type: "unclear"; readonly says: string };

const yours =
  /^(?:in |on )?(?:your(?: own)?(?: local)? (?:time|clock)|for you|at your end|your end|ihrer zeit|deiner zeit|bei ihnen|bei dir|votre heure|heure locale chez vous|tu hora|su hora|hora tuya|jouw tijd|uw tijd|bij jou)/i;
const ours =
  /^(?:in |on )?(?:our(?: local)? time|my(?: local)? time|our end|unserer zeit|notre heure|nuestra hora|onze tijd)/i;
const american: readonly (readonly [RegExp, string])[] = [
  [/^(?:us |u\.s\. )?eastern\b/i, "America/New_York"],
  [/^(?:us |u\.s\. )?central\b(?! european)/i, "America/Chicago"],
  [/^(?:us |u\.s\. )?mountain\b/i, "America/Denver"],
  [/^(?:us |u\.s\. )?pacific\b/i, "America/Los_Angeles"],
  [/^central european\b|^midden-europese\b|^mitteleuropäische/i, "Europe/Paris"],
  [/^(?:british|uk|u\.k\.)\b/i, "Europe/London"],
  [/^irish\b/i, "Europe/Dublin"],
  [
    /^(?:deutscher|german|hamburger|berliner|münch[e]?ner|frankfurter|kölner|stuttgarter)\b/i,
    "Europe/Berlin",
  ],
  [/^(?:wiener|österreichischer)\b/i, "Europe/Vienna"],
  [/^(?:zürcher|schweizer|swiss)\b/i, "Europe/Zurich"],
  [/^(?:french|heure française|heure de france)\b/i, "Europe/Paris"],
  [/^(?:spanish|hora peninsular|hora española)/i, "Europe/Madrid"],
  [/^(?:hora canaria|canary)/i, "Atlantic/Canary"],
  [/^(?:dutch|nederlandse)\b/i, "Europe/Amsterdam"],
  [/^heure de l'est\b/i, "America/Toronto"],
  [/^(?:indian?)\b/i, "Asia/Kolkata"],
];
/** What may stand between a time and the name of its zone. */
const lead =
  /^(?:[\s,]*(?:in the (?:morning|afternoon|evening)|de la (?:mañana|tarde|noche)|du (?:matin|soir)|da (?:manhã|tarde)|vormittags|nachmittags|abends|sharp))?[\s,(·⋅|/-]*(?:(?:in|at|local|the|hora de|heure de|horário de|hora d[eo]|(?:local )?time in)\s+)?/i;

/** The zone that stands right behind a clock time, "yours" and "ours" among them; null when none does. */
export function zoneBehind(
  text: string,
  start: Temporal.PlainDateTime,
  clocks: Clocks,
): string | "unclear" | null {
  const rest = text.slice(lead.exec(text)?.[0].length ?? 0);
  if (yours.test(rest)) return clocks.personZone;
  if (ours.test(rest)) return ownZone(start, clocks);
  const short = abbreviatedZone(rest, start, offsetsNear(start, clocks));
  if (short !== null) return short.zone;
  const [, zone] = american.find(([pattern]) => pattern.test(rest)) ?? [];
  if (zone !== undefined) return zone;
  const iana = /^[A-Z][A-Za-z]+\/[A-Z][A-Za-z_]+/.exec(rest)?.[0];
  if (iana !== undefined) return ianaZone(iana);
  const [place] = placesIn(rest.slice(0, 40));
  if (place === undefined || place.index !== 0) return null;
  // A place in brackets, before "time", after "in" or between two times is a clock; before a street it is an address.
  const behind = rest.slice(place.words.length);
  const led = text.slice(0, text.length - rest.length);
  return /^(?:\s+(?:local )?time\b|\s*\)|\s*\/)/i.test(behind) ||
    /\b(?:in|hora d[eo]|heure de|horário de)\s+$/i.test(led) ||
    (/^\s+$|\/\s*$/.test(led) && /^\s*(?:[,.;)]|$)/.test(behind))
    ? place.zone
    : null;
}

const offsetOf = (start: Temporal.PlainDateTime, zone: string): string => start.toZonedDateTime(zone).offset;

/** Every offset that the writer may live by at that time. */
function offsetsNear(start: Temporal.PlainDateTime, clocks: Clocks): ReadonlySet<string> {
  return new Set([
    ...(clocks.mailOffset === null ? [] : [clocks.mailOffset]),
    ...placesIn(`${clocks.text}\n${clocks.signature}`).map(({ zone }) => offsetOf(start, zone)),
  ]);
}

function ownZone(start: Temporal.PlainDateTime, clocks: Clocks): string | "unclear" {
  const zones = placesIn(clocks.signature).map(({ zone }) => zone);
  if (new Set(zones.map((zone) => offsetOf(start, zone))).size === 1 && zones[0] !== undefined)
    return zones[0];
  return clocks.mailOffset === null || isServers(clocks.mailOffset) ? "unclear" : clocks.mailOffset;
}

// A Date header in UTC is a server's, not a place.
const isServers = (offset: string): boolean => /^[+-]00:?00$/.test(offset);

/**
 * The zone of a time that names none: the person's, when nothing in the mail says that its writer lives by another clock. People who
 * meet in a room meet by the clock of that room. Otherwise unclear (POLICY 8.4: never guessed). @param mailAt the moment of writing
 */
export function unsaidZone(
  start: Temporal.PlainDateTime,
  clocks: Clocks,
  words: string,
  isOnSite: boolean,
  mailAt: Temporal.Instant,
): SpokenZone {
  const mine = offsetOf(start, clocks.personZone);
  const places = [...placesIn(clocks.text), ...placesIn(clocks.signature)];
  const fits = places.some(({ zone }) => offsetOf(start, zone) === mine);
  const elsewhere = [...new Set(places.map(({ zone }) => zone))].filter(
    (zone) => offsetOf(start, zone) !== mine,
  );
  const personThen = mailAt.toZonedDateTimeISO(clocks.personZone).offset;
  const known = clocks.mailOffset !== null && !isServers(clocks.mailOffset);
  const apart = known && clocks.mailOffset !== personThen;
  const mineToo: SpokenZone = { type: "known", zone: clocks.personZone, named: false };
  const unclear: SpokenZone = {
    type: "unclear",
    says: `"${words}" names no time zone, and the mail knows more than one`,
  };
  if (isOnSite && elsewhere.length === 1 && elsewhere[0] !== undefined && !fits)
    return { type: "known", zone: elsewhere[0], named: false };
  if (!known && clocks.mailOffset !== personThen && !fits)
    return { type: "unclear", says: `"${words}" names no time zone` };
  if (apart) return fits && isOnSite ? mineToo : unclear;
  return elsewhere.length > 0 && !fits ? unclear : mineToo;
}
