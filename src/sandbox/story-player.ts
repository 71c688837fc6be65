import { basename } from "node:path";
import { Temporal } from "temporal-polyfill";
import { openSeason, type Season } from "./season.ts";
import type { Story } from "./story.ts";
import { act } from "./story-acts.ts";
import { check } from "./story-checks.ts";
import type { Expectation } from "./story-expectations.ts";
import type { Step } from "./story-steps.ts";
import type { Teller, Told } from "./telling.ts";
import { lookAt } from "./view.ts";

export type PlayOptions = {
  readonly redisUrl?: string;
  readonly imapUrl?: string;
  readonly smtpUrl?: string;
  /** Ends the play early; then `playStory` throws the signal's reason. */
  readonly signal?: AbortSignal;
};

/** How a story ended. */
export type Ending = { readonly passed: number; readonly failed: number; readonly seconds: number };

/**
 * Plays a story on the whole program, from outside: mail in, mail out, the JSON API (DESIGN section 10).
 * @returns how many expectations held and how many failed; every failure has been told by then.
 * @throws Error when the program cannot be started or ends in the middle.
 */
export async function playStory(story: Story, teller: Teller, options: PlayOptions = {}): Promise<Ending> {
  const started = performance.now();
  const always = story.expectations.filter(({ at }) => at === null);
  const failedAlways = new Set<string>();
  let [passed, failed] = [0, 0];

  const report = (told: Omit<Told, "at">, at: Temporal.Instant) => {
    if (told.event === "failed") failed += 1;
    if (told.event === "passed") passed += 1;
    teller.tell({ at, ...told });
  };

  /** What must hold all the time is looked at after every stretch of time, and told once when it breaks. */
  let mailsSeen = 0;
  const watch = async (season: Season) => {
    const { departed, toPerson, named } = season.office;
    const mails = departed.length + toPerson.length + named().length;
    if (always.length === 0 || mails === mailsSeen) return;
    mailsSeen = mails;
    const view = await lookAt(season);
    for (const failure of always.flatMap(({ checks }) => check(checks, view))) {
      if (failedAlways.has(failure.expected)) continue;
      failedAlways.add(failure.expected);
      report({ event: "failed", says: `Always: ${failure.expected}. Seen: ${failure.seen}` }, season.now());
    }
  };

  const season = await openSeason({
    person: story.person,
    from: beginning(story),
    tell: teller.tell,
    afterwards: watch,
    withModel: story.steps.some(breaksModel),
    ...options,
  });
  try {
    for (const moment of momentsOf(story)) {
      options.signal?.throwIfAborted();
      await arriveAt(instantOf(moment.at, story), season);
      if ("step" in moment) {
        const hindrance = await act(moment.step, story, season, (event, says) =>
          teller.tell({ at: season.now(), event, says }),
        );
        if (hindrance !== null) report({ event: "failed", says: hindrance }, season.now());
        await season.settle();
        continue;
      }
      const failures = check(moment.expectation.checks, await lookAt(season));
      for (const { expected, seen } of failures)
        report({ event: "failed", says: `Expected ${expected}. Seen: ${seen}` }, season.now());
      if (failures.length === 0) report({ event: "passed", says: inWords(moment.expectation) }, season.now());
    }
    mailsSeen = -1;
    await watch(season);
    if (always.length > 0 && failedAlways.size === 0)
      report({ event: "passed", says: `All the time: ${always.map(inWords).join(", ")}` }, season.now());
  } catch (error) {
    // What breaks because the program was ended is no news.
    options.signal?.throwIfAborted();
    throw error;
  } finally {
    await season.close();
  }
  return { passed, failed, seconds: (performance.now() - started) / 1000 };
}

const breaksModel = (step: Step): boolean => step.verb === "fault" && step.fault.part === "model";

/** A moment that has passed already (the program was slow) still finds everything done that was due. */
async function arriveAt(at: Temporal.Instant, season: Season): Promise<void> {
  if (Temporal.Instant.compare(season.now(), at) < 0) await season.passTo(at);
  else await season.settle();
}

/** Short title of a story: its folder's name. */
export const titleOf = (story: Story): string => basename(story.directory);

type Moment = { readonly at: Temporal.PlainDateTime } & (
  | { readonly step: Step }
  | { readonly expectation: Expectation }
);

/** Steps and expectations in one order of time; steps keep theirs. */
function momentsOf(story: Story): readonly Moment[] {
  const steps: Moment[] = story.steps.map((step) => ({ at: step.at, step }));
  const expectations: Moment[] = story.expectations.flatMap((expectation) =>
    expectation.at === null ? [] : [{ at: expectation.at, expectation }],
  );
  return [...steps, ...expectations].toSorted((a, b) => Temporal.PlainDateTime.compare(a.at, b.at));
}

/** The start of the first day. */
function beginning(story: Story): Temporal.Instant {
  const first = momentsOf(story)[0]?.at ?? Temporal.PlainDateTime.from("2026-01-05T00:00");
  return first.toPlainDate().toZonedDateTime({ timeZone: story.person.zone }).toInstant();
}

const instantOf = (at: Temporal.PlainDateTime, story: Story): Temporal.Instant =>
  at.toZonedDateTime(story.person.zone).toInstant();

const inWords = ({ checks }: Expectation): string =>
  Object.entries(checks)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name.replaceAll("_", " ")}: ${valueInWords(value)}`)
    .join(", ");

const valueInWords = (value: unknown): string => {
  if (value === true) return "yes";
  if (typeof value !== "object" || value === null) return String(value);
  if (Array.isArray(value)) return value.length === 0 ? "none" : value.map(valueInWords).join(", ");
  // A date of Temporal knows how to say itself; a plain object does not.
  if (Object.getPrototypeOf(value) !== Object.prototype) return String(value);
  return Object.entries(value)
    .filter(([, inner]) => inner !== undefined)
    .map(([name, inner]) =>
      inner === true ? name.replaceAll("_", " ") : `${name.replaceAll("_", " ")} ${valueInWords(inner)}`,
    )
    .join(" ");
};
