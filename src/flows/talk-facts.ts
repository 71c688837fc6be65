import { Temporal } from "temporal-polyfill";
import type { DraftFacts } from "../domain/draft-facts.ts";
import type { CandidacyFacts } from "../domain/follow-up.ts";
import { greetingName } from "../domain/greeting-name.ts";
import { type Interview, isOver } from "../domain/interview.ts";
import { addition } from "../domain/own-words.ts";
import { same } from "../domain/recipient.ts";
import { listed } from "../domain/spoken-meeting.ts";
import { talkedAbout } from "../domain/talked-about.ts";
import type { FollowUpRow, Person } from "../ports/store.ts";
import { languageOf } from "../understanding/lexicon/language.ts";
import type { Speech } from "./answered-thread.ts";

/** Gives the interview that a mail looks back on: the one that is thanked for, else the latest that was held; null where there was none. */
export function talkBehind(
  { interviews }: CandidacyFacts,
  { interviewId }: Pick<FollowUpRow, "interviewId">,
  now: Temporal.Instant,
): Interview | null {
  const held = interviews
    .filter((interview) => isOver(interview, now))
    .toSorted((a, b) => Temporal.ZonedDateTime.compare(a.end, b.end));
  return interviews.find(({ id }) => id === interviewId) ?? held.at(-1) ?? null;
}

/** What a thank-you may say of that talk; `notes` are the person's words about it, null where they said nothing. Of those only what is in the mail's own language. */
export function talkFacts(
  facts: CandidacyFacts,
  { to }: Pick<FollowUpRow, "to">,
  { talk, speech }: { readonly talk: Interview | null; readonly speech: Speech },
  person: Pick<Person, "name" | "address">,
  notes: string | null,
): Pick<DraftFacts, "coordinator" | "interviewers" | "topic" | "addition"> {
  const people = talk?.people ?? [];
  const others = people.filter(
    (one) => !isRecipient(one, to) && !isRecipient(one, { name: person.name, address: person.address }),
  );
  const names = others.map(({ name }) => name).filter((name) => greetingName(name) !== null);
  const known = [...people.map(({ name }) => name), ...facts.contacts.map(({ name }) => name), person.name];
  const fits = (words: string | null): string | null =>
    words !== null && languageOf(words) === speech.language ? words : null;
  const told = notes ?? "";
  return {
    coordinator: !people.some((one) => isRecipient(one, to)),
    interviewers:
      names.length > 0 && names.length === others.length && names.length <= 4
        ? listed(names, speech.language)
        : null,
    topic: fits(talkedAbout(told, known)),
    addition: fits(addition(told)),
  };
}

/** An invitation often has first names only. */
function isRecipient(
  { name, address }: Interview["people"][number],
  to: { readonly name: string; readonly address: string } | null,
): boolean {
  if (to === null) return false;
  if (address !== null) return same(address, to.address);
  const said = name.toLowerCase();
  const full = to.name.toLowerCase();
  return said !== "" && (said === full || (!said.includes(" ") && said === full.split(" ")[0]));
}
