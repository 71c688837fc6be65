import {
  answerDebrief,
  answerDigest,
  employerReplies,
  type Hindrance,
  nameOf,
  newMessageId,
  type Tell,
} from "./answers.ts";
import { ApiRefusal } from "./api.ts";
import { candidaciesAt } from "./candidacy-by-name.ts";
import { answerReferences, answerSubject, type Letter, quoteBelow, writeLetter } from "./letter.ts";
import { fillPlaceholders } from "./placeholders.ts";
import type { Season } from "./season.ts";
import { status, troubles } from "./stand-in-reply.ts";
import type { Story } from "./story.ts";
import type { Fault, Step } from "./story-steps.ts";
import { dayInWords, timeInWords } from "./telling.ts";

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

function breakSomething(season: Season, fault: Fault, tell: Tell): Hindrance {
  if (fault.part === "model") {
    season.breakModel(modelTroubles[fault.how]);
    tell("fault", `The model is ${fault.how} from now on.`);
  } else if (fault.part === "imap") {
    const back = season.now().add({ minutes: fault.minutes });
    const local = back.toZonedDateTimeISO(season.person.zone);
    season.shutImapUntil(back);
    tell("fault", `The IMAP server is down until ${timeInWords(local)} on ${dayInWords(local)}.`);
  } else {
    season.office.breakSmtp(fault.smtp);
    tell("fault", `The next mail to someone else breaks: ${faultInWords(fault)}.`);
  }
  return null;
}

const modelTroubles = { down: status(503), garbage: troubles.html, slow: troubles.stall } as const;

function faultInWords({ smtp }: Extract<Fault, { part: "smtp" }>): string {
  if (smtp.type === "reply") return `the server answers ${smtp.code}`;
  if (smtp.type === "drop_at") return `the connection drops at ${smtp.command}`;
  return "the server takes it and drops the connection before it says so";
}

/** The newest mail from that address, else the newest from anyone. */
const newestFrom = (season: Season, address: string): Letter | null =>
  season.office.received.findLast(({ from }) => from.address === address) ??
  season.office.received.at(-1) ??
  null;
