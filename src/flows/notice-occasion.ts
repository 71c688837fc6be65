import type { Temporal } from "temporal-polyfill";
import type { Assessment, Kind } from "../domain/assessment.ts";
import type { Occasion } from "../domain/follow-up.ts";
import type { CandidacyId, MessageRowId } from "../domain/ids.ts";
import type { LinkCandidate } from "../domain/thread.ts";
import { isApplicantSystem, isFreeMail, registrable } from "../understanding/domains.ts";
import { newsIn } from "../understanding/their-news.ts";
import { vacancyAmong, vacancyIn } from "../understanding/vacancy.ts";
import { rolesContradict } from "../understanding/who/roles.ts";
import { replan } from "./plan-follow-ups.ts";
import { type Afterwards, nothingMore, type Received } from "./receive-message.ts";

/** Something true to write about to an employer that is kept in touch with (POLICY 1). */
export type Noticed = {
  readonly id: CandidacyId;
  readonly employer: string;
  /** Null: news of theirs that announce no vacancy. */
  readonly vacancy: string | null;
  readonly says: string;
};

/** Kinds that say nothing about the candidacy itself; a vacancy notice may read like a process that goes on. */
const aboutNothing: ReadonlySet<Kind> = new Set<Kind>([
  "newsletter_job_alert",
  "recruiter_outreach",
  "unrelated",
  "holding",
]);

/**
 * The occasion that a mail gives, or null: a vacancy of an employer in keeping_in_touch, told by its own domain or by an applicant system or job board
 * that names it as the one who hires; or news in which its own domain says what it did. The sender must be proven.
 */
export function occasionIn(
  { message, person }: Pick<Received, "message" | "person">,
  { kind, facts }: Pick<Assessment, "kind" | "facts">,
  candidates: readonly LinkCandidate[],
): Noticed | null {
  const { domain } = message.proof;
  if (!message.proof.aligned || domain === null || isFreeMail(domain) || !aboutNothing.has(kind)) return null;
  const kept = candidates.filter(({ state }) => state === "keeping_in_touch");
  if (isApplicantSystem(domain)) {
    const named = kept.flatMap((candidate) => {
      const vacancy = vacancyAmong(message, candidate.employer);
      return vacancy === null ? [] : [noticed(candidate, vacancy.role, vacancy.says)];
    });
    return named[0] ?? null;
  }
  const own = kept.filter((candidate) => isDomainOf(candidate, domain));
  const [first] = own;
  if (first === undefined) return null;
  const vacancy = vacancyIn(message, person, kind, first.employer);
  if (vacancy !== null) {
    const same = own.find(({ role }) => role !== null && !rolesContradict(role, vacancy.role));
    return noticed(same ?? first, vacancy.role, vacancy.says);
  }
  if (kind !== "newsletter_job_alert" && (kind !== "unrelated" || facts.asks !== null)) return null;
  const news = newsIn(message.text, first.employer);
  return news === null ? null : noticed(first, null, news);
}

const isDomainOf = ({ employerDomain, addresses }: LinkCandidate, domain: string): boolean =>
  employerDomain === domain ||
  (employerDomain === null && addresses.some((address) => registrable(address) === domain));

const noticed = ({ id, employer }: LinkCandidate, vacancy: string | null, says: string): Noticed => ({
  id,
  employer,
  vacancy,
  says,
});

/** The same vacancy is told by several mails; after so long it is another one. */
const sameWithin = { hours: 30 * 24 };

/** Adds the occasion once, and plans anew: a vacancy makes a direct line (POLICY 1 direct_line), other news give the next keep_in_touch its reason. */
export async function noticeOccasion(
  { app, tx, person, message, now }: Received,
  { id, employer, vacancy, says }: Noticed,
  messageId: MessageRowId,
): Promise<Afterwards> {
  const { state } = await tx.candidacies.lock(id);
  if (state !== "keeping_in_touch") return nothingMore;
  const { occasions } = await tx.candidacies.facts(id, person);
  if (occasions.some((known) => isSame(known, vacancy, says, now))) return nothingMore;
  const what = vacancy === null ? `They wrote: ${says}` : `${employer} is looking for someone: ${vacancy}.`;
  await tx.candidacies.addOccasion(id, {
    id: app.ids.uuid(),
    at: message.date,
    says: vacancy === null ? says : what,
    by: "mail",
    vacancy,
    messageId,
  });
  await tx.journal.append({
    personId: person.id,
    candidacyId: id,
    at: now,
    type: "occasion",
    by: "employer",
    says: `${employer}: an occasion to write. ${what}`,
    evidence: [says],
    data: { message: messageId, proof: message.proof.evidence },
  });
  return { plans: [{ id, at: await replan(tx, app, person, id) }], outbox: [], drafts: [] };
}

const isSame = (known: Occasion, vacancy: string | null, says: string, now: Temporal.Instant): boolean =>
  vacancy === null
    ? known.says === says
    : known.vacancy !== null &&
      !rolesContradict(known.vacancy, vacancy) &&
      known.at.add(sameWithin).epochMilliseconds >= now.epochMilliseconds;
