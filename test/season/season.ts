import { Temporal } from "temporal-polyfill";
import type { Kind } from "../../src/domain/assessment.ts";
import type { EmployerSize } from "../../src/domain/candidacy.ts";
import { type Chance, chanceOf } from "./chance.ts";

/** Who writes at an employer. `isDead`: what goes there comes back. */
export type Human = { readonly name: string; readonly address: string; readonly isDead: boolean };

export type Employer = {
  readonly name: string;
  readonly domain: string;
  readonly size: EmployerSize;
  readonly country: string;
  readonly zone: string;
  readonly humans: readonly [Human, ...Human[]];
  /** The address of its applicant system, which nobody reads. */
  readonly system: string;
  /** Nobody ever signs with an address of their own. */
  readonly isFaceless: boolean;
};

/** One role that the person goes for. With an agency the mails come from `via`, and `employer` is the client. */
export type Role = {
  readonly n: number;
  readonly title: string;
  readonly employer: Employer;
  readonly via: Employer | null;
  readonly appliedAt: Temporal.Instant;
};

/** What the person usually does with a draft, as weights, and how often the rest happens, as shares. */
export type Habits = {
  readonly decisions: { approve: number; skip: number; later: number; ignore: number; hand: number };
  readonly answersDigest: number;
  readonly thanksByHand: number;
  readonly asksByHand: number;
  readonly takesOffers: number;
};

export type Season = {
  readonly seed: number;
  readonly first: Temporal.PlainDate;
  readonly days: number;
  readonly zone: string;
  readonly country: string;
  readonly digestAt: string;
  readonly habits: Habits;
  readonly roles: readonly Role[];
  readonly pauses: readonly { readonly at: Temporal.Instant; readonly until: Temporal.Instant }[];
};

/** A talk as an invitation fixes it; the same id with another time is the same talk moved. */
export type Talk = {
  readonly id: string;
  readonly start: Temporal.ZonedDateTime;
  readonly end: Temporal.ZonedDateTime;
  readonly isFinal: boolean;
  readonly people: readonly { readonly name: string; readonly address: string | null }[];
};

/** A mail of theirs, before anybody has read it. `due` of a promise is the last day that keeps it. */
export type TheirMail = {
  readonly from: { readonly name: string; readonly address: string };
  readonly kind: Kind;
  readonly asks?: string;
  readonly tellsStages?: boolean;
  readonly promise?: { readonly due: Temporal.PlainDate; readonly silenceIsNo: boolean };
  readonly talk?: Talk;
  /** The talk that is called off. */
  readonly cancels?: string;
  readonly back?: Temporal.PlainDate | "unknown";
  readonly hasLeft?: boolean;
  readonly roleCancelled?: boolean;
  readonly deadline?: Temporal.PlainDate;
  readonly vacancy?: string;
  /** A bounce: the address that refused. */
  readonly refused?: string;
};

export type SeasonSize = { readonly days?: number; readonly roles?: readonly [least: number, most: number] };

/** Makes a whole job search out of a seed: who is written to and when, and what kind of person writes. */
export function seasonOf(seed: number, { days = 120, roles = [30, 200] }: SeasonSize = {}): Season {
  const chance = chanceOf("season", seed);
  const first = Temporal.PlainDate.from("2026-01-01").add({ days: chance.between(0, 600) });
  const place = chance.oneOf(places);
  // Most searches are small; the square keeps the large ones rare.
  const count = roles[0] + Math.floor((roles[1] - roles[0]) * chance.share() ** 4);
  const at = (day: number, minute: number) =>
    first.add({ days: day }).toZonedDateTime(place.zone).add({ minutes: minute }).toInstant();
  const pauses = chance.is(0.5)
    ? [chance.between(15, 60), ...(chance.is(0.3) ? [chance.between(80, 105)] : [])].map((day) => ({
        at: at(day, chance.between(8 * 60, 20 * 60)),
        until: at(day + chance.oneOf([3, 7, 14, 21]), 0),
      }))
    : [];
  return {
    seed,
    first,
    days,
    ...place,
    digestAt: chance.oneOf(["06:30", "07:30", "08:00", "12:15"]),
    habits: habitsOf(chance),
    roles: rolesOf(chance, count, place, (share) =>
      at(Math.floor(share ** 1.6 * days * 0.7), chance.between(8 * 60, 22 * 60)),
    ),
    pauses,
  };
}

const places = [
  { zone: "Europe/London", country: "GB" },
  { zone: "Europe/London", country: "GB" },
  { zone: "America/New_York", country: "US" },
  { zone: "Europe/Berlin", country: "DE" },
  { zone: "Pacific/Auckland", country: "NZ" },
] as const;

const habitsOf = (chance: Chance): Habits => ({
  decisions: {
    approve: chance.between(40, 95),
    skip: chance.between(0, 15),
    later: chance.between(0, 15),
    ignore: chance.between(0, 30),
    hand: chance.between(0, 10),
  },
  answersDigest: chance.oneOf([1, 0.95, 0.8, 0.5]),
  thanksByHand: chance.oneOf([0, 0.1, 0.4]),
  asksByHand: chance.oneOf([0, 0.1, 0.4]),
  takesOffers: chance.oneOf([0.2, 0.5, 0.8]),
});

function rolesOf(
  chance: Chance,
  count: number,
  place: (typeof places)[number],
  applied: (share: number) => Temporal.Instant,
): Role[] {
  const agencies = [1, 2].map((n) => employerOf(chance, `Agency ${n}`, place, "agency"));
  const roles: Role[] = [];
  for (let n = 1; n <= count; n += 1) {
    const before = roles.at(-1);
    const isSecondRole = before !== undefined && before.via === null && chance.is(0.12);
    const employer = isSecondRole
      ? before.employer
      : employerOf(chance, `Employer ${n}`, place, chance.oneOf(sizes));
    const via = !isSecondRole && chance.is(0.12) ? chance.oneOf(agencies) : null;
    roles.push({ n, title: `Role ${n}`, employer, via, appliedAt: applied(chance.share()) });
  }
  return roles;
}

const sizes = ["small", "large", "public sector", "charity", "unknown"] as const;

function employerOf(
  chance: Chance,
  name: string,
  home: (typeof places)[number],
  size: EmployerSize,
): Employer {
  const domain = `${name.toLowerCase().replace(" ", "")}.example`;
  const { zone, country } = chance.is(0.8) ? home : chance.oneOf(places);
  const human = (first: string): Human => ({
    name: `${first} ${name.replace(" ", "")}`,
    address: `${first.toLowerCase()}@${domain}`,
    isDead: chance.is(0.04),
  });
  return {
    name,
    domain,
    size,
    country,
    zone,
    humans: [human("Greta"), ...["Hana", "Igor"].slice(0, chance.between(0, 2)).map(human)],
    system: `${chance.oneOf(["no-reply", "noreply", "notifications", "donotreply"])}@${domain}`,
    isFaceless: size !== "agency" && chance.is(0.06),
  };
}
