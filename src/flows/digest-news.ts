import type { Temporal } from "temporal-polyfill";
import type { ChangePart, InterviewPart } from "../domain/digest.ts";
import type { CandidacyId } from "../domain/ids.ts";
import type { CandidacyRow, JournalRow, Person, Tx } from "../ports/store.ts";

/** The interviews of today and tomorrow in the person's zone, earliest first. */
export async function interviewsSoon(
  tx: Tx,
  candidacies: ReadonlyMap<CandidacyId, CandidacyRow>,
  person: Person,
  today: Temporal.PlainDate,
): Promise<InterviewPart[]> {
  const soon: (InterviewPart & { at: number })[] = [];
  for (const candidacy of candidacies.values()) {
    for (const interview of await tx.candidacies.interviews(candidacy.id)) {
      const start = interview.start.withTimeZone(person.zone);
      const ahead = today.until(start.toPlainDate()).days;
      if (interview.cancelled || ahead < 0 || ahead > 1) continue;
      soon.push({
        when: ahead === 0 ? "today" : "tomorrow",
        time: start.toPlainTime().toString({ smallestUnit: "minute" }),
        employer: candidacy.employer,
        title: interview.title,
        place: interview.place,
        at: start.epochMilliseconds,
      });
    }
  }
  return soon.sort((a, b) => a.at - b.at).map(({ at: _at, ...part }) => part);
}

/** The employer asked something in their newest mail and nobody has answered since (POLICY 3.9). */
export async function waitingForYou(
  tx: Tx,
  candidacies: ReadonlyMap<CandidacyId, CandidacyRow>,
): Promise<{ employer: string; asks: string }[]> {
  const waiting: { employer: string; asks: string }[] = [];
  for (const candidacy of candidacies.values()) {
    if (candidacy.state === "closed" || candidacy.state === "signed") continue;
    const last = (await tx.messages.ofCandidacy(candidacy.id)).findLast((mail) => mail.human);
    if (last?.direction === "in" && last.asks)
      waiting.push({ employer: candidacy.employer, asks: last.asks });
  }
  return waiting;
}

/** The newest move of each candidacy since the last digest, where it closed or reopened it; a move by the person is no news to them. */
export function changesIn(
  news: readonly JournalRow[],
  candidacies: ReadonlyMap<CandidacyId, CandidacyRow>,
): { id: CandidacyId; part: ChangePart }[] {
  const newest = new Map<CandidacyId, JournalRow>();
  for (const entry of news)
    if (entry.type === "moved" && entry.candidacyId) newest.set(entry.candidacyId, entry);
  return [...newest].flatMap(([id, entry]) => {
    const candidacy = candidacies.get(id);
    const change = changeOf(entry);
    if (!candidacy || !change || entry.by === "person") return [];
    return [
      {
        id,
        part: {
          employer: candidacy.employer,
          role: candidacy.role,
          change,
          why: whyOf(entry),
          evidence: entry.evidence[0] ?? null,
        },
      },
    ];
  });
}

/** The line says whose and what already, so only the reason is left. */
const whyOf = ({ says }: JournalRow): string => {
  const reason = says.replace(/^.*?: (?:closed|reopened|keeping in touch)[,.]? ?/, "");
  return reason.charAt(0).toUpperCase() + reason.slice(1);
};

function changeOf({ data }: JournalRow): ChangePart["change"] | null {
  if (data?.to === "closed") return "closed";
  if (data?.to === "keeping_in_touch") return "keeping in touch";
  return data?.from === "closed" || data?.from === "keeping_in_touch" ? "reopened" : null;
}
