import type { Temporal } from "temporal-polyfill";
import { candidacyStates } from "../domain/candidacy.ts";
import { isPaused } from "../domain/pause.ts";
import { endsPause } from "../domain/paused-mailbox.ts";
import { programCall } from "../domain/program-call.ts";
import { digestDueAt } from "../flows/digest-time.ts";
import type { Person } from "../ports/store.ts";
import { listDrafts } from "./draft-list.ts";
import { momentWithZone } from "./moments.ts";
import { type Opened, withProgram } from "./open.ts";
import { connectFirst } from "./people.ts";
import { count, type JsonOption, line, paint, print, printJson, spokenState, table } from "./print.ts";
import { findRunning } from "./running.ts";

type Status = {
  readonly running: string | null;
  readonly mailboxes: readonly {
    readonly address: string;
    readonly healthy_at: Temporal.Instant | null;
    readonly trouble: string | null;
    readonly sending_paused: boolean;
    /** Since when the person has it paused; null: it is in use. */
    readonly paused_at: Temporal.Instant | null;
    /** Whose sign-in lets us in, and when it ends where that is known; null: a password does. */
    readonly sign_in: string | null;
    readonly sign_in_ends_at: Temporal.Instant | null;
  }[];
  readonly candidacies: Readonly<Record<string, number>>;
  readonly next_digests: readonly {
    readonly address: string;
    readonly at: Temporal.Instant | null;
    /** Until when nothing is proposed; null: there is no pause. */
    readonly paused_until: Temporal.Instant | null;
  }[];
  readonly waiting: { readonly drafts: number; readonly questions: number; readonly unconfirmed: number };
};

/** `afterword status`: mailboxes, candidacies, the next digest, and what waits for the person. */
export const status = (options: JsonOption): Promise<void> =>
  withProgram(async (opened) => {
    const people = await opened.app.store.transaction((tx) => tx.people.all());
    const now = await gatherStatus(opened, people);
    if (options.json) return printJson(now);
    const [first] = people;
    if (!first) {
      print("Welcome. Nothing is connected yet, so there is nothing to watch.");
      print(connectFirst);
      print(`To see it at work first, without a mailbox: "${programCall} sandbox".`);
      return;
    }
    tell(now, people, first.zone, opened.app.clock.now());
  });

async function gatherStatus(opened: Opened, people: readonly Person[]): Promise<Status> {
  const { app, views, config } = opened;
  const states = (await views.candidacies()).map(({ state }) => state);
  return {
    running: (await findRunning(config.dataFolder))?.url ?? null,
    mailboxes: (await views.mailboxes()).map(({ id: _id, ...mailbox }) => mailbox),
    candidacies: Object.fromEntries(
      candidacyStates
        .map((state) => [state, states.filter((each) => each === state).length] as const)
        .filter(([, number]) => number > 0),
    ),
    ...(await app.store.transaction(async (tx) => ({
      next_digests: await Promise.all(
        people.map(async (person) => ({
          address: person.address,
          at: await digestDueAt(tx, person, app.clock.now()),
          paused_until: isPaused(person.pausedUntil, app.clock.now()) ? person.pausedUntil : null,
        })),
      ),
      waiting: {
        drafts: (await listDrafts(views)).waiting.length,
        questions: (await Promise.all(people.map(({ id }) => tx.messages.openQuestions(id)))).flat().length,
        unconfirmed: (await Promise.all(people.map(({ id }) => tx.outbox.asked(id)))).flat().length,
      },
    }))),
  };
}

function tell(now: Status, people: readonly Person[], zone: string, at: Temporal.Instant): void {
  print(paint("bold", "Mailboxes"));
  for (const mailbox of now.mailboxes) print(`  ${mailboxLine(mailbox, zone, at)}`);
  print();
  print(paint("bold", "Candidacies"));
  const states = Object.entries(now.candidacies);
  print(
    states.length === 0
      ? "  None yet: the first one opens with an interview invitation."
      : table(
          states.map(([state, number]) => [String(number), spokenState(state)]),
          "  ",
        ),
  );
  print();
  print(paint("bold", "Next digest"));
  for (const { address, at, paused_until } of now.next_digests) {
    const person = people.find((each) => each.address === address);
    const when =
      at === null || !person ? "none while no mailbox is watched" : momentWithZone(at, person.zone);
    const pause =
      paused_until && person
        ? `; paused until ${momentWithZone(paused_until, person.zone)}, "${programCall} resume" ends it`
        : "";
    print(`  ${people.length > 1 ? `${address}: ` : ""}${when}${pause}`);
  }
  print();
  print(paint("bold", "Waits for you"));
  for (const each of waitingLines(now.waiting)) print(`  ${each}`);
  print();
  print(
    now.running
      ? `Afterword is running at ${now.running}.`
      : paint("yellow", `Afterword is not running; "${programCall} start" starts it.`),
  );
}

function mailboxLine(mailbox: Status["mailboxes"][number], zone: string, now: Temporal.Instant): string {
  if (mailbox.paused_at !== null)
    return `${line(mailbox.address)}  ${paint("yellow", `paused since ${momentWithZone(mailbox.paused_at, zone)}`)}; ${endsPause(mailbox.address)}`;
  const seen =
    mailbox.healthy_at === null ? "not read yet" : `last healthy ${momentWithZone(mailbox.healthy_at, zone)}`;
  const trouble =
    mailbox.trouble === null
      ? lateLine(mailbox.healthy_at, now)
      : `\n    ${paint("red", line(mailbox.trouble))}`;
  const paused = mailbox.sending_paused
    ? `\n    ${paint("red", `Nothing is sent until "${programCall} ${mailbox.sign_in ? "reconnect" : "connect"} ${mailbox.address}" connects it anew.`)}`
    : "";
  const ends = mailbox.sign_in_ends_at
    ? `\n    ${paint("yellow", `The sign-in ends ${momentWithZone(mailbox.sign_in_ends_at, zone)}; "${programCall} reconnect ${mailbox.address}" before then.`)}`
    : "";
  return `${line(mailbox.address)}  ${seen}${trouble}${paused}${ends}`;
}

/** A watched mailbox is heard of every few minutes; a silence is worth a look before the digest tells of it. */
function lateLine(seen: Temporal.Instant | null, now: Temporal.Instant): string {
  const minutes = seen === null ? 0 : (now.epochMilliseconds - seen.epochMilliseconds) / 60_000;
  return minutes < 15
    ? ""
    : `\n    ${paint("red", `Not read since then; "${programCall} doctor" tells why.`)}`;
}

function waitingLines({ drafts, questions, unconfirmed }: Status["waiting"]): readonly string[] {
  const lines = [
    ...(drafts > 0 ? [`${count(drafts, "draft")} to decide on: "${programCall} drafts"`] : []),
    ...(questions > 0 ? [`${count(questions, "question")}, in your digest`] : []),
    ...(unconfirmed > 0
      ? [`${count(unconfirmed, "mail")} that could not be sent or confirmed, in your digest`]
      : []),
  ];
  return lines.length > 0 ? lines : ["Nothing."];
}
