import type { Temporal } from "temporal-polyfill";
import { type Clocks, type SpokenZone, unsaidZone, zoneBehind } from "./spoken-zone.ts";
import type { Stamp } from "./stamps.ts";

/** The zone of an hour with its day: named right behind the hour or behind both, for all times of the mail, or not at all. @param mailAt the moment of writing */
export function zoneOf(stamp: Stamp, text: string, clocks: Clocks, mailAt: Temporal.Instant): SpokenZone {
  const after = stamp.clock.index + stamp.clock.words.length;
  const named =
    zoneBehind(text.slice(after, after + 60), stamp.start, clocks) ??
    zoneBehind(text.slice(stamp.to, stamp.to + 60), stamp.start, clocks) ??
    everywhere(text, stamp.start, clocks);
  if (named === "unclear")
    return { type: "unclear", says: `"${stamp.clock.words}": that time zone could be several` };
  if (named !== null) return { type: "known", zone: named, named: true };
  return unsaidZone(stamp.start, clocks, stamp.clock.words, onSite.test(text), mailAt);
}

const onSite =
  /\b(?:our (?:\w+ )?offices?|these offices|reception|come (?:to|in|by|and)|in person|on-?site|lobby|vor ort|in unserem|dans nos locaux|en nuestr\w+ oficinas?|op kantoor)\b/i;

function everywhere(text: string, start: Temporal.PlainDateTime, clocks: Clocks): string | "unclear" | null {
  const found =
    /\b(?:all times (?:are )?(?:in|shown in|given in)?|times? ?zone:?|times (?:are )?in)\s+/i.exec(text);
  return found === null ? null : zoneBehind(text.slice(found.index + found[0].length), start, clocks);
}
