import { describe, expect, test } from "vitest";
import { letter, readingOf } from "./a-mail.ts";

const plain = "We would like to meet you on Thursday.";
const signed = (...lines: readonly string[]) => letter(plain, "Jo Field", "Office Manager", ...lines);
const from = "Jo Field <jo.field@fairholm.example>";
const placeOf = (text: string, more: { from?: string; tzid?: string; proven?: boolean } = {}) => {
  const { country, zone } = readingOf({ from, employer: "Fairholm", text, ...more });
  return [country?.value ?? null, zone?.value ?? null];
};

describe("an address in the signature tells country, region and zone", () => {
  test.each([
    ["12 Market Street, Leeds LS1 4AB", "GB-ENG", "Europe/London"],
    ["4 Quay Street, Edinburgh EH6 6QQ", "GB-SCT", "Europe/London"],
    ["Bay House, Cardiff CF10 4PA", "GB-WLS", "Europe/London"],
    ["Linen Hall, Belfast BT2 8BA", "GB-NIR", "Europe/London"],
    ["The Yard, Chester CH1 2HU", "GB", "Europe/London"],
    ["20 Grand Canal Quay, D02 X285", "IE", "Europe/Dublin"],
    ["Gartenstraße 5, 80331 München", "DE-BY", "Europe/Berlin"],
    ["Hafenweg 9 | 20457 Hamburg | Germany", "DE-HH", "Europe/Berlin"],
    ["Dorfstr. 1, D-17033 Neuhof", "DE", "Europe/Berlin"],
    ["Ring 4, 1010 Wien", "AT", "Europe/Vienna"],
    ["Seeweg 2, CH-8001 Zürich", "CH-ZH", "Europe/Zurich"],
    ["3 rue des Lilas, 69003 Lyon", "FR", "Europe/Paris"],
    ["1 quai du Marché, 67000 Strasbourg", "FR-67", "Europe/Paris"],
    ["Keizersgracht 1, 1015 CJ Amsterdam", "NL", "Europe/Amsterdam"],
    ["Rua do Sol 8, 1200-205 Lisboa", "PT", "Europe/Lisbon"],
    ["Calle Mayor 3, 28013 Madrid", "ES", "Europe/Madrid"],
    ["500 Elm Street, Boston, MA 02110", "US-MA", "America/New_York"],
    ["88 Pine Ave, Sacramento, CA 95814, USA", "US-CA", "America/Los_Angeles"],
    ["10 Congress Ave, Austin, TX 78701", "US-TX", "America/Chicago"],
    ["100 King Street, Toronto, ON M5X 1A9", "CA-ON", "America/Toronto"],
    ["1 Rue du Port, Montréal, QC H2Y 1C6", "CA-QC", "America/Toronto"],
    ["5 George Street, Sydney NSW 2000", "AU-NSW", "Australia/Sydney"],
    ["Fairholm Bakery | Bristol", "GB-ENG", "Europe/London"],
    ["9 Lake Road, Nairobi, Kenya", "KE", "Africa/Nairobi"],
    ["14 Marine Drive, Mumbai, India", "IN", "Asia/Kolkata"],
  ])("%s", (line, country, zone) => {
    expect(placeOf(signed(line))).toEqual([country, zone]);
    expect(readingOf({ from, employer: "Fairholm", text: signed(line) }).country?.says).toContain(line);
  });

  test("a country on a line of its own under the street", () => {
    expect(placeOf(signed("Storgata 5", "Norway"))).toEqual(["NO", "Europe/Oslo"]);
  });
});

describe("without an address the telephone number, then the national domain", () => {
  test.each([
    ["+44 113 496 0000", "fairholm.com", "GB", "Europe/London"],
    ["Tel. 0049 30 555 0000", "fairholm.com", "DE", "Europe/Berlin"],
    ["T +353 1 555 0000 | F +353 1 555 0001", "fairholm.com", "IE", "Europe/Dublin"],
    ["+61 2 5550 0000", "fairholm.com", "AU", null],
    ["", "fairholm.co.uk", "GB", "Europe/London"],
    ["", "fairholm.fr", "FR", "Europe/Paris"],
    ["", "fairholm.ca", "CA", null],
    ["", "fairholm.gov", "US", null],
    ["+33 1 55 55 00 00", "fairholm.de", "FR", "Europe/Paris"],
  ])("%s at %s", (line, domain, country, zone) => {
    expect(placeOf(signed(line), { from: `Jo Field <jo@${domain}>` })).toEqual([country, zone]);
  });
});

describe("the calendar's zone comes before everything (POLICY 6.16)", () => {
  test("a zone by its own name tells the country too", () => {
    expect(placeOf(signed("+44 113 496 0000"), { tzid: "Europe/Berlin" })).toEqual(["DE", "Europe/Berlin"]);
    expect(
      readingOf({ from, employer: "Fairholm", text: signed(), tzid: "Europe/Berlin" }).zone?.says,
    ).toContain('"Europe/Berlin"');
  });

  test("Outlook's name for it is the clock of several countries, so the country comes from what else there is", () => {
    const tzid = '"W. Europe Standard Time"';
    expect(placeOf(signed(), { tzid })).toEqual([null, "Europe/Berlin"]);
    expect(placeOf(signed("Keizersgracht 1, 1015 CJ Amsterdam"), { tzid })).toEqual(["NL", "Europe/Berlin"]);
  });

  test("the address adds the region within the calendar's country, with both as evidence", () => {
    const text = signed("Gartenstraße 5, 80331 München");
    const { country } = readingOf({ from, employer: "Fairholm", text, tzid: "Europe/Berlin" });
    expect(country?.value).toBe("DE-BY");
    expect(country?.says).toMatch(/Europe\/Berlin.*80331 München/);
  });

  test("UTC is no place", () => {
    expect(placeOf(signed(), { tzid: "UTC" })).toEqual([null, null]);
  });
});

describe("wrong is worse than unknown", () => {
  test.each([
    ["a name that is a city", letter(plain, "Sydney", "Office Manager")],
    ["a first name that is a city, beside a title", letter(plain, "Paris | Office Manager")],
    ["offices in several countries", signed("London | New York | Singapore")],
    ["a field of work", signed("Head of Sales, Germany")],
    ["a company that bears a country's name", signed("Bank of Ireland Tower")],
    ["a code that several countries share", signed("+1 555 010 0000")],
    ["numbers of two countries", signed("+44 113 496 0000 | +49 30 555 0000")],
    ["a room that looks like a postcode", signed("Room B12 2024")],
    ["a street number that looks Dutch", signed("1120 SW Fifth Avenue")],
    ["a city in the text", letter("The interview is at our office in Berlin.", "Jo Field")],
  ])("%s", (_what, text) => {
    expect(placeOf(text)).toEqual([null, null]);
  });

  test.each(["fairholm.io", "fairholm.ai", "fairholm.co", "fairholm.com", "fairholm.eu", "gmail.com"])(
    "%s tells no country",
    (domain) => {
      expect(placeOf(signed(), { from: `Jo Field <jo@${domain}>` })).toEqual([null, null]);
    },
  );

  test("a system's own footer says nothing of the employer", () => {
    const text = signed("18 West Street, Boston, MA 02110", "+44 113 496 0000");
    expect(placeOf(text, { from: "Fairholm <no-reply@greenhouse.io>" })).toEqual([null, null]);
    expect(placeOf(text, { from: "Fairholm <no-reply@myworkday.com>", tzid: "Europe/Berlin" })).toEqual([
      null,
      null,
    ]);
  });

  test("a domain that nobody proved says nothing", () => {
    expect(placeOf(signed(), { from: "Jo Field <jo@fairholm.fr>", proven: false })).toEqual([null, null]);
  });
});
