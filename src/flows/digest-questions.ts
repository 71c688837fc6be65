import type { Temporal } from "temporal-polyfill";
import { candidacyInWords } from "../domain/candidacy.ts";
import type { QuestionPart } from "../domain/digest.ts";
import type { CandidacyId } from "../domain/ids.ts";
import { kindWords, questionOf } from "../domain/kind-words.ts";
import type { Address } from "../domain/message.ts";
import type { CandidacyRow, JournalRow, Person, StoredMessage, Tx } from "../ports/store.ts";
import { isFreeMail, registrable } from "../understanding/domains.ts";
import { squash } from "../understanding/who/spelling.ts";
import { successorOf } from "./contact-left.ts";

/** Whose a mail is and whether it begins something is asked for so long; an answer to an older digest would not act any more (POLICY 7.6). */
const askedFor = { hours: 7 * 24 };

type Candidacies = ReadonlyMap<CandidacyId, CandidacyRow>;

/** Every question that the digest asks, oldest first, with the mail that each is about. An approach of a recruiter stands in one digest only (POLICY 6.15). */
export async function questionsFor(
  tx: Tx,
  person: Person,
  candidacies: Candidacies,
  news: readonly JournalRow[],
  now: Temporal.Instant,
): Promise<{ mail: StoredMessage; part: QuestionPart }[]> {
  const asked: { mail: StoredMessage; part: QuestionPart }[] = [];
  for (const mail of await tx.messages.openQuestions(person.id)) {
    if (!isAskedNow(mail, news, now)) continue;
    const part = await partOf(tx, mail, candidacies, person);
    if (part) asked.push({ mail, part });
  }
  return asked;
}

function isAskedNow(mail: StoredMessage, news: readonly JournalRow[], now: Temporal.Instant): boolean {
  switch (mail.question?.asks) {
    case "follow":
      return news.some(({ type, data }) => type === "outreach" && data?.message === mail.id);
    case "belongs":
    case "which":
    case "opens":
    case "contact":
      return mail.receivedAt.add(askedFor).epochMilliseconds >= now.epochMilliseconds;
    default:
      return true;
  }
}

async function partOf(
  tx: Tx,
  mail: StoredMessage,
  candidacies: Candidacies,
  person: Person,
): Promise<QuestionPart | null> {
  const asks = mail.question?.asks;
  const own = mail.candidacyId ? candidacies.get(mail.candidacyId) : undefined;
  const evidence = mail.assessment?.evidence[0] ?? mail.subject;
  const ofWhom = `this mail of ${sender(mail)} about “${mail.subject}”`;
  switch (asks) {
    case "kind":
      return own
        ? {
            asks,
            question: `${own.employer}: is this ${kindWords[questionOf(mail.assessment?.kind ?? "unrelated")].tells}?`,
            evidence,
          }
        : null;
    case "time":
      return own
        ? {
            asks,
            question: `${own.employer}: when is the interview?`,
            evidence: mail.assessment?.facts.ambiguous.join(" ") || evidence,
          }
        : null;
    case "belongs": {
      const about = mail.question?.about ? candidacies.get(mail.question.about) : undefined;
      if (!about) return null;
      const question = `Possibly related: does ${ofWhom} belong to ${candidacyInWords(about)}? ${await caution(tx, mail, about)}`;
      return { asks, question, evidence };
    }
    case "which":
      return {
        asks,
        question:
          `Possibly related: to which candidacy does ${ofWhom} belong? ${alike(mail, candidacies)} ${proofOf(mail)}`.trim(),
        evidence,
      };
    case "opens":
      return {
        asks,
        question:
          `Possibly related: does ${ofWhom} begin something that I should follow? ${proofOf(mail)}`.trim(),
        evidence,
      };
    case "contact": {
      const successor = successorOf(mail, person);
      return own && successor ? { asks, question: mayBeWrittenTo(mail, own, successor), evidence } : null;
    }
    case "follow":
      return { asks, question: `${sender(mail)} writes as a recruiter. Shall I follow it?`, evidence };
    default:
      return null;
  }
}

/** The address as it would be written to, and what speaks against it (SAFETY R38). */
function mayBeWrittenTo(mail: StoredMessage, { employer }: CandidacyRow, { name, address }: Address): string {
  const domain = registrable(address) ?? "";
  const isElsewhere = domain !== registrable(mail.from.address);
  const doubt = isFreeMail(domain)
    ? ` Careful: anybody can have an address at ${domain}, so nothing ties ${address} to ${employer}.`
    : isElsewhere
      ? ` Careful: ${address} is at another domain than ${mail.from.address}.`
      : "";
  return `${employer}: ${mail.from.name || mail.from.address} has left. May mails go to ${name ? `${name} <${address}>` : address} instead?${doubt}`;
}

const sender = ({ from }: StoredMessage): string =>
  from.name ? `${from.name} <${from.address}>` : from.address || "an unknown sender";

/** What speaks against it, said plainly: a known address that proves nothing is a mark of forgery, and yes lets mails go to a new one (SAFETY R38, R39). */
async function caution(tx: Tx, mail: StoredMessage, about: CandidacyRow): Promise<string> {
  const { address } = mail.from;
  const isKnown = (await tx.candidacies.contacts(about.id)).some((contact) => contact.address === address);
  if (isKnown && !mail.proof?.aligned)
    return `Careful: it bears the address of a contact of yours, but nothing proves that they sent it (${why(mail)}).`;
  const doubt = proofOf(mail);
  return isKnown
    ? doubt
    : `${doubt} Nobody has written from ${address} there before; after a yes, mails may go to it too.`.trim();
}

const proofOf = (mail: StoredMessage): string =>
  mail.proof?.aligned ? "" : `Careful: nothing proves who sent it (${why(mail)}).`;

const why = ({ proof }: StoredMessage): string => proof?.evidence ?? "no proof was kept";

/** The candidacies that the mail names or whose domain it comes from, so that the person need not look them up. */
function alike(mail: StoredMessage, candidacies: Candidacies): string {
  const { employer, employerDomain } = mail.assessment?.facts ?? { employer: null, employerDomain: null };
  const domain = employerDomain ?? mail.proof?.domain ?? null;
  const fitting = [...candidacies.values()].filter(
    (one) =>
      !one.mergedInto &&
      ((employer !== null && squash(one.employer) === squash(employer)) ||
        (domain !== null && one.employerDomain === domain)),
  );
  return fitting.length === 0 ? "" : `It could be ${fitting.map(candidacyInWords).join(" or ")}.`;
}
