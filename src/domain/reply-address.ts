import { Temporal } from "temporal-polyfill";
import type { CandidacyFacts, FollowUp } from "./follow-up.ts";
import { recipient } from "./plain-address.ts";
import { isContact, isOwnAddress, same } from "./recipient.ts";

/**
 * Gives the follow-up with a word on it where the newest mail of its recipient asks for answers at an address that never took part: it stays with
 * the known one, and says so (POLICY 8.8).
 */
export function withAddressKept(facts: CandidacyFacts, followUp: FollowUp): FollowUp {
  const { to } = followUp;
  if (to === null) return followUp;
  const asked = facts.words.some(({ answersTo }) => answersTo) ? answersWantedAt(facts, to.address) : [];
  const isKnown = (address: string): boolean =>
    same(address, to.address) || isContact(facts, address) || isOwnAddress(facts, address);
  const [stranger] = asked;
  if (stranger === undefined || asked.some(isKnown)) return followUp;
  const plain = recipient({ name: "", address: stranger });
  const where = plain.ok ? `at ${plain.value.address}` : "at an address that cannot be written to";
  return {
    ...followUp,
    reason: `${followUp.reason} They ask for answers ${where}, which has not taken part here, so this goes to ${to.address}.`,
  };
}

/** Where the newest mail from that address asks for answers. */
const answersWantedAt = ({ words }: CandidacyFacts, address: string): readonly string[] =>
  words
    .filter(({ from, human, addresses }) => from === "employer" && human && same(addresses[0] ?? "", address))
    .toSorted((a, b) => Temporal.Instant.compare(b.at, a.at))[0]?.answersTo ?? [];
