/**
 * Countries that an employer's mail can be placed in: ISO 3166-1 alpha-2, the IANA zone where there is one for nearly everybody there, and the
 * telephone code where it is the country's own (+1 and +7 are shared, so they say nothing).
 */
const table = `
  GB Europe/London 44 | IE Europe/Dublin 353 | IM Europe/Isle_of_Man - | JE Europe/Jersey - | GG Europe/Guernsey -
  DE Europe/Berlin 49 | AT Europe/Vienna 43 | CH Europe/Zurich 41 | LI Europe/Vaduz 423 | LU Europe/Luxembourg 352
  FR Europe/Paris 33 | BE Europe/Brussels 32 | NL Europe/Amsterdam 31 | ES Europe/Madrid 34 | PT Europe/Lisbon 351
  IT Europe/Rome 39 | MT Europe/Malta 356 | DK Europe/Copenhagen 45 | SE Europe/Stockholm 46 | NO Europe/Oslo 47
  FI Europe/Helsinki 358 | IS Atlantic/Reykjavik 354 | EE Europe/Tallinn 372 | LV Europe/Riga 371 | LT Europe/Vilnius 370
  PL Europe/Warsaw 48 | CZ Europe/Prague 420 | SK Europe/Bratislava 421 | HU Europe/Budapest 36 | SI Europe/Ljubljana 386
  HR Europe/Zagreb 385 | RS Europe/Belgrade 381 | RO Europe/Bucharest 40 | BG Europe/Sofia 359 | GR Europe/Athens 30
  CY Asia/Nicosia 357 | UA Europe/Kyiv 380 | TR Europe/Istanbul 90 | IL Asia/Jerusalem 972 | AE Asia/Dubai 971
  SA Asia/Riyadh 966 | QA Asia/Qatar 974 | EG Africa/Cairo 20 | MA Africa/Casablanca 212 | TN Africa/Tunis 216
  NG Africa/Lagos 234 | KE Africa/Nairobi 254 | GH Africa/Accra 233 | ZA Africa/Johannesburg 27 | IN Asia/Kolkata 91
  PK Asia/Karachi 92 | BD Asia/Dhaka 880 | LK Asia/Colombo 94 | SG Asia/Singapore 65 | MY Asia/Kuala_Lumpur 60
  TH Asia/Bangkok 66 | VN Asia/Ho_Chi_Minh 84 | PH Asia/Manila 63 | HK Asia/Hong_Kong 852 | CN Asia/Shanghai 86
  TW Asia/Taipei 886 | KR Asia/Seoul 82 | JP Asia/Tokyo 81 | ID - 62 | AU - 61 | NZ Pacific/Auckland 64
  US - - | CA - - | MX - 52 | BR - 55 | AR America/Argentina/Buenos_Aires 54 | CL America/Santiago 56
  CO America/Bogota 57 | PE America/Lima 51 | UY America/Montevideo 598 | CR America/Costa_Rica 506
`;

type Country = { readonly code: string; readonly zone: string | null; readonly phone: string | null };

const known: ReadonlyMap<string, Country> = new Map(
  table
    .trim()
    .split(/[|\n]/)
    .map((entry) => {
      const [code = "", zone = "-", phone = "-"] = entry.trim().split(/\s+/);
      return [code, { code, zone: zone === "-" ? null : zone, phone: phone === "-" ? null : phone }];
    }),
);

/** Zones of countries that have several; each lies in that country alone. */
const zonesOfMany: Readonly<Record<string, string>> = {
  US: "America/New_York America/Detroit America/Chicago America/Denver America/Phoenix America/Los_Angeles America/Anchorage America/Boise Pacific/Honolulu America/Indiana/Indianapolis America/Kentucky/Louisville",
  CA: "America/Toronto America/Montreal America/Winnipeg America/Edmonton America/Calgary America/Vancouver America/Halifax America/Regina America/St_Johns America/Moncton",
  AU: "Australia/Sydney Australia/Melbourne Australia/Brisbane Australia/Perth Australia/Adelaide Australia/Hobart Australia/Darwin Australia/Canberra",
  BR: "America/Sao_Paulo America/Bahia America/Fortaleza America/Recife America/Manaus",
  MX: "America/Mexico_City America/Monterrey America/Tijuana",
  ID: "Asia/Jakarta Asia/Makassar",
  ES: "Atlantic/Canary",
  PT: "Atlantic/Azores Atlantic/Madeira",
  IN: "Asia/Calcutta",
  UA: "Europe/Kiev",
};

const byZone: ReadonlyMap<string, string> = new Map([
  ...[...known.values()].flatMap(({ code, zone }): [string, string][] =>
    zone === null ? [] : [[zone, code]],
  ),
  ...Object.entries(zonesOfMany).flatMap(([code, zones]) =>
    zones.split(" ").map((zone): [string, string] => [zone, code]),
  ),
]);

/** The country in which an IANA zone lies, or null where that is not sure. */
export const countryOfZone = (zone: string): string | null => byZone.get(zone) ?? null;

/** The one zone of a country (ISO 3166-1, a region behind it is not read), or null where it has several. */
export const zoneOfCountry = (country: string): string | null => known.get(country.slice(0, 2))?.zone ?? null;

const codes = [...known.values()]
  .flatMap(({ code, phone }): [string, string][] => (phone === null ? [] : [[phone, code]]))
  .toSorted(([a], [b]) => b.length - a.length);

/** The country of an international number's digits ("441134960000"), or null. */
export const countryOfPhone = (digits: string): string | null =>
  codes.find(([phone]) => digits.startsWith(phone))?.[1] ?? null;

// Sold to everybody for the word that they make.
const soldWidely = new Set("ai cc co fm gg im io is la li me ly sh so st to tv us vc ws".split(" "));

/** The country of a national top-level domain ("de", "uk"), or null for one that tells nothing. */
export function countryOfEnding(ending: string): string | null {
  if (ending === "uk") return "GB";
  const code = ending.toUpperCase();
  return !soldWidely.has(ending) && known.has(code) ? code : null;
}

const languages = ["en", "de", "fr", "es", "nl", "pt"];
// Names of a person, a state or a bird as well.
const unclearNames = new Set(["turkey", "jersey", "chile", "peru", "pérou"]);
const byName: ReadonlyMap<string, string> = new Map([
  ...languages.flatMap((language) => {
    const names = new Intl.DisplayNames([language], { type: "region" });
    return [...known.keys()].flatMap((code): [string, string][] => {
      const name = names.of(code)?.toLowerCase() ?? "";
      return name === "" || unclearNames.has(name) ? [] : [[name, code]];
    });
  }),
  ["uk", "GB"],
  ["u.k.", "GB"],
  ["great britain", "GB"],
  ["england", "GB-ENG"],
  ["scotland", "GB-SCT"],
  ["wales", "GB-WLS"],
  ["northern ireland", "GB-NIR"],
  ["usa", "US"],
  ["u.s.a.", "US"],
  ["united states of america", "US"],
  ["holland", "NL"],
  ["the netherlands", "NL"],
  ["czech republic", "CZ"],
  ["republic of ireland", "IE"],
  ["uae", "AE"],
]);

/** The country that a name stands for in one of six languages, with the nation for parts of the United Kingdom; null for any other words. */
export const countryNamed = (name: string): string | null => byName.get(name.trim().toLowerCase()) ?? null;
