import type { CandidacyState } from "../domain/candidacy.ts";
import { type Elsewhere, mannerOf } from "../domain/follow-up.ts";
import type { PersonId } from "../domain/ids.ts";
import { isSameEmployer } from "../domain/same-employer.ts";
import type { Db } from "./database.ts";

/** All candidacies of a person, with what of each matters to the others. */
type Season = Awaited<ReturnType<typeof loadSeason>>;
type Row = Season["candidacies"][number];

export async function loadSeason(db: Db, personId: PersonId) {
  const candidacies = await db
    .selectFrom("candidacy")
    .selectAll()
    .where("person_id", "=", personId)
    .orderBy("number")
    .execute();
  const moved = await db
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
    .groupBy("candidacy_id")
    .execute();
  const interviews = await db
    .selectFrom("interview")
    .innerJoin("candidacy", "candidacy.id", "interview.candidacy_id")
    .select(["interview.candidacy_id", "interview.starts_at"])
    .where("candidacy.person_id", "=", personId)
    .where("interview.cancelled", "=", false)
    .execute();
  const mails = await db
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
    )
    .execute();
  return {
    candidacies,
    moved: new Map(moved.map(({ candidacy_id, at }) => [candidacy_id, at])),
    interviews,
    mails,
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
  const others = season.candidacies.filter(({ id, merged_into }) => id !== row.id && merged_into === null);
  const byId = new Map(others.map((other) => [other.id, other]));
  const since = (other: Row) => season.moved.get(other.id) ?? other.opened_at;
  const signed = others.filter(({ state }) => state === "signed").sort(byNumber)[0];
  const mails = season.mails.filter(({ candidacy_id }) => byId.has(candidacy_id));
  return {
    offers: others
      .filter(({ state }) => state === "offered" || state === "accepted")
      .map((other) => ({
        candidacyId: other.id,
        employer: other.employer,
        at: since(other),
        deadline: other.offer_deadline,
        isAccepted: other.state === "accepted",
      })),
    signed: signed ? { candidacyId: signed.id, employer: signed.employer, at: since(signed) } : null,
    interviews: season.interviews
      .filter(({ candidacy_id }) => underWay.has(byId.get(candidacy_id)?.state ?? "closed"))
      .map(({ starts_at }) => starts_at),
    chases: mails
      .filter(
        ({ kind, status }) => mannerOf[kind] === "chase" && (status === "sent" || status === "approved"),
      )
      .flatMap((mail) => {
        const other = byId.get(mail.candidacy_id);
        const at = mail.sent_at ?? mail.due_at;
        return other && mail.to_address
          ? [
              {
                to: mail.to_address,
                at,
                sameEmployer: isSameEmployer(employerOf(row), employerOf(other)),
                hasLeft: mail.sent_at !== null,
              },
            ]
          : [];
      }),
    keepInTouchAt: mails
      .filter(({ kind, candidacy_id, sent_at }) => {
        const other = byId.get(candidacy_id);
        return (
          kind === "keep_in_touch" && other !== undefined && (other.number < row.number || sent_at !== null)
        );
      })
      .map(({ sent_at, due_at }) => sent_at ?? due_at),
  };
}

const byNumber = (a: Row, b: Row): number => a.number - b.number;
const employerOf = ({ employer, employer_domain: employerDomain, size }: Row) => ({
  employer,
  employerDomain,
  size,
});
