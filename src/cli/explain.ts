import type { Composed } from "../compose.ts";
import { storyOf } from "../domain/draft-story.ts";
import { kindNames } from "../domain/kind-names.ts";
import { programCall } from "../domain/program-call.ts";
import { spokenDate, spokenTime } from "../domain/spoken.ts";
import { logFault, storyData } from "../domain/story-data.ts";
import type { StoryRecord } from "../domain/story-record.ts";
import { standingWords } from "../domain/story-standing.ts";
import { dateIn } from "../domain/working-time.ts";
import { SetupError } from "../setup-error.ts";
import { withProgram } from "./open.ts";
import { count, type JsonOption, line, paint, print, printJson } from "./print.ts";
import { wrapped } from "./wrapped.ts";

/**
 * `afterword explain DRAFT`: what happened to one mail to an employer, oldest first: its versions, who approved which by what proof, each attempt and what
 * the server answered (SAFETY R59). Times are in the person's zone.
 * @throws SetupError when nothing, or more than one mail, is named so.
 */
export const explain = (wanted: string, options: JsonOption): Promise<void> =>
  withProgram(async ({ app, views }) => {
    const story = await storyNamed(views, wanted);
    const today = dateIn(story.mail.zone, app.clock.now());
    if (options.json) return printJson(storyData(story, today));
    heading(story);
    for (const each of wrapped(line(standingWords(story, today)), width)) print(each);
    let day = "";
    for (const { at, says } of storyOf(story, today)) {
      const local = at.toZonedDateTimeISO(story.mail.zone);
      const said = spokenDate(local.toPlainDate(), today);
      if (said !== day) {
        print();
        print(paint("bold", said));
      }
      day = said;
      const [first = "", ...more] = wrapped(line(says), width - indent.length);
      print(`${paint("gray", spokenTime(local.toPlainTime()))}  ${first}`);
      for (const each of more) print(`${indent}${each}`);
    }
    print();
    const hint = `Times are those of ${story.mail.zone}. "--json" has the whole hashes and every move.`;
    for (const each of wrapped(hint, width)) print(paint("gray", each));
    tellFaults(story);
  });

/** Columns of the narrowest terminal that counts. */
const width = 80;
/** As wide as "09:00  ". */
const indent = " ".repeat(7);

function heading({ mail, versions, rows }: StoryRecord): void {
  const newest = versions.at(-1);
  const whom = line(newest?.to.name) || line(newest?.to.address);
  const title = `${kindNames[mail.kind].title} ${whom}, ${line(mail.employer)} (candidacy ${mail.candidacy})`;
  for (const each of wrapped(title, width)) print(paint("bold", each));
  for (const each of wrapped(`To ${line(newest?.to.address)}: ${line(newest?.subject)}`, width)) print(each);
  for (const row of rows)
    for (const each of wrapped(`Message-ID <${line(row.messageId)}>`, width)) print(paint("gray", each));
  print();
}

function tellFaults({ rows }: StoryRecord): void {
  const faults = rows.flatMap((row) => logFault(row) ?? []);
  if (faults.length === 0) return;
  const what = `The log of this mail has ${count(faults.length, "fault")}, so part of its story is missing:`;
  for (const each of wrapped(`${what} ${faults.join(" ")}`, width)) print(paint("yellow", each));
}

async function storyNamed(views: Composed["views"], wanted: string): Promise<StoryRecord> {
  const named = await views.mailNamed(wanted);
  switch (named.type) {
    case "found": {
      const story = await views.draftStory(named.followUp);
      if (story) return story;
      break;
    }
    case "no_digest":
      throw new SetupError(
        `No digest has been made yet, so there is no number; "${programCall} drafts" shows ids, which can be explained too.`,
      );
    case "other_line":
      throw new SetupError(
        `Line ${line(wanted)} of the digest of ${named.day.toString()} is about no mail of yours; ${linesInWords(named.lines)}.`,
      );
    case "own_mail":
      throw new SetupError(
        `That is a mail to you, not to an employer; "${programCall} doctor" tells whether such mails reach you.`,
      );
    case "several":
      throw new SetupError("More than one mail begins like that; write more of the id.");
    case "none":
      break;
  }
  throw new SetupError(
    `There is no mail ${line(wanted)}; give its number in the latest digest, or eight or more characters of the id that "${programCall} drafts" shows.`,
  );
}

const linesInWords = (lines: readonly number[]): string =>
  lines.length === 0
    ? `none of its lines is; give an id, which "${programCall} drafts" shows`
    : `${lines.length === 1 ? "the line that is has number" : "those that are have the numbers"} ${lines.join(", ")}`;
