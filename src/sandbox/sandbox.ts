import { Temporal } from "temporal-polyfill";
import { answerDebrief, answerDigest, type Hindrance } from "./answers.ts";
import { type EmployerLetter, openEmployer } from "./employer.ts";
import type { Letter } from "./letter.ts";
import type { StoryPerson } from "./program.ts";
import { conclude, introduce, isClosed, type SandboxEnding } from "./sandbox-words.ts";
import { openSeason, type Season } from "./season.ts";
import type { Teller, Told } from "./telling.ts";

/** A mail of the program that the person may answer. */
export type Question = {
  readonly type: "digest" | "debrief";
  readonly letter: Letter;
  /** Numbers of the drafts that a digest offers. */
  readonly drafts: readonly number[];
};

/** Whoever sits in front of the sandbox. `null` lets time pass, "end" ends it. */
export type Reader = {
  readonly answer: (question: Question) => Promise<string | null | "end">;
  readonly signal: AbortSignal;
};

const person: StoryPerson = {
  name: "Sam Reed",
  address: "sam@reed.example",
  zone: "Europe/London",
  country: "GB",
  digestAt: "07:30",
};
const monday = Temporal.PlainDate.from("2026-05-18");
/** Nobody watches an empty mailbox for longer. */
const longest = Temporal.Duration.from({ days: 150 });

/** The zone in which the sandbox tells its times. */
export const sandboxZone = person.zone;

/**
 * Opens the sandbox and plays until its candidacy has come to an end, the reader ends it, or five months have passed.
 * The program is the real one; only the servers are in this process, and time moves as fast as it can.
 */
export async function playSandbox(reader: Reader, teller: Teller): Promise<SandboxEnding> {
  const employer = openEmployer(person, monday);
  teller.line("\nAfterword sandbox", "bold");
  teller.line(
    "A mailbox, an employer who does not exist, and a clock that can be moved. Nothing leaves this machine.",
  );
  teller.line("Starting the program …", "gray");

  // The introduction comes first, whatever has happened by then.
  let held: Told[] | null = [];
  const season = await openSeason({
    person,
    from: monday.toZonedDateTime({ timeZone: person.zone, plainTime: "08:00" }).toInstant(),
    tell: (told) => (held === null ? teller.tell(told) : held.push(told)),
    withTexts: true,
  });
  try {
    introduce(season, employer.name, employer.company, teller);
    for (const told of held) teller.tell(told);
    held = null;
    await play(season, employer, reader, teller);
    return await conclude(season);
  } finally {
    await season.close();
  }
}

async function play(
  season: Season,
  employer: ReturnType<typeof openEmployer>,
  reader: Reader,
  teller: Teller,
): Promise<void> {
  const tell = (event: Told["event"], says: string, text?: string) =>
    teller.tell({ at: season.now(), event, says, ...(text === undefined ? {} : { text }) });
  const end = season.now().add({ hours: longest.total({ unit: "hours", relativeTo: season.local() }) });
  const post: EmployerLetter[] = [employer.invitation];
  let [read, answered] = [0, 0];
  const hasNews = () =>
    reader.signal.aborted || season.office.toPerson.length > read || season.office.departed.length > answered;

  while (!reader.signal.aborted && Temporal.Instant.compare(season.now(), end) < 0) {
    for (const { letter } of season.office.departed.slice(answered)) {
      answered += 1;
      const reaction = employer.answer(letter, season.local());
      if (reaction !== null) post.push(reaction);
    }
    const unread = season.office.toPerson[read];
    if (unread !== undefined) {
      read += 1;
      const question = await questionIn(unread.letter, season);
      if (question === null) {
        if (await isClosed(season)) return;
        continue;
      }
      const text = await reader.answer(question);
      if (text === "end") return;
      if (text !== null && text.trim() !== "") await answer(question, text, season, tell);
      continue;
    }
    const next = post[0]?.at.toInstant();
    if (next !== undefined && Temporal.Instant.compare(next, season.now()) <= 0) {
      const raw = await post.shift()?.write();
      if (raw === undefined) continue;
      const letter = await season.office.deliver(raw);
      tell("arrives", `From ${letter.from.name}: ${letter.subject}`, newestWords(letter));
      await season.settle();
      continue;
    }
    await season.passTo(next ?? end, hasNews);
  }
}

/** The person takes a quarter of an hour to answer. */
async function answer(
  question: Question,
  text: string,
  season: Season,
  tell: (event: Told["event"], says: string) => void,
): Promise<void> {
  await season.passTo(season.now().add({ minutes: 15 }));
  const hindrance: Hindrance =
    question.type === "digest"
      ? await answerDigest(season, { text, items: {}, by: "person" }, tell)
      : await answerDebrief(season, text, tell);
  if (hindrance !== null) tell("failed", hindrance);
  await season.settle();
}

/** What the program asks with a mail: null when it only tells something. */
async function questionIn(letter: Letter, season: Season): Promise<Question | null> {
  const bare = (id: string) => id.replace(/^<|>$/g, "");
  const digest = (await season.api.digests()).find((one) => bare(one.message_id) === letter.messageId);
  if (digest !== undefined) {
    const drafts = digest.items.filter(({ type }) => type === "draft").map(({ n }) => n);
    const asks = digest.items.some(({ type }) => type !== "candidacy");
    return asks ? { type: "digest", letter, drafts } : null;
  }
  const isDebrief = (await season.api.debriefs()).some((one) => bare(one.message_id) === letter.messageId);
  return isDebrief ? { type: "debrief", letter, drafts: [] } : null;
}

/** The text above the quoted mail. */
const newestWords = (letter: Letter): string => letter.text.split(/\n+On .* wrote:\n/, 1)[0] ?? letter.text;
