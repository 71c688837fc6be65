import { domainOf, failing, isSamePerson, passing } from "./account.ts";
import { placeItems } from "./item-numbers.ts";
import {
  answerReferences,
  answerSubject,
  type Correspondent,
  type Letter,
  quoteBelow,
  writeLetter,
} from "./letter.ts";
import type { Season } from "./season.ts";
import type { ItemSought } from "./story-steps.ts";
import type { Told } from "./telling.ts";

/** Why a step could not be taken, in one sentence; null when it was. */
export type Hindrance = string | null;
export type Tell = (event: Told["event"], says: string) => void;

/**
 * The answer to the newest digest with the digest quoted below. The person's goes into Sent and INBOX; an outsider's bears the
 * same tokens but comes from elsewhere: it is not in Sent, and its sender is proven for their own domain at most.
 */
export async function answerDigest(
  season: Season,
  reply: {
    readonly text: string;
    readonly items: Readonly<Record<string, ItemSought>>;
    readonly by: "person" | "outsider";
    readonly from?: string;
  },
  tell: Tell,
): Promise<Hindrance> {
  const newest = await season.newestDigest();
  if (newest === null) return "There is no digest to answer.";
  const placed = placeItems(reply.text, reply.items, newest.digest.items);
  if (!placed.ok) return placed.error;
  const raw = await answer(season, newest.letter, placed.value, reply.from ?? season.person.address, {
    ...(reply.by === "outsider" ? { verdict: verdictOn(season, reply.from ?? "") } : {}),
  });
  if (reply.by === "person") await season.office.personWrites(raw, season.person.address);
  else await season.office.deliver(raw);
  const who = reply.by === "person" ? season.person.name : (reply.from ?? "");
  tell("person", `${who} answers the digest: ${placed.value}`);
  return null;
}

/** The person's answer to the newest debrief question. */
export async function answerDebrief(season: Season, text: string, tell: Tell): Promise<Hindrance> {
  const newest = await season.newestDebrief();
  if (newest === null) return "There is no debrief to answer.";
  const raw = await answer(season, newest.letter, text, season.person.address, {});
  await season.office.personWrites(raw, season.person.address);
  tell("person", `${season.person.name} answers the debrief: ${text}`);
  return null;
}

/** An employer's answer in the thread of the newest mail that left, with a passing verdict. */
export async function employerReplies(
  season: Season,
  mail: { readonly from: string; readonly text: string },
  tell: Tell,
): Promise<Hindrance> {
  const last = season.office.departed.at(-1)?.letter;
  if (last === undefined) return `${mail.from} has nothing to answer: no mail has left yet.`;
  const raw = await answer(season, last, mail.text, mail.from, {
    verdict: passing(season.person.address, mail.from),
  });
  const letter = await season.office.deliver(raw);
  tell("arrives", `From ${mail.from}: ${letter.subject}`);
  return null;
}

function answer(
  season: Season,
  answered: Letter,
  text: string,
  from: string,
  { verdict }: { verdict?: string },
): Promise<Buffer> {
  return writeLetter({
    from: { name: nameOf(season, from), address: from },
    to: answered.replyTo ?? answered.from,
    subject: answerSubject(answered.subject),
    text: quoteBelow(text, answered, season.person.zone),
    at: season.local(),
    messageId: newMessageId(season, from),
    inReplyTo: answered.messageId,
    references: answerReferences(answered),
    ...(verdict === undefined ? {} : { verdict }),
  });
}

/** What the receiving server says of an outsider: proven for their own domain, never for the person's address. */
const verdictOn = (season: Season, from: string): string =>
  isSamePerson(season.person.address, from) || domainOf(from) === domainOf(season.person.address)
    ? failing(season.person.address, from)
    : passing(season.person.address, from);

/** The name that goes with an address, as far as the mails so far have shown it. */
export function nameOf(season: Season, address: string): string {
  if (address === season.person.address) return season.person.name;
  const seen: readonly Correspondent[] = [
    ...season.office.received.map(({ from }) => from),
    ...season.office.received.flatMap(({ to }) => to),
    ...season.office.departed.flatMap(({ letter }) => letter.to),
  ];
  return seen.findLast((one) => one.address === address && one.name !== "")?.name ?? "";
}

const written = new WeakMap<Season, number>();

/** Ids in order, so that a story played twice writes the same mails. */
export function newMessageId(season: Season, from: string): string {
  const n = (written.get(season) ?? 0) + 1;
  written.set(season, n);
  return `${season.now().epochMilliseconds.toString(36)}.${n}@${domainOf(from)}`;
}
