import { Temporal } from "temporal-polyfill";

/** Who answers: one person for all digests. */
export const person = {
  name: "Sam Reed",
  address: "sam@reed.example",
  zone: "Europe/London",
  country: "GB",
  digestAt: "07:30",
} as const;

/** Wall-clock moments of a season in the person's zone. */
export const season = {
  /** Whoever is to be chased invites here, for `longAgo`; everybody else at `invited`, for `yesterday`. */
  begins: at("2026-04-27T09:00"),
  longAgo: at("2026-05-05T14:00"),
  invited: at("2026-05-18T10:00"),
  /** This digest tells of all that is new, so that the next one tells of changes alone. */
  firstDigest: at("2026-05-19T07:30"),
  news: at("2026-05-20T10:00"),
  yesterday: at("2026-05-21T14:00"),
  planned: at("2026-05-21T20:00"),
  /** The digest that is answered; it is a Friday. */
  digest: at("2026-05-22T07:30"),
  decidedBefore: at("2026-05-22T07:40"),
  answered: at("2026-05-22T07:50"),
  ahead: at("2026-06-11T14:00"),
} as const;

function at(wallClock: string): Temporal.ZonedDateTime {
  return Temporal.PlainDateTime.from(wallClock).toZonedDateTime(person.zone);
}
