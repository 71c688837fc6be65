import { Temporal } from "temporal-polyfill";
import { type Coming, type Happened, someDays, type Wish } from "./acts.ts";
import { chanceOf } from "./chance.ts";
import type { Habits, Role, Season } from "./season.ts";

export type Decision = keyof Habits["decisions"];

/** The person of a season: what they do of their own accord, and how they answer a digest. */
export type PersonMind = {
  /** What they do after something has happened in a candidacy (at epoch milliseconds). */
  readonly after: (role: Role, happened: Happened, at: number) => readonly Coming[];
  /** When they answer the digest of that moment, or null: not at all. */
  readonly answers: (digestAt: number) => number | null;
  /** What they do with a draft; the same draft on the same day always the same. */
  readonly decides: (n: number, key: string, day: string) => Decision;
};

export function personMind(season: Season): PersonMind {
  const { habits, seed, zone } = season;
  let taken = 0;
  return {
    after: (role, happened, at) => {
      const chance = chanceOf("person", seed, role.n, happened.type, at);
      const wish = (days: number, said: Wish): Coming => ({
        at: someDays(chance, at, days, zone),
        act: { type: "wish", n: role.n, wish: said },
      });
      const write = (days: number, to: string): Coming => ({
        at: someDays(chance, at, days, zone),
        act: { type: "by hand", n: role.n, to },
      });
      const humans = (role.via ?? role.employer).humans;
      switch (happened.type) {
        case "applied":
          return [
            ...(chance.is(0.03) ? [wish(chance.between(10, 60), { type: "no more" })] : []),
            ...(chance.is(0.05)
              ? [wish(chance.between(1, 40), { type: "every", days: chance.between(3, 15) })]
              : []),
            ...(chance.is(0.04) ? [wish(chance.between(1, 20), { type: "stages told" })] : []),
          ];
        case "mailed": {
          const { kind, asks, from, talk } = happened.mail;
          if (kind === "offer") return answerOffer();
          const isQuestion = asks !== undefined || (kind === "interview_invitation" && talk === undefined);
          if (isQuestion)
            return chance.is(0.85)
              ? [
                  write(
                    chance.between(0, 5),
                    from.address.startsWith("no") ? humans[0].address : from.address,
                  ),
                ]
              : [];
          return kind === "rejection" && chance.is(0.03) ? [wish(2, { type: "reopen" })] : [];
        }
        case "talk over": {
          const thanks = chance.is(habits.thanksByHand) ? [write(0, chance.oneOf(humans).address)] : [];
          const asks = chance.is(habits.asksByHand)
            ? [write(chance.between(3, 25), chance.oneOf(humans).address)]
            : [];
          const line = chance.is(0.03) ? [wish(chance.between(8, 30), { type: "break up" })] : [];
          const end = chance.is(0.02) ? [wish(chance.between(1, 20), { type: "close" })] : [];
          return [...thanks, ...asks, ...line, ...end];
        }
        case "accepted":
          switch (chance.weighed({ signs: 55, waits: 25, leaves: 20 })) {
            case "signs":
              return [wish(chance.between(3, 14), { type: "sign" })];
            case "waits":
              return [];
            case "leaves":
              return [wish(chance.between(2, 10), { type: "close" })];
          }
          return [];
        case "asked for an occasion":
          return chance.is(0.6) ? [wish(0, { type: "occasion", says: "They opened a shop in Leeds." })] : [];
        case "closed":
          return chance.is(0.02) ? [wish(chance.between(1, 6), { type: "reopen" })] : [];
        case "heard":
          return [];
      }

      function answerOffer(): readonly Coming[] {
        if (taken < 2 && chance.is(habits.takesOffers)) {
          taken += 1;
          return [wish(chance.between(1, 6), { type: "accept" })];
        }
        return chance.is(0.4) ? [wish(chance.between(1, 6), { type: "close" })] : [];
      }
    },
    answers: (digestAt) => {
      const chance = chanceOf("answer", seed, digestAt);
      if (!chance.is(habits.answersDigest)) return null;
      const late = chance.is(0.1) ? 24 * 60 : 0;
      return digestAt + (late + chance.between(2, 600)) * 60_000;
    },
    decides: (n, key, day) => chanceOf("decision", seed, n, key, day).weighed(habits.decisions),
  };
}

/** An instant of epoch milliseconds. */
export const instantAt = (at: number): Temporal.Instant => Temporal.Instant.fromEpochMilliseconds(at);
