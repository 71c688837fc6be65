import { greetingName } from "./greeting-name.ts";
import type { Language } from "./language.ts";
import { cleanLine } from "./plain-text.ts";

/**
 * What a template may say (POLICY 5). A fact that is not known is null or absent, and then no sentence speaks of it. Days and times stand in
 * words of the draft's language, "Thursday 21 May", on the recipient's own calendar where their zone is known, else on the person's.
 */
export type DraftFacts = {
  readonly language: Language;
  /** True where the employer writes du, tu, tú or je; absent means Sie, vous, usted or u. Says nothing in English. */
  readonly informal?: boolean;
  /** True for somebody who writes short mails: what can be left unsaid is. */
  readonly brief?: boolean;
  readonly personName: string;
  /** As the header or the invitation has it; null where only an address is known. */
  readonly recipientName: string | null;
  readonly employer: string;
  readonly role: string | null;
  /** Day of the talk that the mail looks back on. */
  readonly interviewDay: string | null;
  /** Day by which an answer was promised. */
  readonly promisedDay: string | null;
  /** Day and hour of what stands in the calendar for them, "Thursday 21 May at 14:00". */
  readonly meeting?: string | null;
  /** Names of those who were there, without the recipient's. */
  readonly interviewers?: string | null;
  /** What the talk was about, as the person told it in the debrief: "the nightly load". */
  readonly topic?: string | null;
  /** What the person wants to add to what they said there: their own sentences. */
  readonly addition?: string | null;
  /** Last day for the answer to another offer. */
  readonly offerDeadline?: string | null;
  /** Why the person writes now: their own sentence. */
  readonly occasion?: string | null;
  /** The same where their words are no sentence: "your new office in Leeds". */
  readonly occasionNamed?: string | null;
  /** What the employer wrote, word for word, and the day of that mail. */
  readonly theirWords?: string | null;
  readonly theirDay?: string | null;
  /** The role of their vacancy notice. */
  readonly vacancy?: string | null;
  /** True for whoever is thanked for an interview without having been there; absent means that they were there. */
  readonly coordinator?: boolean;
  /** True where an interview with another employer lies within a few working days (POLICY 1 check_in 2). */
  readonly interviewsElsewhere?: boolean;
  /** True after the second interview, or one called final (POLICY 6, "Words"). */
  readonly lateStage?: boolean;
  /** True where their no was a "not now". */
  readonly notNow?: boolean;
  /** True where they have made an offer. */
  readonly offered?: boolean;
  /** 1 or 2 for check-ins, 1 to 6 for keep_in_touch, else 1. */
  readonly ordinal: number;
  /** Chooses among equally good wordings; neighbouring numbers give different texts. */
  readonly variant: number;
};

/** Facts that are always there. */
const always = ["person_name", "employer"] as const;
/** Facts that a sentence may use where its condition says that they are known. */
const optional = [
  "first_name",
  "role",
  "interview_day",
  "promised_day",
  "meeting",
  "interviewers",
  "topic",
  "addition",
  "offer_deadline",
  "occasion",
  "occasion_named",
  "their_words",
  "their_day",
  "vacancy",
] as const;
/** Facts that decide which sentence fits and are never put into one. */
const askedOnly = [
  "coordinator",
  "interviews_elsewhere",
  "late_stage",
  "not_now",
  "offered",
  "informal",
  "brief",
] as const;

export type FactName = (typeof always)[number] | (typeof optional)[number] | (typeof askedOnly)[number];
export type Known = Partial<Record<FactName, string>>;

const among = (names: readonly FactName[]) => {
  const all: ReadonlySet<string> = new Set(names);
  return (name: string): name is FactName => all.has(name);
};
export const isFact = among([...always, ...optional, ...askedOnly]);
export const isAlwaysKnown = among(always);
export const isAskedOnly = among(askedOnly);

/** Gives the facts under the names that templates use, each on one line; what is not known is left out. */
export function knownFacts(facts: DraftFacts): Known {
  const known: Record<FactName, string | null | undefined> = {
    person_name: facts.personName,
    employer: facts.employer,
    first_name: facts.recipientName === null ? null : greetingName(facts.recipientName, facts.language),
    role: facts.role,
    interview_day: facts.interviewDay,
    promised_day: facts.promisedDay,
    meeting: facts.meeting,
    interviewers: facts.interviewers,
    topic: facts.topic,
    addition: facts.addition,
    offer_deadline: facts.offerDeadline,
    occasion: facts.occasion,
    occasion_named: facts.occasionNamed,
    their_words: facts.theirWords,
    their_day: facts.theirDay,
    vacancy: facts.vacancy,
    coordinator: yes(facts.coordinator),
    interviews_elsewhere: yes(facts.interviewsElsewhere),
    late_stage: yes(facts.lateStage),
    not_now: yes(facts.notNow),
    offered: yes(facts.offered),
    informal: yes(facts.informal === true && facts.language !== "en"),
    brief: yes(facts.brief),
  };
  const told = Object.entries(known).map(([name, value]) => [name, cleanLine(value ?? "")] as const);
  return Object.fromEntries(told.filter(([, value]) => value !== ""));
}

const yes = (fact: boolean | undefined): string | null => (fact === true ? "yes" : null);
