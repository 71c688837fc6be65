import { domainOf, failing, isSamePerson, passing } from "./account.ts";
import { ApiRefusal } from "./api.ts";
import { candidaciesAt } from "./candidacy-by-name.ts";
import { placeItems } from "./item-numbers.ts";
import {
  answerReferences,
  answerSubject,
  type Correspondent,
  type Letter,
  quoteBelow,
  writeLetter,
} from "./letter.ts";
import { fillPlaceholders } from "./placeholders.ts";
import type { Season } from "./season.ts";
import type { Story } from "./story.ts";
import type { Fault, ItemSought, Step } from "./story-steps.ts";
import type { Told } from "./telling.ts";

/** Why a step could not be taken, in one sentence; null when it was. */
export type Hindrance = string | null;
type Tell = (event: Told["event"], says: string) => void;

/** Takes one step of a story at the season's present moment (DESIGN section 10, table of steps). Settling is left to the caller. */
export function act(step: Step, story: Story, season: Season, tell: Tell): Promise<Hindrance> {
  switch (step.verb) {
    case "arrives":
      return arrives(step.file, story.files.get(step.file), season, tell);
    case "person_replies":
      return answerDigest(season, { ...step, by: "person" }, tell);
    case "person_answers_debrief":
      return answerDebrief(season, step.text, tell);
    case "person_sends":
      return personSends(season, step.mail, tell);
    case "person_marks":
      return personMarks(season, step.mark, tell);
    case "employer_replies":
      return employerReplies(season, step.mail, tell);
    case "outsider_replies":
      return answerDigest(season, { ...step.mail, items: step.items, by: "outsider" }, tell);
    case "fault":
      return Promise.resolve(breakSomething(season, step.fault, tell));
  }
}

async function arrives(
  name: string,
  file: Buffer | undefined,
  season: Season,
  tell: Tell,
): Promise<Hindrance> {
  const filled = fillPlaceholders(file ?? Buffer.alloc(0), season.office.departed.at(-1)?.letter ?? null);
  if (filled === null) return `${name} answers the last mail that left, but none has left yet.`;
  const letter = await season.office.deliver(filled);
  tell("arrives", `From ${letter.from.address || "nobody"}: ${letter.subject}`);
  return null;
}

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

async function personSends(
  season: Season,
  mail: { to: string; text: string; subject: string } | { to: string; text: string; reply_to: "last" },
  tell: Tell,
): Promise<Hindrance> {
  const { office, person } = season;
  const answered = "reply_to" in mail ? newestFrom(season, mail.to) : null;
  if ("reply_to" in mail && answered === null) return "There is no mail to reply to.";
  const to = { name: nameOf(season, mail.to), address: mail.to };
  const raw = await writeLetter({
    from: { name: person.name, address: person.address },
    to,
    subject: "subject" in mail ? mail.subject : answerSubject(answered?.subject ?? ""),
    text: answered === null ? mail.text : quoteBelow(mail.text, answered, season.person.zone),
    at: season.local(),
    messageId: newMessageId(season, person.address),
    ...(answered === null ? {} : { inReplyTo: answered.messageId, references: answerReferences(answered) }),
  });
  const letter = await office.personWrites(raw, mail.to);
  tell("person", `${person.name} writes to ${mail.to} by hand: ${letter.subject}`);
  return null;
}

async function personMarks(
  season: Season,
  mark: { employer: string; role?: string | undefined } & ({ size: string } | { state: string }),
  tell: Tell,
): Promise<Hindrance> {
  const [candidacy, ...others] = candidaciesAt(await season.api.candidacies(), mark);
  if (candidacy === undefined) return `There is no candidacy at ${mark.employer} to mark.`;
  if (others.length > 0) return `There are several candidacies at ${mark.employer}; name the role.`;
  const value = "size" in mark ? { size: mark.size } : { state: mark.state };
  try {
    await season.api.mark(candidacy.number, value);
  } catch (error) {
    if (error instanceof ApiRefusal) return `The mark was refused: ${error.message}`;
    throw error;
  }
  const [says] = Object.entries(value).map(([name, set]) => `${name} ${set}`);
  tell("person", `${season.person.name} marks ${mark.employer}: ${says}`);
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

function breakSomething(season: Season, fault: Fault, tell: Tell): Hindrance {
  if (fault.part === "model") {
    tell("fault", `The model is ${fault.how}; this version has none, so nothing changes.`);
  } else if (fault.part === "imap") {
    season.shutImapUntil(season.now().add({ minutes: fault.minutes }));
    tell("fault", `The IMAP server is down for ${fault.minutes} minutes.`);
  } else {
    season.office.breakSmtp(fault.smtp);
    tell("fault", `The next mail to someone else breaks: ${faultInWords(fault)}.`);
  }
  return null;
}

function faultInWords({ smtp }: Extract<Fault, { part: "smtp" }>): string {
  if (smtp.type === "reply") return `the server answers ${smtp.code}`;
  if (smtp.type === "drop_at") return `the connection drops at ${smtp.command}`;
  return "the server takes it and drops the connection before it says so";
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

/** The newest mail from that address, else the newest from anyone. */
const newestFrom = (season: Season, address: string): Letter | null =>
  season.office.received.findLast(({ from }) => from.address === address) ??
  season.office.received.at(-1) ??
  null;

/** The name that goes with an address, as far as the mails so far have shown it. */
function nameOf(season: Season, address: string): string {
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
function newMessageId(season: Season, from: string): string {
  const n = (written.get(season) ?? 0) + 1;
  written.set(season, n);
  return `${season.now().epochMilliseconds.toString(36)}.${n}@${domainOf(from)}`;
}
