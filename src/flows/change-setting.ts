import type { Proof } from "../domain/approval.ts";
import type { Candidacy } from "../domain/candidacy.ts";
import type { PersonId } from "../domain/ids.ts";
import { programCall } from "../domain/program-call.ts";
import { ok, type Result, refuse } from "../domain/result.ts";
import type { Setting } from "../domain/setting.ts";
import { settingNamed, settingsLike } from "../domain/settings.ts";
import { type Commanded, type Commanding, noCandidacy } from "./command.ts";
import type { Deciding } from "./decide.ts";
import { digestDueAt } from "./digest-time.ts";
import { type Kept, keepAbout, keepPreference, keepWish } from "./keep-setting.ts";
import { plansIn, remindPlans } from "./remind-plans.ts";
import { replanMany } from "./replan-many.ts";

/** A setting as it is to be. `candidacy`: its number, null for everything. `words`: the value as the person writes it, null for what it is by default. */
export type SettingChange = {
  readonly name: string;
  readonly candidacy: number | null;
  readonly words: string | null;
};

/**
 * Changes one setting, writes that down and plans every candidacy of the person anew, all in one transaction. Gives a sentence, also where it
 * is so already.
 */
export async function changeSetting(
  app: Commanding,
  personId: PersonId,
  change: SettingChange,
  proof: Proof,
): Promise<Commanded> {
  const changed = await app.store.transaction(async (tx) => {
    const ids = await tx.candidacies.lockAll(personId);
    const kept = await keep({ app, tx, person: await tx.people.get(personId), proof }, change);
    if (!kept.ok) return kept;
    const { says, isNew } = kept.value;
    if (!isNew) return ok({ says, plans: new Map(), digestAt: null });
    const person = await tx.people.get(personId);
    return ok({
      says,
      plans: await replanMany(tx, app, person, ids),
      digestAt: await digestDueAt(tx, person, app.clock.now()),
    });
  });
  if (!changed.ok) return changed;
  const { says, plans, digestAt } = changed.value;
  await remindPlans(app, plansIn(plans));
  if (digestAt) await app.queue.remind({ queue: "digest", id: personId }, digestAt);
  return ok(says);
}

async function keep(deciding: Deciding, { name, candidacy, words }: SettingChange): Promise<Kept> {
  const setting = settingNamed(name);
  if (!setting) return refuse(noSetting(name));
  const named = candidacy === null ? ok(null) : await ownOf(deciding, setting, candidacy);
  if (!named.ok) return named;
  switch (setting.of) {
    case "person":
      return keepAbout(deciding, setting, words);
    case "preferences":
      return keepPreference(deciding, setting, named.value, words);
    case "wishes":
      return named.value ? keepWish(deciding, setting, named.value, words) : refuse(saidOfOne(setting));
  }
}

/** The candidacy, where it can have a value of its own. */
async function ownOf(
  { tx, person }: Deciding,
  setting: Setting,
  number: number,
): Promise<Result<Candidacy, string>> {
  if (setting.of === "person" || (setting.of === "preferences" && setting.isForAll))
    return refuse(countsForAll(setting));
  const candidacy = await tx.candidacies.byNumber(person.id, number);
  if (!candidacy) return refuse(noCandidacy(number));
  return candidacy.mergedInto
    ? refuse(`Candidacy ${number} turned out to be the same as another one; set it there.`)
    : ok(candidacy);
}

/** The sentence for a name that no setting has. */
export function noSetting(name: string): string {
  const like = settingsLike(name).map((one) => one.name);
  return `There is no setting "${name}"${like.length > 0 ? `; did you mean ${like.join(", ")}?` : `; "${programCall} set" lists them.`}`;
}

/** The sentence for a setting that only one candidacy can have. */
export const saidOfOne = ({ name }: Setting): string =>
  `${name} is said of one candidacy: "${programCall} set --candidacy 3 ${name}".`;

/** The sentence for a setting that no candidacy has for itself. */
export const countsForAll = ({ name }: Setting): string =>
  `${name} counts for everything; it cannot differ for one candidacy.`;
