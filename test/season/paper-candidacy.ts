import { Temporal } from "temporal-polyfill";
import type { Candidacy } from "../../src/domain/candidacy.ts";
import {
  type CandidacyFacts,
  type Elsewhere,
  type FollowUp,
  type FollowUpRecord,
  mannerOf,
  noWishes,
  type Occasion,
  type Plan,
  type PromiseOnRecord,
  type Wishes,
  type Word,
} from "../../src/domain/follow-up.ts";
import type { CandidacyId, PersonId } from "../../src/domain/ids.ts";
import type { Contact, Interview } from "../../src/domain/interview.ts";
import type { WorkingCalendar } from "../../src/domain/working-time.ts";
import type { Role } from "./season.ts";
import type { CandidacyTrail, Entry, Standing } from "./trail.ts";

/** A mail of a plan on paper, as the store keeps it. */
export type PaperMail = {
  followUp: FollowUp;
  readonly record: { -readonly [Field in keyof FollowUpRecord]: FollowUpRecord[Field] };
  /** When it was approved to leave, in epoch milliseconds. */
  leavesAt: number;
  /** How many words the thread had when it was shown. */
  wordsShown: number;
};

/** A candidacy on paper: what the store would hold of it, and what an onlooker writes down. */
export type PaperCandidacy = CandidacyTrail & {
  readonly role: Role;
  candidacy: Candidacy;
  movedAt: number;
  readonly interviews: Interview[];
  readonly promises: PromiseOnRecord[];
  readonly words: Word[];
  readonly contacts: Contact[];
  readonly occasions: Occasion[];
  readonly mails: Map<string, PaperMail>;
  wishes: Wishes;
  reopenedAt: Temporal.Instant | null;
  wordCount: number;
  plan: Plan | null;
  nextAt: number | null;
  /** Told already that it ended. */
  readonly talksOver: Set<string>;
  /** Candidacies whose mails count for its caps: the same employer, or the same people. */
  readonly siblings: PaperCandidacy[];
  readonly entries: Entry[];
  readonly everPlanned: Map<string, Standing>;
};

export function paperCandidacy(role: Role, calendar: WorkingCalendar, at: number): PaperCandidacy {
  const by = role.via ?? role.employer;
  const paper: PaperCandidacy = {
    n: role.n,
    role,
    employer: role.employer.name,
    isAgency: role.via !== null,
    calendar,
    candidacy: {
      id: `c-${role.n}` as CandidacyId,
      personId: "p-1" as PersonId,
      number: role.n,
      employer: role.employer.name,
      employerDomain: role.via === null ? role.employer.domain : null,
      role: role.title,
      state: "applied",
      closeReason: null,
      stateBefore: null,
      size: by.size,
      sizeBy: "rules",
      country: by.country,
      zone: by.zone,
      wordCount: 0,
      openedAt: Temporal.Instant.fromEpochMilliseconds(at),
      offerDeadline: null,
      preferences: {},
      reading: {},
    },
    movedAt: at,
    interviews: [],
    promises: [],
    words: [],
    contacts: [],
    occasions: [],
    mails: new Map(),
    wishes: noWishes,
    reopenedAt: null,
    wordCount: 0,
    plan: null,
    nextAt: null,
    talksOver: new Set(),
    siblings: [],
    entries: [],
    everPlanned: new Map(),
    get state() {
      return paper.candidacy.state;
    },
    get closeReason() {
      return paper.candidacy.closeReason;
    },
    get noMore() {
      return paper.wishes.noMore;
    },
    get closesAt() {
      return paper.plan?.closesAt?.at.epochMilliseconds ?? null;
    },
    get standing() {
      return (paper.plan?.followUps ?? []).map((followUp) =>
        standingOf(paper, followUp, paper.everPlanned.get(followUp.key)?.since ?? 0),
      );
    },
  };
  return paper;
}

export const standingOf = (
  { mails }: Pick<PaperCandidacy, "mails">,
  followUp: FollowUp,
  since: number,
): Standing => ({
  since,
  key: followUp.key,
  kind: followUp.kind,
  status: mails.get(followUp.key)?.record.status ?? "planned",
  offerFrom: followUp.offerFrom.epochMilliseconds,
  staleAt: followUp.staleAt.epochMilliseconds,
  to: followUp.to?.address ?? null,
  needsOccasion: followUp.needsOccasion ?? false,
});

/** The person's candidacies, and those of them that matter to every other: with an offer, accepted or signed. */
export type Others = { readonly all: readonly PaperCandidacy[]; readonly notable: readonly PaperCandidacy[] };

/** Everything that the policy may know of it. */
export const paperFacts = (
  paper: PaperCandidacy,
  personZone: string,
  pausedUntil: Temporal.Instant | null,
  others: Others,
): CandidacyFacts => ({
  candidacy: paper.candidacy,
  personZone,
  ...(paper.reopenedAt && { reopenedAt: paper.reopenedAt }),
  pausedUntil,
  interviews: paper.interviews,
  promises: paper.promises,
  words: paper.words,
  contacts: paper.contacts,
  history: [...paper.mails.values()].map(({ record }) => record),
  occasions: paper.occasions,
  wishes: paper.wishes,
  elsewhere: elsewhereOf(paper, others),
});

/** As src/store/elsewhere.ts reads it. The lists are made when they are asked for: most plans need none of them. */
function elsewhereOf(paper: PaperCandidacy, { all, notable }: Others): Elsewhere {
  const others = () => all.filter((other) => other !== paper);
  const since = (other: PaperCandidacy) => Temporal.Instant.fromEpochMilliseconds(other.movedAt);
  const there = notable.filter((other) => other !== paper);
  const signed = there.find(({ state }) => state === "signed");
  return {
    offers: there
      .filter(({ state }) => state === "offered" || state === "accepted")
      .map((other) => ({
        candidacyId: other.candidacy.id,
        employer: other.employer,
        at: since(other),
        deadline: other.candidacy.offerDeadline,
        isAccepted: other.state === "accepted",
      })),
    signed: signed
      ? { candidacyId: signed.candidacy.id, employer: signed.employer, at: since(signed) }
      : null,
    get interviews() {
      return others().flatMap(({ interviews }) =>
        interviews.filter(({ cancelled }) => !cancelled).map(({ start }) => start.toInstant()),
      );
    },
    get chases() {
      return paper.siblings.flatMap((other) =>
        [...other.mails.values()]
          .filter(
            ({ record: { kind, status } }) =>
              mannerOf[kind] === "chase" && (status === "sent" || status === "approved"),
          )
          .flatMap(({ followUp, record }) => {
            const at = record.sentAt ?? followUp.dueAt;
            return record.to
              ? [
                  {
                    to: record.to,
                    at,
                    sameEmployer: other.employer === paper.employer,
                    hasLeft: record.sentAt !== null,
                  },
                ]
              : [];
          }),
      );
    },
    get keepInTouchAt() {
      return others()
        .flatMap(({ n, mails }) =>
          [...mails.values()].filter(
            ({ record: { kind, status } }) =>
              kind === "keep_in_touch" &&
              (status === "sent" || (n < paper.n && status !== "skipped" && status !== "dropped")),
          ),
        )
        .map(({ followUp, record }) => record.sentAt ?? followUp.dueAt);
    },
  };
}
