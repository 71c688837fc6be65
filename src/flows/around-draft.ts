import { Temporal } from "temporal-polyfill";
import type { Draft } from "../domain/draft.ts";
import type { Around, QuotedOriginal, QuoteShape } from "../domain/quoted-original.ts";
import type { Person, StoredMessage, Tx } from "../ports/store.ts";
import { speechOf, tookPartIn } from "./answered-thread.ts";

/**
 * Gives what leaves around the text of a draft, as the person's own mails have it: the mail that it answers, with its time in the person's zone, and
 * whether there is an HTML part. A mail that the recipient neither wrote nor got is quoted to nobody: what a recruiter wrote is not for the employer. Nor is one
 * that no person wrote, or that nothing proves to be its sender's.
 */
export async function aroundDraft(
  tx: Tx,
  person: Pick<Person, "id" | "zone">,
  draft: Pick<Draft, "candidacyId" | "inReplyTo" | "to">,
): Promise<Around> {
  const program = (await tx.voices.get(person.id))?.profile.program;
  const { quote = "attribution", html = false } = program ?? {};
  if (draft.inReplyTo === null || quote === "none") return { quoted: null, html };
  const mails = await tx.messages.ofCandidacy(draft.candidacyId);
  const answered = firstTaken(mails, draft.inReplyTo);
  const isShared = answered !== undefined && isVouchedFor(answered) && tookPartIn(answered, draft.to.address);
  return { quoted: isShared ? quotedOriginal(mails, answered, quote, person) : null, html };
}

/** Anybody can send a mail under an id that is taken: what comes later than the digest never changes what is quoted (SAFETY R18, R47). */
const firstTaken = (mails: readonly StoredMessage[], messageId: string): StoredMessage | undefined =>
  mails
    .filter((mail) => mail.messageId === messageId)
    .toSorted((a, b) => Temporal.Instant.compare(a.receivedAt, b.receivedAt))[0];

/** Words of a person: of this one, or of one whose address was proven. */
const isVouchedFor = ({ human, direction, proof }: StoredMessage): boolean =>
  human && (direction !== "in" || proof?.aligned === true);

const quotedOriginal = (
  mails: readonly StoredMessage[],
  answered: StoredMessage,
  shape: Exclude<QuoteShape, "none">,
  { zone }: Pick<Person, "zone">,
): QuotedOriginal => ({
  shape,
  language: speechOf(mails, answered).language,
  at: answered.at.toZonedDateTimeISO(zone),
  from: answered.from,
  to: answered.recipients,
  subject: answered.subject,
  text: answered.text,
});
