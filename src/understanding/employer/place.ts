import { isFreeMail, seemsApplicantSystem } from "../domains.ts";
import { ianaZone } from "../when/zones.ts";
import { addressIn } from "./address.ts";
import type { EmployerClues, EmployerReading, Guess } from "./clues.ts";
import { countryOfEnding, countryOfPhone, countryOfZone, zoneOfCountry } from "./countries.ts";

/** A place as one kind of evidence gives it. */
type Evidence = { readonly country: string | null; readonly zone: string | null; readonly says: string };

/**
 * Country and zone by calendar zone, signature address, phone code and national domain, in that order (POLICY 6.16). A system that writes for many
 * employers says nothing of one: its footer is its own.
 */
export function placeOf(clues: EmployerClues): Pick<EmployerReading, "country" | "zone"> {
  if (clues.domain !== null && seemsApplicantSystem(clues.domain)) return { country: null, zone: null };
  const order = [byCalendar, byAddress, byPhone, byDomain] as const;
  const found = order.map((read) => read(clues));
  return { country: withRegion(best(found, "country"), found), zone: best(found, "zone") };
}

const strengths = [4, 3, 2, 1] as const;

function best(found: readonly (Evidence | null)[], what: "country" | "zone"): Guess<string> | null {
  for (const [at, strength] of strengths.entries()) {
    const evidence = found[at];
    const value = evidence?.[what];
    if (evidence && value) return { value, says: evidence.says, strength };
  }
  return null;
}

/** An address inside the country that stronger evidence names tells the region as well. */
function withRegion(guess: Guess<string> | null, found: readonly (Evidence | null)[]): Guess<string> | null {
  const inside = found.find((one) => guess !== null && one?.country?.startsWith(`${guess.value}-`));
  return guess === null || !inside?.country
    ? guess
    : { ...guess, value: inside.country, says: `${guess.says} ${inside.says}` };
}

/** A zone that the calendar names itself; Outlook's names ("W. Europe Standard Time") stand for several countries with one clock. */
function byCalendar({ calendar }: EmployerClues): Evidence | null {
  for (const { ics } of calendar) {
    const name = /^DTSTART[^:\n]*;TZID=("[^"\n]+"|[^:;\n]+)/im.exec(
      ics.replace(/\r?\n[ \t]/g, "").replaceAll("\r", ""),
    )?.[1];
    const zone = name === undefined ? null : ianaZone(name);
    if (name === undefined || zone === null || /^(?:UTC|GMT|Etc\/)/i.test(zone)) continue;
    const isOwnName = name.replaceAll('"', "").endsWith(zone);
    return {
      zone,
      country: isOwnName ? countryOfZone(zone) : null,
      says: `Their calendar entry counts in "${name.replaceAll('"', "")}".`,
    };
  }
  return null;
}

function byAddress({ signature }: EmployerClues): Evidence | null {
  const found = addressIn(signature);
  return (
    found && {
      country: found.code,
      zone: found.zone,
      says: `The address in their signature: "${found.words}".`,
    }
  );
}

const international = /(?<![\d+])(?:\+|00)\s?([1-9][\d ()./-]{7,20}\d)/g;

/** Numbers of two countries tell neither. */
function byPhone({ signature }: EmployerClues): Evidence | null {
  const numbers = [...signature.matchAll(international)].map(([words, figures = ""]) => ({
    words,
    country: countryOfPhone(figures.replace(/\D/g, "")),
  }));
  const [first] = numbers;
  if (!first?.country || numbers.some(({ country }) => country !== first.country)) return null;
  return {
    country: first.country,
    zone: zoneOfCountry(first.country),
    says: `The telephone number in their signature: "${first.words.trim()}".`,
  };
}

function byDomain({ domain }: EmployerClues): Evidence | null {
  if (domain === null || isFreeMail(domain)) return null;
  const ending = domain.slice(domain.lastIndexOf(".") + 1);
  // Only the United States have endings of their own for state, army and universities.
  const country = /^(?:gov|mil|edu)$/.test(ending) ? "US" : countryOfEnding(ending);
  return country === null
    ? null
    : { country, zone: zoneOfCountry(country), says: `Their mail comes from "${domain}".` };
}
