import type { Selectable } from "kysely";
import type { Temporal } from "temporal-polyfill";
import type { CandidacyState } from "../domain/candidacy.ts";
import { type Elsewhere, mannerOf } from "../domain/follow-up.ts";
import type { CandidacyId, PersonId } from "../domain/ids.ts";
import { isSameEmployer } from "../domain/same-employer.ts";
import type { Db } from "./database.ts";
import type { Schema } from "./schema.ts";

/** All candidacies of a person, with what of each matters to the others. */
type Season = ReturnType<typeof seasonOf>;
type Row = Selectable<Schema["candidacy"]>;
type Mail = Pick<
  Selectable<Schema["follow_up"]>,
  "candidacy_id" | "kind" | "status" | "to_address" | "due_at" | "sent_at"
>;

/** What there is to ask about all candidacies of a person; `seasonOf` takes the answers, in this order. */
export const seasonQueries = (db: Db, personId: PersonId) =>
  [
    db.selectFrom("candidacy").selectAll().where("person_id", "=", personId).orderBy("number"),
    db
      .selectFrom("journal")
      .select(["candidacy_id", (select) => select.fn.max("at").as("at")])
      .where("person_id", "=", personId)
      .where("type", "=", "moved")
      .where("candidacy_id", "in", (from) =>
        from
          .selectFrom("candidacy")
          .select("candidacy.id")
          .where("candidacy.person_id", "=", personId)
          .where("candidacy.state", "in", ["offered", "accepted", "signed"]),
      )
      .groupBy("candidacy_id"),
    db
      .selectFrom("interview")
      .innerJoin("candidacy", "candidacy.id", "interview.candidacy_id")
      .select(["interview.candidacy_id", "interview.starts_at"])
      .where("candidacy.person_id", "=", personId)
      .where("interview.cancelled", "=", false),
    db
      .selectFrom("follow_up")
      .innerJoin("candidacy", "candidacy.id", "follow_up.candidacy_id")
      .select([
        "follow_up.candidacy_id",
        "follow_up.kind",
        "follow_up.status",
        "follow_up.to_address",
        "follow_up.due_at",
        "follow_up.sent_at",
      ])
      .where("candidacy.person_id", "=", personId)
      .where((or) =>
        or.or([
          or("follow_up.status", "in", ["approved", "sent"]),
          or.and([
            or("follow_up.status", "in", ["planned", "offered"]),
            or("follow_up.kind", "=", "keep_in_touch"),
          ]),
        ]),
      ),
  ] as const;

/** What any candidacy may mean for another one, worked out once for all of them. */
export function seasonOf(
  candidacies: readonly Row[],
  moves: readonly { readonly candidacy_id: CandidacyId | null; readonly at: Temporal.Instant }[],
  interviews: readonly { readonly candidacy_id: CandidacyId; readonly starts_at: Temporal.Instant }[],
  mails: readonly Mail[],
) {
  const moved = new Map(moves.map(({ candidacy_id, at }) => [candidacy_id, at]));
  const live = candidacies.filter(({ merged_into }) => merged_into === null);
  const byId = new Map(live.map((row) => [row.id, row]));
  const since = (row: Row) => moved.get(row.id) ?? row.opened_at;
  const written = mails.flatMap((mail) => {
    const by = byId.get(mail.candidacy_id);
    return by ? [{ ...mail, by, at: mail.sent_at ?? mail.due_at }] : [];
  });
  return {
    candidacies,
    offers: live
      .filter(({ state }) => state === "offered" || state === "accepted")
      .map((row) => ({ row, at: since(row) })),
    signed: live
      .filter(({ state }) => state === "signed")
      .sort(byNumber)
      .map((row) => ({ row, at: since(row) })),
    interviews: interviews.filter(({ candidacy_id }) =>
      underWay.has(byId.get(candidacy_id)?.state ?? "closed"),
    ),
    chases: written.filter(
      ({ kind, status }) => mannerOf[kind] === "chase" && (status === "sent" || status === "approved"),
    ),
    touches: written.filter(({ kind }) => kind === "keep_in_touch"),
  };
}

/** An interview of a candidacy that has ended is no interview that is under way. */
const underWay: ReadonlySet<CandidacyState> = new Set([
  "applied",
  "interviewing",
  "awaiting_decision",
  "offered",
  "accepted",
]);

/** What the other candidacies of the same person mean for this one. */
export function elsewhereFor(row: Row, season: Season): Elsewhere {
  const signed = season.signed.find((other) => other.row.id !== row.id);
  return {
    offers: season.offers
      .filter((other) => other.row.id !== row.id)
      .map(({ row: other, at }) => ({
        candidacyId: other.id,
        employer: other.employer,
        at,
        deadline: other.offer_deadline,
        isAccepted: other.state === "accepted",
      })),
    signed: signed ? { candidacyId: signed.row.id, employer: signed.row.employer, at: signed.at } : null,
    interviews: season.interviews
      .filter(({ candidacy_id }) => candidacy_id !== row.id)
      .map(({ starts_at }) => starts_at),
    chases: season.chases.flatMap(({ by, to_address, at, sent_at }) =>
      by.id !== row.id && to_address
        ? [
            {
              to: to_address,
              at,
              sameEmployer: isSameEmployer(employerOf(row), employerOf(by)),
              hasLeft: sent_at !== null,
            },
          ]
        : [],
    ),
    keepInTouchAt: season.touches
      .filter(({ by, sent_at }) => by.id !== row.id && (by.number < row.number || sent_at !== null))
      .map(({ at }) => at),
  };
}

const byNumber = (a: Row, b: Row): number => a.number - b.number;
const employerOf = ({ employer, employer_domain: employerDomain, size }: Row) => ({
  employer,
  employerDomain,
  size,
});
