import type { Temporal } from "temporal-polyfill";
import type { Proof } from "../domain/approval.ts";
import type { CommandReading } from "../domain/command-mail.ts";
import type { MailCommand } from "../domain/command-words.ts";
import type { CandidacyId } from "../domain/ids.ts";
import { ok, type Result } from "../domain/result.ts";
import { dateIn } from "../domain/working-time.ts";
import type { DigestItemRow, Person } from "../ports/store.ts";
import { askBreakUp } from "./ask-break-up.ts";
import type { Deciding } from "./decide.ts";
import { pause, resume } from "./pause.ts";
import { replan } from "./plan-follow-ups.ts";
import type { Afterwards, Received } from "./receive-message.ts";
import { takeNote } from "./take-note.ts";
import { tellOffer } from "./tell-offer.ts";
import { tellStanding } from "./tell-standing.ts";

/** What commands came to: sentences of what was done, of what was not and why, and what the person wants to read. */
export type Obeyed = {
  readonly done: readonly string[];
  readonly doubts: readonly string[];
  readonly wants: ReadonlySet<"status" | "help">;
  readonly plans: Afterwards["plans"];
  /** The person as they are now: a pause may have begun or ended. */
  readonly person: Person;
};

/** What came of a mail without a command. */
export const nothingObeyed = (person: Person): Obeyed => ({
  done: [],
  doubts: [],
  wants: new Set(),
  plans: [],
  person,
});

/** Does what a mail of the person's tells, one command after the other. `items`: the lines of the digest that it answers, if it does. */
export async function obeyCommands(
  { app, tx, person, message }: Received,
  { commands, doubts }: Pick<CommandReading, "commands" | "doubts">,
  proof: Proof,
  items: readonly DigestItemRow[],
): Promise<Obeyed> {
  const done: string[] = [];
  const unclear = doubts.map(({ words, question }) => `"${words}": ${question}`);
  const wants = new Set<"status" | "help">();
  const plans: Afterwards["plans"][number][] = [];
  const touched = new Set<CandidacyId>();
  let now = person;
  for (const { words, command } of commands) {
    if (command.type === "status" || command.type === "help") {
      wants.add(command.type);
      continue;
    }
    const told = await obey({ app, tx, person: now, proof }, command, message.date, items);
    if (told.ok) {
      done.push(told.value.says);
      plans.push(...told.value.plans);
      if (told.value.candidacy) touched.add(told.value.candidacy);
    } else unclear.push(`"${words.slice(0, 160)}": ${told.error}`);
    now = await tx.people.get(person.id);
  }
  for (const id of touched) plans.push({ id, at: await replan(tx, app, now, id) });
  return { done, doubts: unclear, wants, plans, person: now };
}

type Done = {
  readonly says: string;
  readonly plans: Afterwards["plans"];
  readonly candidacy: CandidacyId | null;
};

/** Words of days count from when they were written: a mail may be read days later. */
async function obey(
  deciding: Deciding,
  command: Exclude<MailCommand, { type: "status" | "help" }>,
  written: Temporal.Instant,
  items: readonly DigestItemRow[],
): Promise<Result<Done, string>> {
  const saidOn = dateIn(deciding.person.zone, written);
  switch (command.type) {
    case "pause":
      return planned(await pause(deciding, command.length, saidOn));
    case "resume":
      return planned(await resume(deciding));
    case "break_up":
      return about(await askBreakUp(deciding, command.whom, items));
    case "offer":
      return about(await tellOffer(deciding, command, saidOn, items));
    case "note":
      return about(await takeNote(deciding, command, written, items));
    case "accepted":
    case "signed":
    case "declined":
    case "withdrew":
      return about(await tellStanding(deciding, command.type, command.whom, items));
  }
}

const planned = (done: Result<Omit<Done, "candidacy">, string>): Result<Done, string> =>
  done.ok ? ok({ ...done.value, candidacy: null }) : done;
const about = (told: Result<Omit<Done, "plans">, string>): Result<Done, string> =>
  told.ok ? ok({ ...told.value, plans: [] }) : told;
