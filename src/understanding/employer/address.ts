import { placesIn } from "../when/places.ts";
import { codeOfCity } from "./cities.ts";
import { countryNamed, zoneOfCountry } from "./countries.ts";
import { codeInPostcode } from "./postcodes.ts";
import { regionNamed, zoneOfRegion } from "./regions.ts";

/** Where a card says that its writer is: ISO 3166-1 or 3166-2, the zone of that place where it has one, and the line that says it. */
export type AddressFound = { readonly code: string; readonly zone: string | null; readonly words: string };

/** More lines than a card has are small print. */
const mostLines = 25;
const longestLine = 160;

/**
 * Reads the address in a signature: a postcode, a city, a state or a country in its own place on the line. Lines that disagree about the country
 * ("London | New York | Singapore") tell nothing; about the region, the country only.
 */
export function addressIn(signature: string): AddressFound | null {
  const lines = signature
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "" && line.length <= longestLine)
    .slice(0, mostLines);
  const found = lines.flatMap((line, at) => readLine(line, at <= 1, isPlaced(lines, at)) ?? []);
  const [first] = found;
  if (first === undefined || found.some(({ code }) => country(code) !== country(first.code))) return null;
  const regions = new Set(found.flatMap(({ code }) => (code.includes("-") ? [code] : [])));
  const fullest = found.find(({ code }) => code.includes("-")) ?? first;
  if (regions.size > 1) return { ...first, code: country(first.code), zone: sameZone(found) };
  return { ...fullest, zone: sameZone(found) };
}

const country = (code: string): string => code.slice(0, 2);

const sameZone = (found: readonly AddressFound[]): string | null => {
  const zones = new Set(found.flatMap(({ zone }) => zone ?? []));
  return zones.size === 1 ? ([...zones][0] ?? null) : null;
};

/** A country that stands alone on its line is an address only under one: "Germany" may as well be a field of work. */
const isPlaced = (lines: readonly string[], at: number): boolean =>
  /\d/.test(lines[at - 1] ?? "") || codeOfCity(segments(lines[at - 1] ?? "").at(-1) ?? "") !== null;

/** @param isName one of the first two lines: the writer's name begins them, and people are called Sydney */
function readLine(line: string, isName: boolean, isUnderAddress: boolean): AddressFound | null {
  const words = line.replace(/^[*_>\s]+|[*_\s]+$/g, "");
  const coded = codeInPostcode(words);
  if (coded !== null) return { code: coded, zone: zoneAt(coded, words), words };
  const pieces = segments(words).slice(isName ? 1 : 0);
  const last = pieces.at(-1) ?? "";
  const city = cityIn(pieces);
  const named = countryNamed(last);
  const region = pieces.length > 1 || city !== null ? regionNamed(last) : null;
  if (city === "unclear") return null;
  if (named !== null && (city !== null || isUnderAddress || /\d/.test(words))) {
    const code =
      city !== null && country(city) === country(named) && city.length > named.length ? city : named;
    return city !== null && country(city) !== country(named)
      ? null
      : { code, zone: zoneAt(code, words), words };
  }
  if (region !== null && /\d|,/.test(words)) return { code: region, zone: zoneAt(region, words), words };
  // "Portland, Oregon": what stands behind a known city tells which one it is.
  if (city === null || (region !== null && region !== city)) return null;
  return { code: city, zone: zoneAt(city, words), words };
}

/** The one city among the pieces, "unclear" where there are several that lie apart, or null. */
function cityIn(pieces: readonly string[]): string | "unclear" | null {
  const codes = new Set(pieces.flatMap((piece) => codeOfCity(withoutCode(piece)) ?? []));
  if (codes.size <= 1) return [...codes][0] ?? null;
  const countries = new Set([...codes].map(country));
  return countries.size === 1 ? ([...countries][0] ?? null) : "unclear";
}

const segments = (line: string): readonly string[] =>
  line
    .split(/\s*[|·•⋅]\s*|,\s*|\s+[-–—/]\s+|\s{2,}/)
    .map((piece) => piece.trim().replace(/[.;]$/, ""))
    .filter((piece) => piece !== "");

/** "80331 München", "1012 AB Amsterdam", "Dublin 2": the city without its code. */
const withoutCode = (piece: string): string =>
  piece.replace(/^(?:[A-Z]{1,3}-)?\d{3,6}(?:\s?[A-Z]{2})?\s+/, "").replace(/\s+\d{1,2}[A-Z]?$/, "");

/** The clock of the place: of its state or its country, else of the city that the line names. */
function zoneAt(code: string, words: string): string | null {
  const own = code.includes("-") ? zoneOfRegion(code) : null;
  const known = own ?? zoneOfCountry(code);
  if (known !== null) return known;
  const zones = new Set(placesIn(words).map(({ zone }) => zone));
  return zones.size === 1 ? ([...zones][0] ?? null) : null;
}
