import type { Temporal } from "temporal-polyfill";
import { freshPassword } from "./account.ts";
import type { Api, ApiDebrief, ApiDigest } from "./api.ts";
import { isBefore, walkTo } from "./clock-walk.ts";
import { openEar } from "./ear.ts";
import type { Letter } from "./letter.ts";
import { openPostOffice, type PostOffice } from "./post-office.ts";
import { type Program, type StoryPerson, startProgram } from "./program.ts";
import { startStandInModel } from "./stand-in-model.ts";
import type { Reply } from "./stand-in-reply.ts";
import type { Told } from "./telling.ts";

/** A time of job search in motion: the whole program, its mailbox, and the clock that both follow. */
export type Season = {
  readonly person: StoryPerson;
  readonly api: Api;
  readonly office: PostOffice;
  readonly now: () => Temporal.Instant;
  /** Now in the person's zone. */
  readonly local: () => Temporal.ZonedDateTime;
  /**
   * Lets time pass to `target`, through every instant at which something falls due, so that nothing is jumped over.
   * Ends early when `stop` says so. A target in the past only settles.
   */
  readonly passTo: (target: Temporal.Instant, stop?: () => boolean) => Promise<void>;
  /** Waits until everything that is due now is done. */
  readonly settle: () => Promise<void>;
  /** The model answers so from now on. */
  readonly breakModel: (trouble: Reply) => void;
  /** Shuts the mailbox's IMAP server until this instant of the story. */
  readonly shutImapUntil: (back: Temporal.Instant) => void;
  /** The newest digest that has come to the person's mailbox, and its mail. */
  readonly newestDigest: () => Promise<{ digest: ApiDigest; letter: Letter } | null>;
  readonly newestDebrief: () => Promise<{ debrief: ApiDebrief; letter: Letter } | null>;
  readonly close: () => Promise<void>;
};

export type SeasonOptions = {
  readonly person: StoryPerson;
  /** Where the story's clock begins. */
  readonly from: Temporal.Instant;
  /** Everything that happens, in words, in order of time. */
  readonly tell: (told: Told) => void;
  /** Shows the text of what the program writes to the person. */
  readonly withTexts?: boolean;
  /** Runs after every stretch of time. */
  readonly afterwards?: (season: Season) => Promise<void>;
  /** Ends the program at once, whatever it is waiting for. */
  readonly signal?: AbortSignal;
  /** A model on loopback writes drafts: plain ones, from the facts that it is given. */
  readonly withModel?: boolean;
  readonly redisUrl?: string;
  readonly imapUrl?: string;
  readonly smtpUrl?: string;
};

/** Opens the mailbox, starts the program, sets its clock and connects the one to the other. */
export async function openSeason(options: SeasonOptions): Promise<Season> {
  let now = options.from;
  let program: Program | null = null;
  const office = await openPostOffice({
    address: options.person.address,
    password: freshPassword(),
    now: () => now,
    bringsMailToOthers: async () => program !== null && bringsMailToOthers(program.api),
    ...(options.imapUrl === undefined ? {} : { imapUrl: options.imapUrl }),
    ...(options.smtpUrl === undefined ? {} : { smtpUrl: options.smtpUrl }),
  });
  const model = options.withModel ? await startStandInModel() : null;
  let closing: Promise<void> | null = null;
  const closeAll = async () => {
    await program?.stop();
    await office.close();
    await model?.close();
  };
  const close = () => (closing ??= closeAll());
  try {
    program = await startProgram({
      ...(options.redisUrl === undefined ? {} : { redisUrl: options.redisUrl }),
      ...(model === null ? {} : { modelUrl: model.baseUrl }),
    });
    options.signal?.throwIfAborted();
    options.signal?.addEventListener("abort", () => void close());
    await program.api.moveClock(options.from);
    await program.connect(options.person, office);
  } catch (error) {
    await close();
    throw error;
  }

  const { api, lastWords } = program;
  const hear = openEar(api, office, options);
  let imapBackAt: Temporal.Instant | null = null;

  const move = async (to?: Temporal.Instant) => {
    if (to !== undefined) now = to;
    if (imapBackAt !== null && !isBefore(now, imapBackAt)) {
      imapBackAt = null;
      office.openImap();
      options.tell({ at: now, event: "fault", says: "The IMAP server is back." });
    }
    const answer = await api.moveClock(to).catch((error: unknown) => {
      const says = error instanceof Error ? error.message : String(error);
      throw new Error(`${says}\nThe program's last words:\n${lastWords()}`, { cause: error });
    });
    now = later(now, answer.now);
    await hear();
    await options.afterwards?.(season);
    return answer;
  };

  const season: Season = {
    person: options.person,
    api,
    office,
    now: () => now,
    local: () => now.toZonedDateTimeISO(options.person.zone),
    passTo: (target, stop = () => false) =>
      walkTo(target, { clock: api.clock, move, alsoAt: () => imapBackAt, stop }),
    settle: async () => {
      await move();
    },
    breakModel: (trouble) => model?.follow([trouble]),
    shutImapUntil: (back) => {
      imapBackAt = back;
      office.shutImap();
    },
    newestDigest: async () => {
      for (const digest of await api.digests()) {
        const letter = mailTo(office, digest.message_id);
        if (letter !== null) return { digest, letter };
      }
      return null;
    },
    newestDebrief: async () => {
      for (const debrief of await api.debriefs()) {
        const letter = mailTo(office, debrief.message_id);
        if (letter !== null) return { debrief, letter };
      }
      return null;
    },
    close,
  };
  await season.settle();
  return season;
}

/** Whether the mail on its way right now goes to someone else; while both kinds are on their way it waits for the answer. */
async function bringsMailToOthers(api: Api): Promise<boolean> {
  for (let look = 0; look < 60; look += 1) {
    const live = (await api.outbox()).filter(({ state }) => state === "claimed" || state === "transmitting");
    const kinds = new Set(live.map(({ purpose }) => purpose));
    if (!kinds.has("draft")) return false;
    if (!kinds.has("self")) return true;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return false;
}

const mailTo = (office: PostOffice, messageId: string): Letter | null =>
  office.toPerson.find(({ letter }) => letter.messageId === messageId.replace(/^<|>$/g, ""))?.letter ?? null;

const later = (a: Temporal.Instant, b: Temporal.Instant) => (isBefore(a, b) ? b : a);
