import { codeOfCity } from "./cities.ts";
import { countryOfEnding } from "./countries.ts";
import { codeOfPostcodeArea, regionByLetters } from "./regions.ts";

/** ISO 3166 code of the place whose postcode stands in the line, where its form is that of one country alone; else null. */
export function codeInPostcode(line: string): string | null {
  for (const read of [
    british,
    canadian,
    american,
    australian,
    irish,
    prefixed,
    dutch,
    portuguese,
    polish,
    numbered,
  ]) {
    const code = read(line);
    if (code !== null) return code;
  }
  return null;
}

type Reader = (line: string) => string | null;

/** "LS1 4AB": the letters before the figures are the area. */
const british: Reader = (line) => {
  const found = /(?<![\p{L}\d])([A-Z]{1,2})\d[A-Z\d]?\s\d[ABD-HJLNP-UW-Z]{2}(?![\p{L}\d])/u.exec(line);
  return found === null ? null : codeOfPostcodeArea(found[1] ?? "");
};

/** "Toronto, ON M5V 2T6" */
const canadian: Reader = (line) => {
  const found = /(?<![\p{L}\d])([A-Z]{2})?,?\s*[ABCEGHJ-NPRSTVXY]\d[A-Z] \d[A-Z]\d(?![\p{L}\d])/u.exec(line);
  return found === null ? null : (regionByLetters("CA", found[1] ?? "") ?? "CA");
};

/** "Austin, TX 78701": the city before the letters parts it from Delaware's namesake "DE 19801". */
const american: Reader = (line) => {
  const found =
    /\p{L}{3},?\s+([A-Z]{2})\.?,?\s+\d{5}(?:-\d{4})?(?=$|\s*[,|·.]|\s+(?:USA?|United States)\b)/u.exec(line);
  return found === null ? null : regionByLetters("US", found[1] ?? "");
};

/** "Sydney NSW 2000"; "SA 1800" is a company in Vevey as well, so the short ones need their city. */
const australian: Reader = (line) => {
  const found =
    /(?<![\p{L}\d])(NSW|VIC|QLD|TAS|(?<=Adelaide,? )SA|(?<=Perth,? )WA|(?<=Darwin,? )NT|(?<=Canberra,? )ACT),?\s+\d{4}(?![\p{L}\d])/u.exec(
      line,
    );
  return found === null ? null : regionByLetters("AU", found[1] ?? "");
};

/** Eircode, "D02 X285" */
const irish: Reader = (line) =>
  /(?<![\p{L}\d])(?:[AC-FHKNPRTV-Y]\d\d|D6W) (?=\d*[A-Z])[AC-FHKNPRTV-Y\d]{4}(?![\p{L}\d])/u.test(line)
    ? "IE"
    : null;

const byPrefix: Readonly<Record<string, string>> = {
  D: "DE",
  A: "AT",
  B: "BE",
  F: "FR",
  I: "IT",
  L: "LU",
  N: "NO",
  S: "SE",
  E: "ES",
  FIN: "FI",
};

/** "D-10115 Berlin", "CH-8001 Zürich" */
const prefixed: Reader = (line) => {
  const found =
    /(?<![\p{L}\d])(D|DE|A|AT|CH|B|BE|F|FR|I|IT|L|LU|N|NO|S|SE|DK|FIN?|E|ES|NL|LI)-(\d{4,5})\s+(.*)/u.exec(
      line,
    );
  if (found === null) return null;
  const [, letters = "", figures = "", rest = ""] = found;
  const country =
    byPrefix[letters] ?? countryOfEnding(letters.toLowerCase()) ?? (letters === "LI" ? "LI" : null);
  return country === null ? null : within(country, figures, cityAtStart(rest));
};

/** "1012 AB Amsterdam"; "1120 SW Fifth Avenue" is none. */
const dutch: Reader = (line) =>
  /(?<![\p{L}\d])[1-9]\d{3} ?(?!NE|NW|SE|SW|AM|PM|AD|GB|TB|EU|US)[A-Z]{2}\s+\p{Lu}\p{L}+/u.test(line)
    ? "NL"
    : null;

/** "1000-205 Lisboa" */
const portuguese: Reader = (line) => (/(?<![\p{L}\d+-])\d{4}-\d{3}\s+\p{Lu}\p{L}+/u.test(line) ? "PT" : null);

/** "00-950 Warszawa" */
const polish: Reader = (line) => (/(?<![\p{L}\d+-])\d{2}-\d{3}\s+\p{Lu}\p{L}+/u.test(line) ? "PL" : null);

/** Four or five figures before a city that is known: "80331 München". */
const numbered: Reader = (line) => {
  const found = /(?<![\p{L}\d+-])(\d{5}|\d{4})\s+(\p{Lu}.*)/u.exec(line);
  if (found === null) return null;
  const [, figures = "", rest = ""] = found;
  const city = cityAtStart(rest);
  const fits =
    city !== null &&
    (fourFigures.has(city.slice(0, 2))
      ? figures.length === 4
      : fiveFigures.has(city.slice(0, 2)) && figures.length === 5);
  return fits && city !== null ? within(city.slice(0, 2), figures, city) : null;
};

const fourFigures = new Set(["AT", "CH", "BE", "LU", "DK", "NO"]);
const fiveFigures = new Set(["DE", "FR", "ES", "IT", "SE", "FI"]);

/** The region is the known city's; in France it stands in the code, and only where its holidays are others. */
function within(country: string, figures: string, city: string | null): string {
  if (country === "FR") return /^(?:57|67|68)/.test(figures) ? `FR-${figures.slice(0, 2)}` : "FR";
  return city?.startsWith(country) ? city : country;
}

/** The longest known city with which the words begin. */
function cityAtStart(words: string): string | null {
  const pieces = (words.split(/[,|·•]|\s{2,}|\s[-–]\s/)[0] ?? "").trim().split(/\s+/);
  for (let count = Math.min(4, pieces.length); count > 0; count -= 1) {
    const code = codeOfCity(pieces.slice(0, count).join(" "));
    if (code !== null) return code;
  }
  return null;
}
