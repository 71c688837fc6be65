import { evidenceOf } from "../domain/employer-reading.ts";
import { programCall } from "../domain/program-call.ts";
import type { Person, StoredMessage } from "../ports/store.ts";
import { moment, momentWithZone } from "./moments.ts";
import { candidacyNumber, type ShownCandidacy } from "./one-candidacy.ts";
import { withProgram } from "./open.ts";
import { type JsonOption, line, paint, print, printJson, spokenKind, spokenState, table } from "./print.ts";

/** How many mails are shown. */
const lastMails = 8;

/** `afterword show N`: one candidacy. Times are in the person's zone, those of an interview in its own. */
export const show = (number: number, options: JsonOption): Promise<void> =>
  withProgram(async ({ app, views }) => {
    const found = await candidacyNumber(views, number);
    const { person, mails } = await app.store.transaction(async (tx) => ({
      person: await tx.people.get(found.row.person_id),
      mails: (await tx.messages.ofCandidacy(found.row.id)).slice(-lastMails),
    }));
    if (options.json) return printJson(asJson(found, mails));
    tell(found, mails, person);
  });

function tell(
  { row, interviews, contacts, followUps }: ShownCandidacy,
  mails: readonly StoredMessage[],
  person: Person,
): void {
  const state =
    row.close_reason === null
      ? spokenState(row.state)
      : `${spokenState(row.state)} (${spokenState(row.close_reason)})`;
  print(
    paint(
      "bold",
      `${row.number}  ${[row.employer, row.role]
        .map(line)
        .filter((words) => words !== "")
        .join(", ")}`,
    ),
  );
  print(`   ${state}`);
  if (row.because !== "") print(`   ${line(row.because)}`);

  heading("Employer");
  tellEmployer(row, person);

  heading("Interviews");
  for (const interview of interviews) {
    const place = line(interview.place);
    const words = `${momentWithZone(interview.starts_at, interview.zone)}  ${line(interview.title)}${place === "" ? "" : ` (${place})`}`;
    print(`   ${interview.cancelled ? `${words}, cancelled` : words}`);
    const people = interview.people
      .map(({ name, address }) => line(name) || line(address))
      .filter((words) => words !== "");
    if (people.length > 0) print(paint("gray", `     with ${people.join(", ")}`));
  }
  none(interviews);

  heading("Contacts");
  for (const { name, address, ended } of contacts) {
    print(`   ${line(name)} <${line(address)}>${ended === null ? "" : `, ${spokenState(ended)}`}`);
  }
  none(contacts);

  heading("Follow-ups");
  for (const followUp of followUps) {
    const when = followUp.sent_at
      ? `sent ${moment(followUp.sent_at, person.zone)}`
      : `${followUp.status}, due ${moment(followUp.due_at, person.zone)}`;
    print(
      `   ${spokenKind(followUp.kind)}${followUp.kind === "check_in" ? ` ${followUp.ordinal}` : ""} to ${line(followUp.to) || "nobody known"}: ${when}`,
    );
    print(paint("gray", `     ${line(followUp.reason)}`));
  }
  none(followUps);

  heading("Last mails");
  if (mails.length > 0)
    print(
      table(
        mails.map((mail) => [moment(mail.at, person.zone), fromWhom(mail), line(mail.subject)]),
        "   ",
      ),
    );
  none(mails);
  print();
  print(paint("gray", `"${programCall} why ${row.number}" tells how it came to this.`));
}

/** What is known of the employer, with the words that show it, and how to put it right (POLICY 4, 6.16). */
function tellEmployer(row: ShownCandidacy["row"], person: Person): void {
  const evidence = evidenceOf(row.reading);
  const known = [
    [
      "size",
      row.size === "unknown" ? "unknown" : row.size,
      row.size === "unknown" ? undefined : evidence.size,
    ],
    ["country", row.country ?? `unknown, so yours counts (${person.country})`, evidence.country],
    ["zone", row.zone ?? `unknown, so yours counts (${person.zone})`, evidence.zone],
  ] as const;
  for (const [what, value, says] of known) {
    print(`   ${what}: ${line(value)}`);
    if (says !== undefined) print(paint("gray", `     ${line(says)}`));
  }
  print(
    paint(
      "gray",
      `   "${programCall} mark ${row.number} --size small --country GB --zone Europe/London" puts it right.`,
    ),
  );
}

const heading = (words: string): void => {
  print();
  print(paint("bold", words));
};

const none = (rows: readonly unknown[]): void => {
  if (rows.length === 0) print("   none");
};

const fromWhom = (mail: StoredMessage): string =>
  mail.direction === "in"
    ? line(mail.from.name) || line(mail.from.address)
    : mail.direction === "hand"
      ? "you, by hand"
      : "you, through Afterword";

function asJson(
  { shown, interviews, contacts, followUps }: ShownCandidacy,
  mails: readonly StoredMessage[],
): object {
  return {
    ...shown,
    interviews,
    contacts,
    follow_ups: followUps,
    mails: mails.map(({ at, direction, from, subject, messageId, assessment }) => ({
      at,
      direction,
      from,
      subject,
      message_id: messageId,
      kind: assessment?.kind ?? null,
    })),
  };
}
