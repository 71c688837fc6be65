import type { Temporal } from "temporal-polyfill";
import { programCall } from "../domain/program-call.ts";
import { digestDueAt } from "../flows/digest-time.ts";
import { sendDigest } from "../flows/send-digest.ts";
import type { Person } from "../ports/store.ts";
import { momentWithZone } from "./moments.ts";
import { type Opened, withProgram } from "./open.ts";
import { peopleOf } from "./people.ts";
import { type JsonOption, print, printJson } from "./print.ts";
import { findRunning } from "./running.ts";

export type DigestOptions = JsonOption & { readonly now?: boolean; readonly person?: string };
type Outcome = "made" | "no news" | "made already" | "no mailbox";

/** `afterword digest`: when the next one comes; with `now`, today's is made at once unless it was made (SAFETY R11). */
export const digest = (options: DigestOptions): Promise<void> =>
  withProgram(async (opened) => {
    const running = (await findRunning(opened.config.dataFolder)) !== null;
    const told: object[] = [];
    for (const person of await peopleOf(opened.app, options.person)) {
      const outcome = options.now ? await makeNow(opened, person) : null;
      const next = await nextDigest(opened, person);
      told.push({ address: person.address, ...(outcome && { outcome }), next });
      if (!options.json) print(sentence(person, outcome, next, running));
    }
    if (options.json) printJson(told);
  });

async function makeNow({ app }: Opened, person: Person): Promise<Outcome> {
  const today = app.clock.now().toZonedDateTimeISO(person.zone).toPlainDate();
  const made = await sendDigest(app, person.id, { early: true });
  if (made !== "not due") return made;
  return (await app.store.transaction((tx) => tx.digests.exists(person.id, today)))
    ? "made already"
    : "no mailbox";
}

const nextDigest = ({ app }: Opened, person: Person): Promise<Temporal.Instant | null> =>
  app.store.transaction((tx) => digestDueAt(tx, person, app.clock.now()));

function sentence(
  person: Person,
  outcome: Outcome | null,
  next: Temporal.Instant | null,
  running: boolean,
): string {
  const comes = next === null ? "" : ` The next digest comes ${momentWithZone(next, person.zone)}.`;
  const words: Record<Outcome, string> = {
    made: running
      ? `The digest is made and goes to ${person.address} now.`
      : `The digest is made; it goes to ${person.address} as soon as Afterword runs ("${programCall} start").`,
    "no news": "There is no news yet, so no digest is sent now.",
    "made already": "Today's digest was made already; there is one a day.",
    "no mailbox": `No mailbox is connected for ${person.address}; "${programCall} connect ${person.address}" connects it.`,
  };
  return outcome === null ? comes.trim() || words["no mailbox"] : `${words[outcome]}${comes}`;
}
