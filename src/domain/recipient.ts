import { Temporal } from "temporal-polyfill";
import type { CandidacyFacts, Word } from "./follow-up.ts";
import type { Interview } from "./interview.ts";
import type { Address } from "./message.ts";
import { recipient } from "./plain-address.ts";

const system =
  /(^|[._+-])(no[._-]?reply|do[._-]?not[._-]?reply|dont[._-]?reply|ne[._-]?pas[._-]?repondre|no[._-]?responder|keine[._-]?antwort|nicht[._-]?antworten|mailer[._-]?daemon|postmaster|bounces?|auto[._-]?reply|notifications?|notify|unmonitored)([._+-]|\d|$)/;

/**
 * True for an address behind which a human may read; no-reply and system senders are never written to (POLICY 3.5), nor is an address that an
 * envelope cannot hold as it stands (SAFETY R37).
 */
export const canBeWrittenTo = (address: string): boolean =>
  recipient({ name: "", address }).ok &&
  !system.test(address.slice(0, address.lastIndexOf("@")).toLowerCase());

/**
 * Gives whom a chase goes to (POLICY 1: the last human who wrote). Where that address is gone, another human of the candidacy
 * (3.3, 6.11): an earlier writer, an interviewer, then any contact. Null: "no one to write to" (3.5).
 */
export function chaseRecipient(facts: CandidacyFacts): Address | null {
  const writers = facts.words
    .filter((word) => word.from === "employer" && word.human)
    .toSorted((a, b) => Temporal.Instant.compare(b.at, a.at) || firstOf(a.addresses, b.addresses))
    .flatMap((word) => answerAddresses(facts, word).slice(0, 1));
  const interviewers = facts.interviews
    .toSorted((a, b) => Temporal.ZonedDateTime.compare(b.end, a.end) || order(a.id, b.id))
    .flatMap((interview) => addressesOf(facts, interview));
  const others = facts.contacts.map((contact) => contact.address).toSorted(order);
  const address = [...writers, ...interviewers, ...others].find((candidate) => isOpen(facts, candidate));
  return address === undefined ? null : named(facts, address);
}

/** Gives whom an answer to that mail goes to, or null where none of its addresses may be written to. */
export function answerTo(facts: CandidacyFacts, mail: Word): Address | null {
  const address = answerAddresses(facts, mail).find((one) => isOpen(facts, one));
  return address === undefined ? null : named(facts, address);
}

/** Where it asks for answers counts only as far as that very address is known in the candidacy (POLICY 8.8, SAFETY R38). */
const answerAddresses = (facts: CandidacyFacts, { answersTo = [], addresses }: Word): readonly string[] => [
  ...answersTo.filter((address) => isContact(facts, address) && isOpen(facts, address)),
  ...addresses,
];

/** True for an address that took part, authenticated. */
export const isContact = ({ contacts }: Pick<CandidacyFacts, "contacts">, address: string): boolean =>
  contacts.some((contact) => same(contact.address, address));

/** True for an address of the person's own, with or without a plus-address' tag. */
export const isOwnAddress = ({ own = [] }: Pick<CandidacyFacts, "own">, address: string): boolean =>
  own.some((one) => same(untagged(one), untagged(address)));

const untagged = (address: string): string => address.replace(/\+[^@]*@/, "@");

/** Gives who wrote most often, the newest of equals; else whom a chase goes to (POLICY 1 keep_in_touch: the warmest contact). */
export function warmestContact(facts: CandidacyFacts): Address | null {
  const writers = facts.words
    .filter(({ from, human }) => from === "employer" && human)
    .toSorted((a, b) => Temporal.Instant.compare(b.at, a.at) || firstOf(a.addresses, b.addresses))
    .flatMap(({ addresses }) => addresses.slice(0, 1))
    .map((address) => address.toLowerCase())
    .filter((address) => isOpen(facts, address));
  const count = (address: string) => writers.filter((one) => one === address).length;
  const [warmest] = [...new Set(writers)].toSorted((a, b) => count(b) - count(a));
  return warmest === undefined ? chaseRecipient(facts) : named(facts, warmest);
}

/** Gives who is thanked for an interview (POLICY 1 thank_you): every interviewer with a human address, else the coordinator; empty when there is none. */
export function thankYouRecipients(facts: CandidacyFacts, interview: Interview): readonly Address[] {
  const interviewers = [...new Set(addressesOf(facts, interview))].filter((address) =>
    isOpen(facts, address),
  );
  if (interviewers.length > 0) return interviewers.toSorted(order).map((address) => named(facts, address));
  const coordinator = chaseRecipient(facts);
  return coordinator === null ? [] : [coordinator];
}

/** An interviewer known by name only is looked up among the contacts, so that "Greg" of an invitation finds Greg's address. */
const addressesOf = (facts: CandidacyFacts, interview: Interview): readonly string[] =>
  interview.people
    .flatMap((person) => person.address ?? contactNamed(facts, person.name) ?? [])
    .map((address) => address.toLowerCase())
    .toSorted(order);

function contactNamed(facts: CandidacyFacts, name: string): string | null {
  const said = words(name);
  const full = facts.contacts.filter((contact) => words(contact.name).join(" ") === said.join(" "));
  const first = facts.contacts.filter((contact) => said.length === 1 && words(contact.name)[0] === said[0]);
  const [one, ...more] = full.length > 0 ? full : first;
  return one === undefined || more.length > 0 || said.length === 0 ? null : one.address;
}

const isOpen = (facts: CandidacyFacts, address: string): boolean =>
  canBeWrittenTo(address) &&
  !isOwnAddress(facts, address) &&
  !facts.contacts.some((contact) => same(contact.address, address) && contact.ended !== null);

function named(facts: CandidacyFacts, address: string): Address {
  const known = [...facts.contacts, ...facts.interviews.flatMap((interview) => interview.people)]
    .filter((person) => person.address !== null && same(person.address, address))
    .map((person) => person.name)
    .filter((name) => name !== "" && recipient({ name, address }).ok);
  const name = known.toSorted((a, b) => b.length - a.length || order(a, b))[0] ?? "";
  return { name, address: address.toLowerCase() };
}

/** True for one address in two spellings; local parts that differ in case only are one person in practice. */
export const same = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

const words = (name: string): readonly string[] =>
  name
    .trim()
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== "");

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const firstOf = (a: readonly string[], b: readonly string[]): number => order(a[0] ?? "", b[0] ?? "");
