import type { Wish } from "../domain/approval.ts";
import type { Candidacy, EmployerSize } from "../domain/candidacy.ts";
import { withoutReading, withReading } from "../domain/employer-reading.ts";
import type { Wishes } from "../domain/follow-up.ts";
import type { CandidacyId } from "../domain/ids.ts";
import { ok, type Result, refuse } from "../domain/result.ts";
import { spokenRhythm } from "../domain/rhythm.ts";
import type { DigestItemRow } from "../ports/store.ts";
import { candidacyOf } from "./carry-out-repair.ts";
import type { Deciding } from "./decide.ts";
import { type Repaired, recordRepair } from "./repair.ts";
import { stopApproved } from "./stop-approved.ts";

/** What the person wants of one candidacy; what is left out stays. */
type WishChange = Partial<Pick<Wishes, "every" | "noMore">> & { readonly size?: EmployerSize };

/** Carries out "3 every 10 days", "3 as usual", "2 no more" or "5 small company". `item` is the line that it names. */
export async function carryOutWish(
  deciding: Deciding,
  wish: Wish,
  item: DigestItemRow,
): Promise<Result<Repaired, string>> {
  const id = await candidacyOf(deciding.tx, item);
  if (!id) return refuse("That line is about no candidacy.");
  const done = await setWishes(deciding, id, changeOf(wish));
  return done.ok ? ok([id]) : done;
}

function changeOf(wish: Wish): WishChange {
  switch (wish.type) {
    case "every":
      return { every: wish.workingDays };
    case "as_usual":
      return { every: null, noMore: false };
    case "no_more":
      return { noMore: true };
    case "size":
      return { size: wish.size };
  }
}

/**
 * Writes down what the person wants of a candidacy, as something that `undo` takes back; whoever calls plans it anew. "No more" takes what is
 * approved out of the outbox as well; a mail that is on its way at this moment cannot be stopped, which is told.
 */
export async function setWishes(
  deciding: Deciding,
  id: CandidacyId,
  change: WishChange,
): Promise<Result<{ readonly says: string }, string>> {
  const { app, tx, person } = deciding;
  const candidacy = await tx.candidacies.lock(id);
  const { wishes } = await tx.candidacies.facts(id, person);
  const { every, noMore, size } = changed(change, wishes, candidacy);
  const says = [
    every === undefined ? "" : rhythmIn(every),
    noMore === undefined ? "" : noMoreIn(noMore),
    size ? `you said that ${sizeIn[size]}` : "",
  ].filter((words) => words !== "");
  if (says.length === 0) return refuse(`For ${candidacy.employer} it is so already.`);
  const isOnItsWay = noMore === true && (await stopApproved(deciding, id, unwanted));
  const { reading } = candidacy;
  await tx.candidacies.update(id, {
    ...change,
    ...(size && { sizeBy: "person", reading: withReading(reading, "size", "You said so.", "person") }),
  });
  const wanted = `${candidacy.employer}: ${says.join(", and ")}.`;
  await recordRepair(deciding, app.ids.uuid(), [id], wanted, [], {
    what: "wished",
    ...(every !== undefined && { every: wishes.every }),
    ...(noMore !== undefined && { noMore: wishes.noMore }),
    ...(size && {
      said: size,
      size: candidacy.size,
      sizeBy: candidacy.sizeBy,
      reading: sizeEntries(reading),
    }),
  });
  if (!isOnItsWay) return ok({ says: wanted });
  const late = `${candidacy.employer}: one mail was on its way already and could not be stopped.`;
  await tx.journal.append({
    personId: person.id,
    candidacyId: id,
    at: app.clock.now(),
    type: "reply_doubt",
    by: "program",
    says: late,
  });
  return ok({ says: `${wanted} ${late}` });
}

/** What of a change is new. */
const changed = ({ every, noMore, size }: WishChange, wishes: Wishes, before: Candidacy): WishChange => ({
  ...(every !== undefined && every !== wishes.every && { every }),
  ...(noMore !== undefined && noMore !== wishes.noMore && { noMore }),
  ...(size && (size !== before.size || before.sizeBy !== "person") && { size }),
});

/** What was read of the size and whence, as a list for the journal: name, words, name, words. */
const sizeEntries = (reading: Candidacy["reading"]): readonly string[] =>
  Object.entries(reading)
    .filter(([name]) => !(name in withoutReading(reading, ["size"])))
    .flat();

/** Why an approved mail does not leave. */
export const unwanted = "you want no more mails there.";

const rhythmIn = (every: number | null): string =>
  every === null
    ? "you want the usual waiting times again"
    : `you want ${every === 1 ? "one working day" : spokenRhythm(every)} between two mails`;

const noMoreIn = (noMore: boolean): string =>
  noMore ? "you want no more mails" : "you want mails to be proposed again";

const sizeIn: Readonly<Record<EmployerSize, string>> = {
  small: "it is small",
  large: "it is large",
  "public sector": "it belongs to the public sector",
  agency: "it is an agency",
  charity: "it is a charity",
  unknown: "its size is not known",
};
