/** States, provinces and nations with what is written for them in an address, and the zone by which nearly everybody there lives; "-" where two do. */
const states = `
  US-AL Chicago Alabama | US-AK Anchorage Alaska | US-AZ Phoenix Arizona | US-AR Chicago Arkansas | US-CA Los_Angeles California
  US-CO Denver Colorado | US-CT New_York Connecticut | US-DE New_York Delaware | US-DC New_York District of Columbia | US-FL - Florida
  US-GA New_York Georgia | US-HI Honolulu Hawaii | US-ID - Idaho | US-IL Chicago Illinois | US-IN - Indiana | US-IA Chicago Iowa
  US-KS - Kansas | US-KY - Kentucky | US-LA Chicago Louisiana | US-ME New_York Maine | US-MD New_York Maryland
  US-MA New_York Massachusetts | US-MI - Michigan | US-MN Chicago Minnesota | US-MS Chicago Mississippi | US-MO Chicago Missouri
  US-MT Denver Montana | US-NE - Nebraska | US-NV Los_Angeles Nevada | US-NH New_York New Hampshire | US-NJ New_York New Jersey
  US-NM Denver New Mexico | US-NY New_York New York | US-NC New_York North Carolina | US-ND - North Dakota | US-OH New_York Ohio
  US-OK Chicago Oklahoma | US-OR - Oregon | US-PA New_York Pennsylvania | US-RI New_York Rhode Island | US-SC New_York South Carolina
  US-SD - South Dakota | US-TN - Tennessee | US-TX - Texas | US-UT Denver Utah | US-VT New_York Vermont | US-VA New_York Virginia
  US-WA Los_Angeles Washington | US-WV New_York West Virginia | US-WI Chicago Wisconsin | US-WY Denver Wyoming
  CA-AB Edmonton Alberta | CA-BC Vancouver British Columbia | CA-MB Winnipeg Manitoba | CA-NB Moncton New Brunswick
  CA-NL St_Johns Newfoundland and Labrador | CA-NS Halifax Nova Scotia | CA-NT Yellowknife Northwest Territories | CA-NU - Nunavut
  CA-ON Toronto Ontario | CA-PE Halifax Prince Edward Island | CA-QC Toronto Quebec | CA-SK Regina Saskatchewan | CA-YT Whitehorse Yukon
  AU-ACT Sydney Australian Capital Territory | AU-NSW Sydney New South Wales | AU-NT Darwin Northern Territory | AU-QLD Brisbane Queensland
  AU-SA Adelaide South Australia | AU-TAS Hobart Tasmania | AU-VIC Melbourne Victoria | AU-WA Perth Western Australia
`;

type Region = { readonly code: string; readonly zone: string | null; readonly name: string };

const known: ReadonlyMap<string, Region> = new Map(
  states
    .trim()
    .split(/[|\n]/)
    .map((entry) => {
      const [code = "", clock = "-", ...name] = entry.trim().split(/\s+/);
      return [code, { code, zone: clock === "-" ? null : zoneIn(code, clock), name: name.join(" ") }];
    }),
);

function zoneIn(code: string, clock: string): string {
  if (clock === "Honolulu") return "Pacific/Honolulu";
  return `${code.startsWith("AU") ? "Australia" : "America"}/${clock}`;
}

/** The zone of a state or province (ISO 3166-2), or null where it is not one or has two. */
export const zoneOfRegion = (code: string): string | null => known.get(code)?.zone ?? null;

/** ISO 3166-2 of a state or province by its letters in an address ("NY", "NSW"), or null. */
export const regionByLetters = (country: "US" | "CA" | "AU", letters: string): string | null =>
  known.get(`${country}-${letters}`)?.code ?? null;

/** ISO 3166-2 of a state or province by its name, or null. Georgia is a country and Victoria a woman. */
export const regionNamed = (name: string): string | null =>
  /^(?:georgia|victoria)$/i.test(name.trim())
    ? null
    : ([...known.values()].find((region) => region.name.toLowerCase() === name.trim().toLowerCase())?.code ??
      null);

// Royal Mail areas; those that lie on a border between two nations tell the country only.
const areas: Readonly<Record<string, string>> = {
  "GB-ENG":
    "AL B BA BB BD BH BL BN BR BS CB CM CO CR CT CV CW DA DE DH DL DN DT DY E EC EN EX FY GL GU HA HD HG HP HU HX IG IP KT L LA LE LN LS LU M ME MK N NE NG NN NR NW OL OX PE PL PO PR RG RH RM S SE SG SK SL SM SN SO SP SR SS ST SW TA TF TN TQ TR TS TW UB W WA WC WD WF WN WR WS WV YO",
  "GB-SCT": "AB DD EH FK G HS IV KA KW KY ML PA PH ZE",
  "GB-WLS": "CF SA",
  "GB-NIR": "BT",
  GB: "CA CH DG HR LD LL NP SY TD",
  GG: "GY",
  JE: "JE",
  IM: "IM",
};
const byArea: ReadonlyMap<string, string> = new Map(
  Object.entries(areas).flatMap(([code, letters]) =>
    letters.split(" ").map((area): [string, string] => [area, code]),
  ),
);

/** ISO 3166 code of a British postcode's area ("LS" of "LS1 4AB"), or null where there is no such area. */
export const codeOfPostcodeArea = (area: string): string | null => byArea.get(area) ?? null;
