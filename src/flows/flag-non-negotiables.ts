import type { Kind } from "../domain/assessment.ts";
import type { Candidacy } from "../domain/candidacy.ts";
import type { MessageRowId } from "../domain/ids.ts";
import { announcedIn } from "../understanding/non-negotiables.ts";
import { sentencesOf } from "../understanding/text/plain-words.ts";
import { newestText } from "../understanding/text/reply-text.ts";
import type { Applying } from "./applying.ts";

/** After these nothing is left to prepare for, or nobody wrote them. */
const announcesNothing: ReadonlySet<Kind> = new Set<Kind>([
  "rejection",
  "no_for_now",
  "offer_withdrawn",
  "auto_reply",
  "bounce",
  "newsletter_job_alert",
]);

/** What the person will not do and a mail announces is written down, so that the next digest tells it before anyone prepares (POLICY 4). */
export async function flagNonNegotiables(
  { tx, person, message, now }: Applying,
  kind: Kind,
  candidacy: Candidacy,
  messageId: MessageRowId,
): Promise<void> {
  if (person.nonNegotiables.length === 0 || announcesNothing.has(kind)) return;
  const announced = announcedIn(sentencesOf(newestText(message.text)), person.nonNegotiables);
  if (announced.length === 0) return;
  const told = new Set(
    (await tx.journal.ofCandidacy(candidacy.id)).flatMap(({ type, data, evidence }) =>
      type === "flagged" ? evidence.map((quote) => `${data?.wish} ${quote}`) : [],
    ),
  );
  for (const { wish, quote, unclear } of announced) {
    if (told.has(`${wish} ${quote}`)) continue;
    const doubt = unclear ? " They do not say how much; it is worth asking." : "";
    await tx.journal.append({
      personId: person.id,
      candidacyId: candidacy.id,
      at: now,
      type: "flagged",
      by: "program",
      says: `${candidacy.employer} announces what you will not do (“${wish}”): “${short(quote)}”${doubt}`,
      evidence: [quote],
      data: { wish, message: messageId },
    });
  }
}

const short = (quote: string): string => (quote.length <= 200 ? quote : `${quote.slice(0, 199).trimEnd()}…`);
