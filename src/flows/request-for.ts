import { createHash } from "node:crypto";
import { Temporal } from "temporal-polyfill";
import { askedFor, type DraftRequest, type ThreadMail } from "../domain/draft-request.ts";
import { formalityOf, signatureBelow, withoutSignature } from "../domain/framing.ts";
import { dateIn } from "../domain/working-time.ts";
import { quotedFacts, statedFacts } from "../drafting/stated-facts.ts";
import { toneForPrompt } from "../drafting/voice/tone-prompt.ts";
import type { StoredMessage, Tx } from "../ports/store.ts";
import { newestText } from "../understanding/text/reply-text.ts";
import { threadOf } from "./answered-thread.ts";
import type { App } from "./app.ts";
import type { Matter } from "./matter.ts";

/** Newer mails say what the answer is about; of a long thread the rest is left out. */
const mostMails = 6;
const longestMail = 1_500;

/** Gives what a model is asked for this draft: this candidacy's thread and facts, and what the person wrote for the purpose (SAFETY R43, R49). */
export async function requestFor(
  tx: Tx,
  { clock }: Pick<App, "clock">,
  matter: Matter,
  plain: string,
): Promise<DraftRequest> {
  const { person, candidacy, facts, followUp, to, tone, known } = matter;
  const zone = candidacy.zone ?? person.zone;
  const thread = mailsOf(matter).map((mail) => threadMail(mail, zone));
  const formality = formalityOf(facts);
  const signature = signatureBelow(tone, facts.language);
  const quoted = quotedFacts(facts, facts.promisedDay === null ? null : newestPromise(matter));
  return {
    basis: {
      kind: followUp.kind,
      language: facts.language,
      today: dateIn(person.zone, clock.now()),
      personName: person.name,
      personAddress: person.address,
      recipient: to,
      employer: facts.employer,
      role: facts.role,
      thread: [...thread.map(({ text }) => text), ...quoted],
      own: [...(await notesOn(tx, matter)), ...person.aboutMe],
      stated: statedFacts(facts),
      interviewsElsewhere: facts.interviewsElsewhere === true,
      offerDeadline: facts.offerDeadline ?? null,
      ordinal: followUp.ordinal,
      signature,
    },
    quoted,
    thread,
    formality,
    voice: tone === null ? "" : toneForPrompt(tone, facts.language, formality),
    plain: withoutSignature(plain, signature),
    change: known?.wish ? { wish: known.wish, shown: withoutSignature(known.text, signature) } : null,
  };
}

/** The name of a request: the same matter under the same words of ours is not asked twice. */
export const hashOf = (request: DraftRequest, version: string): string =>
  createHash("sha256")
    .update(`${version}\n${askedFor(request)}`)
    .digest("hex");

function mailsOf({ mails, answered }: Matter): readonly StoredMessage[] {
  const thread = answered === undefined ? mails : threadOf(mails, answered);
  return thread.filter(({ human }) => human).slice(-mostMails);
}

const threadMail = ({ direction, from, at, text }: StoredMessage, zone: string): ThreadMail => ({
  by: direction === "in" ? "employer" : "person",
  name: from.name,
  day: dateIn(zone, at).toString(),
  text: newestText(text).slice(0, longestMail),
});

const newestPromise = ({ promises }: Matter): string | null =>
  promises.toSorted((a, b) => Temporal.Instant.compare(a.madeAt, b.madeAt)).at(-1)?.quote ?? null;

/** What the person wrote about this candidacy: debriefs and notes. */
async function notesOn(tx: Tx, { candidacy }: Matter): Promise<readonly string[]> {
  const rows = await tx.journal.ofCandidacy(candidacy.id);
  return rows
    .filter(({ type, by }) => type === "note" && by === "person")
    .flatMap(({ evidence }) => evidence);
}
