import { Temporal } from "temporal-polyfill";
import type { Candidacy } from "../../src/domain/candidacy.ts";
import {
  type CandidacyFacts,
  type FollowUp,
  type FollowUpRecord,
  nothingElsewhere,
  noWishes,
  type Word,
} from "../../src/domain/follow-up.ts";
import type { CandidacyId, InterviewId, PersonId } from "../../src/domain/ids.ts";
import type { Contact, Interview } from "../../src/domain/interview.ts";
import { plan } from "../../src/domain/plan.ts";
import { defaultPreferences, type Preferences } from "../../src/domain/preferences.ts";
import type { WorkingCalendar } from "../../src/domain/working-time.ts";
import { publicHolidays } from "../../src/holidays.ts";

const holidays = publicHolidays();
export const london = holidays.calendar("GB", "Europe/London");
export const newYork = holidays.calendar("US", "America/New_York");
export const berlin = holidays.calendar("DE", "Europe/Berlin");

export const greg = "greg@abc.example";
export const hana = "hana@abc.example";

const candidacyId = "c-1" as CandidacyId;

/** Wall-clock time in a zone, London's where none is named. */
export const at = (wallClock: string, zone = "Europe/London"): Temporal.Instant =>
  Temporal.PlainDateTime.from(wallClock.replace(" ", "T")).toZonedDateTime(zone).toInstant();

export const day = (iso: string): Temporal.PlainDate => Temporal.PlainDate.from(iso);

/** A candidacy at ABC in which Greg invited on Monday 18 May 2026 and nothing else has happened. */
export function factsOf(
  change: Partial<CandidacyFacts> = {},
  candidacy: Partial<Candidacy> = {},
): CandidacyFacts {
  return {
    candidacy: {
      id: candidacyId,
      personId: "p-1" as PersonId,
      number: 1,
      employer: "ABC",
      employerDomain: "abc.example",
      role: null,
      state: "awaiting_decision",
      closeReason: null,
      stateBefore: null,
      size: "unknown",
      sizeBy: "rules",
      country: null,
      zone: null,
      wordCount: 1,
      openedAt: at("2026-05-18 09:00"),
      offerDeadline: null,
      preferences: {},
      reading: {},
      ...candidacy,
    },
    personZone: "Europe/London",
    interviews: [],
    promises: [],
    words: [wrote("2026-05-18 09:12")],
    contacts: [contact("Greg Hill", greg)],
    history: [],
    occasions: [],
    wishes: noWishes,
    elsewhere: nothingElsewhere,
    ...change,
  };
}

export const contact = (name: string, address: string, ended: Contact["ended"] = null): Contact => ({
  candidacyId,
  name,
  address,
  ended,
});

export const interview = (
  start: string,
  end: string,
  change: Partial<Interview> = {},
  zone = "Europe/London",
): Interview => ({
  id: "i-1" as InterviewId,
  candidacyId,
  uid: "uid-1",
  sequence: 0,
  start: at(start, zone).toZonedDateTimeISO(zone),
  end: at(end, zone).toZonedDateTimeISO(zone),
  title: "Interview",
  place: null,
  cancelled: false,
  finalStage: false,
  people: [{ name: "Greg Hill", address: greg }],
  ...change,
});

export const wrote = (when: string, from = greg, zone = "Europe/London"): Word => ({
  at: at(when, zone),
  from: "employer",
  human: true,
  addresses: [from],
  outOfOfficeUntil: null,
});

export const byHand = (when: string, to = greg): Word => ({ ...wrote(when, to), from: "hand" });

export const away = (when: string, until: Word["outOfOfficeUntil"], from = greg): Word => ({
  ...wrote(when, from),
  human: false,
  outOfOfficeUntil: until,
});

export const promised = (made: string, due: string, silenceIsNo = false) => ({
  madeAt: at(made),
  due: day(due),
  quote: "We will come back to you.",
  silenceIsNo,
});

export const record = (
  followUp: FollowUp,
  status: FollowUpRecord["status"],
  change: Partial<FollowUpRecord> = {},
): FollowUpRecord => ({
  key: followUp.key,
  kind: followUp.kind,
  status,
  to: followUp.to?.address ?? null,
  sentAt: null,
  notBefore: null,
  ...change,
});

export const planAt = (
  facts: CandidacyFacts,
  now: Temporal.Instant,
  calendar: WorkingCalendar = london,
  preferences: Preferences = defaultPreferences,
) => plan(facts, preferences, calendar, now);

/** The one follow-up that is planned; fails the test when there is none or more. */
export function only(facts: CandidacyFacts, now: Temporal.Instant, calendar = london): FollowUp {
  const { followUps } = planAt(facts, now, calendar);
  const [first] = followUps;
  if (first === undefined || followUps.length > 1)
    throw new Error(`${followUps.length} follow-ups are planned`);
  return first;
}

/** The same facts after the planned follow-up has left at that time. */
export const afterSending = (facts: CandidacyFacts, when: string, calendar = london): CandidacyFacts => {
  const sentAt = at(when, calendar.zone);
  return { ...facts, history: [...facts.history, record(only(facts, sentAt, calendar), "sent", { sentAt })] };
};

/** Instant as wall-clock words, so that a failure can be read. */
export const wall = (instant: Temporal.Instant, zone = "Europe/London"): string =>
  instant.toZonedDateTimeISO(zone).toPlainDateTime().toString({ smallestUnit: "minute" }).replace("T", " ");
