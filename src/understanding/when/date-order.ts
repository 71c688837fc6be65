import type { DateOrder } from "./numeric-dates.ts";
import { orderIn, placesIn } from "./places.ts";
import { isContinental } from "./time-words.ts";

/**
 * Whether the writer of a mail puts day or month first in "5/6": shown by another date of the mail, by its language, or by where its
 * writer sits (POLICY 6.16). The person's own country proves nothing about the writer. Null where nothing tells, or proofs disagree.
 */
export function dateOrderOf(text: string, signature: string): DateOrder {
  if (!/\d[/-]\d/.test(text)) return null;
  for (const [, first, second] of text.matchAll(
    /(?<![\d/.-])(\d{1,2})[/-](\d{1,2})(?:[/-]\d{2,4})?(?![\d/-])/g,
  )) {
    if (Number(first) > 12 && Number(second) <= 12 && Number(first) <= 31 && `${first}/${second}` !== "24/7")
      return "day";
    if (Number(second) > 12 && Number(second) <= 31 && Number(first) <= 12) return "month";
  }
  if (isContinental(text)) return "day";
  const all = `${text}\n${signature}`;
  // "15:00 Dublin time" is where the clock stands, not the writer.
  const places = placesIn(all).filter(
    ({ index, words }) => !/^\s+time\b/i.test(all.slice(index + words.length)),
  );
  // A list of offices in several countries shows the habit of none.
  const zones = [...new Set(places.map(({ zone }) => zone))];
  const orders = new Set(zones.length === 1 ? zones.flatMap((zone) => orderIn(zone) ?? []) : []);
  if (dayFirst.test(all)) orders.add("day");
  if (monthFirst.test(all)) orders.add("month");
  const [only] = orders;
  return orders.size === 1 && only !== undefined ? only : null;
}

// British, Irish and continental legal forms, phone codes and postcodes.
const dayFirst =
  /\b(?:Ltd|Limited|plc|LLP|GmbH|AG|KG|S\.?L|S\.?A|SAS|SARL|B\.?V|N\.?V|Lda|Pty|NHS)\b\.?|\+(?!1\b|1[\s(-])\d{2}|\b[A-Z]{1,2}\d{1,2}[A-Z]? ?\d[A-Z]{2}\b|\b0\d{2,4} \d{3} ?\d{3,4}\b/;
// State and ZIP code, American phone numbers and legal forms.
const monthFirst =
  /\b(?:A[LKZR]|C[AOT]|DE|DC|FL|GA|HI|I[DLNA]|K[SY]|LA|M[EDAINSOT]|N[EVHJMYCD]|O[HKR]|PA|RI|S[CD]|T[NX]|UT|V[TA]|W[AVIY])\s+\d{5}\b|,\s(?:A[LKZR]|C[AOT]|DC|FL|GA|I[DLNA]|K[SY]|LA|M[EDAINSOT]|N[EVHJMYCD]|O[HKR]|PA|RI|S[CD]|T[NX]|UT|V[TA]|W[AVIY])\b|\(\d{3}\) ?\d{3}-\d{4}|\b\d{3}-\d{3}-\d{4}\b|\b(?:LLC|Inc)\b/;
