import { Temporal } from "temporal-polyfill";
import type { Target } from "../domain/approval.ts";
import { type Candidacy, candidacyInWords } from "../domain/candidacy.ts";
import type { CandidacyId } from "../domain/ids.ts";
import { dayMeant } from "../domain/later.ts";
import { ok, type Result, refuse } from "../domain/result.ts";
import { spokenDate, weekdayNames } from "../domain/spoken.ts";
import { dateIn } from "../domain/working-time.ts";
import type { DigestItemRow } from "../ports/store.ts";
import type { Deciding } from "./decide.ts";
import { moveCandidacy } from "./move-candidacy.ts";
import type { Told } from "./tell-standing.ts";
import { whichCandidacy } from "./which-candidacy.ts";

/** No offer stands open for longer; a day of a month that has just passed would mean next year's. */
const mostDays = 184;

/**
 * `I got an offer from XYZ, answer by Friday`. An employer that nobody knows yet becomes a candidacy. `by` counts from `saidOn`, the person's date
 * when they wrote it; in doubt about name or day nothing happens.
 */
export async function tellOffer(
  deciding: Deciding,
  { whom, by }: { readonly whom: Target; readonly by: string | null },
  saidOn: Temporal.PlainDate,
  items: readonly DigestItemRow[],
): Promise<Result<Told, string>> {
  const { app, tx, person, proof } = deciding;
  const now = app.clock.now();
  const day = deadlineMeant(by, saidOn, dateIn(person.zone, now));
  if (!day.ok) return day;
  const found = await whichCandidacy(tx, person, whom, items, [
    "applied",
    "interviewing",
    "awaiting_decision",
    "offered",
  ]);
  if (!found.ok && found.error.type === "unclear") return refuse(found.error.says);
  const known = found.ok ? ok(await tx.candidacies.lock(found.value.id)) : await open(deciding, whom);
  if (!known.ok) return known;
  const candidacy = known.value;
  if (candidacy.state === "accepted" || candidacy.state === "signed")
    return refuse(`${candidacyInWords(candidacy)} is ${candidacy.state} already.`);
  const until = day.value ? `, to be answered by ${spokenDate(day.value, dateIn(person.zone, now))}` : "";
  const says = `${candidacy.employer}: an offer${until}.`;
  const moved = await moveCandidacy(tx, candidacy, "offered", now, {
    says,
    evidence: [],
    by: "person",
    reason: null,
    proof,
  });
  if (!moved && day.value === null) return refuse(`I know of the offer from ${candidacy.employer} already.`);
  await tx.candidacies.update(candidacy.id, { offerDeadline: day.value });
  if (!moved)
    await tx.journal.append({
      personId: person.id,
      candidacyId: candidacy.id,
      at: now,
      type: "marked",
      by: "person",
      says,
      data: { offerDeadline: day.value?.toString(), before: candidacy.offerDeadline?.toString(), proof },
    });
  return ok({ says, candidacy: candidacy.id });
}

function deadlineMeant(
  by: string | null,
  saidOn: Temporal.PlainDate,
  today: Temporal.PlainDate,
): Result<Temporal.PlainDate | null, string> {
  if (by === null) return ok(null);
  const day = dayMeant(by, saidOn);
  if (day === null)
    return refuse(`I do not know which day "${by}" is; say for example "offer from XYZ until 12 June".`);
  const weekday = weekdayNames[saidOn.dayOfWeek - 1]?.toLowerCase() ?? "";
  if (by.trim().length >= 3 && weekday.startsWith(by.trim().toLowerCase()))
    return refuse(
      `Is "${by}" the day on which you wrote or a week later? Say the date, such as "until 12 June".`,
    );
  if (Temporal.PlainDate.compare(day, today) < 0 || saidOn.until(day).days > mostDays)
    return refuse(`${spokenDate(day, saidOn)} cannot be the day by which to answer; say the date once more.`);
  return ok(day);
}

/** Opens a candidacy by the person's word alone: nothing of theirs was read. */
async function open({ app, tx, person, proof }: Deciding, whom: Target): Promise<Result<Candidacy, string>> {
  const employer = "employer" in whom ? whom.employer : "";
  if (employer === "" || /,| and /i.test(employer))
    return refuse(
      `I know no candidacy "${employer}". If it is a new one, say the employer's name alone, with "&" where "and" belongs to it.`,
    );
  const now = app.clock.now();
  const candidacy = await tx.candidacies.open({
    id: app.ids.uuid() as CandidacyId,
    personId: person.id,
    employer,
    employerDomain: null,
    role: null,
    state: "applied",
    size: "unknown",
    sizeBy: "rules",
    country: null,
    zone: null,
    openedAt: now,
  });
  await tx.journal.append({
    personId: person.id,
    candidacyId: candidacy.id,
    at: now,
    type: "opened",
    by: "person",
    says: `${employer}: opened by you.`,
    data: { proof },
  });
  return ok(candidacy);
}
