import type { Done, Line, Tables } from "./observed.ts";

/** A row of the journal, as the store has it. */
export type JournalLine = {
  readonly type: string;
  readonly by: string;
  readonly says: string;
  readonly evidence: readonly string[];
  readonly candidacyId: string | null;
  readonly data: Readonly<Record<string, unknown>>;
};

/** What was asked back and no short mail told; those that one did are read in it. */
export const isUntoldDoubt = ({ type, data }: Pick<JournalLine, "type" | "data">): boolean =>
  type === "reply_doubt" && data.toldBy === undefined;

/** What a row of the journal says the person has decided; approvals are read from the outbox. Effects of a repair are no decisions of their own. */
export function saidIn(row: JournalLine, lines: readonly Line[], tables: Tables): readonly Done[] {
  const one = (
    decision: string,
    items: readonly number[],
    argument: string | null = null,
  ): readonly Done[] => [{ decision, items, argument }];
  const ofKey = lines
    .filter((line) => line.candidacyId === row.candidacyId && line.key !== null && line.key === row.data.key)
    .map(({ n }) => n);
  switch (row.type) {
    // A candidacy opens with the decision that opens it.
    case "approved":
    case "opened":
      return [];
    case "skipped":
      return one("skip", ofKey);
    case "postponed":
      return one("later", ofKey, tables.days.get(`${row.candidacyId} ${row.data.key}`) ?? null);
    case "reworded":
      return one(
        "revise",
        lines
          .filter(({ followUpId }) => followUpId === tables.followUps.get(`${row.data.draft}`))
          .map(({ n }) => n),
        row.evidence[0] ?? null,
      );
    case "undone":
      return one("undo", row.data.key ? ofKey : aboutCandidacy(row, lines));
    case "repaired":
      return one(repairIn(row, lines, tables), aboutCandidacy(row, lines));
    case "moved":
      return row.by === "person" && !row.data.repair ? one(moveIn(row), aboutCandidacy(row, lines)) : [];
    case "paused":
      return one("pause", [], `${row.data.until}`);
    case "resumed":
      return one("resume", []);
    default:
      return row.by === "person" && row.candidacyId !== null ? one(row.type, aboutCandidacy(row, lines)) : [];
  }
}

/** The lines of that mail, or of that candidacy where the digest tells of no such mail. */
function aboutCandidacy({ candidacyId, data }: JournalLine, lines: readonly Line[]): readonly number[] {
  const byMail = lines.filter(({ messageId }) => messageId !== null && messageId === data.message);
  const found = byMail.length > 0 ? byMail : lines.filter((line) => line.candidacyId === candidacyId);
  return found.map(({ n }) => n);
}

/** A question that is answered with yes is a mail that is given another meaning, or to a candidacy. */
function repairIn({ data }: JournalLine, lines: readonly Line[], { kinds }: Tables): string {
  const asks = lines.find(({ messageId }) => messageId !== null && messageId === data.message)?.asks;
  if (data.what === "answered") return "no";
  if (data.what === "reread")
    return asks === "kind" && kinds.get(`${data.message}`) === "rejection" ? "yes" : "is";
  if (data.what === "moved") return asks === null || asks === undefined || asks === "kind" ? "move" : "yes";
  return `${data.what}`;
}

const moveIn = ({ data }: JournalLine): string => {
  if (data.event === "reopened_by_person") return "reopen";
  if (data.event === "closed_by_person") return "close";
  return data.event === "undone" ? "undo" : `${data.event}`;
};
