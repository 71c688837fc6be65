import { Temporal } from "temporal-polyfill";
import type { Address } from "../../domain/message.ts";
import { canBeWrittenTo } from "../../domain/recipient.ts";
import { isSharedAddress } from "../../understanding/domains.ts";
import { type OwnLetter, ownLetterOf, wordsOf } from "./own-letter.ts";
import type { OwnMail } from "./own-mail.ts";

/** A mail that tells how the person writes. */
export type Sample = { readonly mail: OwnMail; readonly letter: OwnLetter };

// More mails tell nothing new, and older ones tell how somebody once wrote.
const most = 150;
const mostRead = 600;

/**
 * Gives the mails that tell how somebody writes: replies to people first, each kind from new to old. Left out are forwards, bulk, mails to
 * machines, mails without prose, what is written to family, and a text that was sent before.
 */
export function samplesOf(mails: readonly OwnMail[]): readonly Sample[] {
  const ranked = mails
    .filter(isToSomebody)
    .toSorted((a, b) => rank(a) - rank(b) || Temporal.Instant.compare(b.at, a.at));
  const found: Sample[] = [];
  const seen = new Set<string>();
  for (const mail of ranked.slice(0, mostRead)) {
    const letter = ownLetterOf(mail.text, mail.to.map(nameIn));
    const body = letter.body.toLowerCase().replace(/\s+/g, " ");
    if (isPrivate(letter) || !isProse(letter) || seen.has(body)) continue;
    seen.add(body);
    found.push({ mail, letter });
    if (found.length === most) break;
  }
  return found;
}

const isToSomebody = (mail: OwnMail): boolean =>
  !mail.isForward &&
  !mail.isBulk &&
  !answer.test(mail.subject) &&
  mail.to.some(({ address }) => canBeWrittenTo(address));
/** What calendars and absence notes send in somebody's name. */
const answer =
  /^\s*(?:accepted|declined|tentative|tentatively accepted|automatic reply|auto(?:-|matic )?reply|out of office|abwesenheitsnotiz|automatische antwort|zugesagt|abgesagt|fwd?|wg|tr|rv|enc|doorst)\s*:/i;

const rank = (mail: OwnMail): number =>
  (mail.isReply ? 0 : 2) + (mail.to.some(({ address }) => !isSharedAddress(address)) ? 0 : 1);

/** The name of an address, or what its local part says. */
const nameIn = ({ name, address }: Address): string =>
  name === "" ? address.slice(0, Math.max(0, address.indexOf("@"))).replace(/[._\d+-]+/g, " ") : name;

const isPrivate = ({ greeting, closing }: OwnLetter): boolean =>
  closing.isIntimate || greeting?.isIntimate === true;

const fewestWords = 5;

/** Sentences, not a table, a list of links or a piece of code. */
function isProse({ body, words }: OwnLetter): boolean {
  const plain = body
    .split(/\s+/)
    .filter((piece) => !/@|:\/\/|www\./.test(piece))
    .flatMap(wordsOf)
    .filter((word) => /^\p{L}[\p{L}\p{M}'-]*$/u.test(word));
  const letters = body.match(/[\p{L}\s,.!?']/gu)?.length ?? 0;
  return plain.length >= fewestWords && plain.length >= words * 0.7 && letters >= body.length * 0.85;
}
