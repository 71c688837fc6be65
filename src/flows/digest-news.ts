import type { Temporal } from "temporal-polyfill";
import type { ChangePart, InterviewPart } from "../domain/digest.ts";
import type { CandidacyId, DraftId, MessageRowId } from "../domain/ids.ts";
import type { CandidacyRow, JournalRow, Person, Tx } from "../ports/store.ts";

/** The interviews of today and tomorrow in the person's zone, earliest first; not those that the person has withdrawn from. */
export async function interviewsSoon(
  tx: Tx,
  candidacies: ReadonlyMap<CandidacyId, CandidacyRow>,
  person: Person,
  today: Temporal.PlainDate,
): Promise<{ id: CandidacyId; part: InterviewPart }[]> {
  const soon: { id: CandidacyId; part: InterviewPart; at: number }[] = [];
  for (const candidacy of candidacies.values()) {
    if (candidacy.closeReason === "withdrawn") continue;
    for (const interview of await tx.candidacies.interviews(candidacy.id)) {
      const start = interview.start.withTimeZone(person.zone);
      const ahead = today.until(start.toPlainDate()).days;
      if (interview.cancelled || ahead < 0 || ahead > 1) continue;
      soon.push({
        id: candidacy.id,
        at: start.epochMilliseconds,
        part: {
          when: ahead === 0 ? "today" : "tomorrow",
          time: start.toPlainTime().toString({ smallestUnit: "minute" }),
          employer: candidacy.employer,
          title: interview.title,
          place: interview.place,
        },
      });
    }
  }
  return soon.sort((a, b) => a.at - b.at);
}

type Asking = {
  readonly id: CandidacyId;
  readonly messageId: MessageRowId;
  readonly part: { readonly employer: string; readonly asks: string };
};

/** The employer asked something in their newest mail and nobody has answered since (POLICY 3.9). */
export async function waitingForYou(
  tx: Tx,
  candidacies: ReadonlyMap<CandidacyId, CandidacyRow>,
): Promise<Asking[]> {
  const waiting: Asking[] = [];
  for (const candidacy of candidacies.values()) {
    if (candidacy.state === "closed" || candidacy.state === "signed") continue;
    const last = (await tx.messages.ofCandidacy(candidacy.id)).findLast((mail) => mail.human);
    if (last?.direction === "in" && last.asks)
      waiting.push({
        id: candidacy.id,
        messageId: last.id,
        part: { employer: candidacy.employer, asks: last.asks },
      });
  }
  return waiting;
}

export type Change = {
  readonly id: CandidacyId;
  /** The mail that caused it, so that the person can say what it really is. */
  readonly messageId: MessageRowId | null;
  /** The draft that it is about. */
  readonly draftId?: DraftId;
  readonly part: ChangePart;
};

/** The newest news of each candidacy since the last digest: that it is new, closed, reopened or offered. What the person did is no news to them. */
export function changesIn(
  news: readonly JournalRow[],
  candidacies: ReadonlyMap<CandidacyId, CandidacyRow>,
): Change[] {
  const told = news.filter((entry) => entry.candidacyId !== null);
  return [...new Set(told.map((entry) => entry.candidacyId))].flatMap((id) => {
    const candidacy = id === null ? undefined : candidacies.get(id);
    if (!candidacy) return [];
    const own = told.filter((entry) => entry.candidacyId === id);
    const moved = own.findLast((entry) => entry.type === "moved");
    const change = moved ? changeOf(moved) : null;
    if (moved?.by === "person") return [];
    if (moved && change) return [changed(candidacy, change, moved, whyOf(moved))];
    const opened = own.find((entry) => entry.type === "opened" && entry.by === "employer");
    const wrote = own.find((entry) => entry.type === "message");
    return opened && wrote ? [changed(candidacy, "new", wrote, wrote.says)] : [];
  });
}

const changed = (
  { id, employer, role }: CandidacyRow,
  change: ChangePart["change"],
  { data, evidence }: JournalRow,
  why: string,
): Change => ({
  id,
  messageId: typeof data?.message === "string" ? (data.message as MessageRowId) : null,
  part: { employer, role, change, why, evidence: evidence[0] ?? null },
});

/** The line says whose and what already, so only the reason is left. */
const whyOf = ({ says }: JournalRow): string => {
  const reason = says.replace(/^.*?: (?:closed|reopened|keeping in touch|an offer)[,.]? ?/, "");
  return reason.charAt(0).toUpperCase() + reason.slice(1);
};

function changeOf({ data }: JournalRow): ChangePart["change"] | null {
  if (data?.to === "closed") return "closed";
  if (data?.to === "keeping_in_touch") return "keeping in touch";
  if (data?.to === "offered") return "offer";
  return data?.from === "closed" || data?.from === "keeping_in_touch" ? "reopened" : null;
}
