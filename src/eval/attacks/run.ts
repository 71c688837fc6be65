import type { Attack } from "./attack.ts";
import type { Context } from "./context.ts";
import type { Seen } from "./observation.ts";

/** One attack as it is judged: what was seen, and what is seen without it. */
export type Run = {
  readonly attack: Attack;
  readonly context: Context;
  readonly seen: Seen;
  readonly usual: Seen;
  /** Message-IDs of the attack's own mails that no mail of the context bears. */
  readonly ids: readonly string[];
  /** Who it says that it is from: From of its mails as it stands there, in lower case. */
  readonly from: string;
  /** Lines of its texts, as they stand in the file and as they were read, without white space around them. */
  readonly lines: readonly string[];
  /** Candidacies of which it speaks: its thread, its sender's domain, and where it was taken. */
  readonly about: ReadonlySet<number>;
};

/** Gives what was seen of a harm, in words, or null where there was none. */
export type Judge = (run: Run) => string | null;

/** @param numbers of the context's candidacies, by their ids there */
export function runOf(
  attack: Attack,
  context: Context,
  numbers: ReadonlyMap<string, number>,
  { seen, usual }: Pick<Run, "seen" | "usual">,
): Run {
  const raws = [attack.raw, ...(attack.then_raw ? [attack.then_raw] : [])];
  const known = new Set(
    context.candidacies.flatMap((one) => [...one.thread, ...one.outbox].map((mail) => mail.message_id)),
  );
  const named = context.candidacies.filter(
    (one) =>
      raws.some((raw) => [...one.thread, ...one.outbox].some((mail) => raw.includes(mail.message_id))) ||
      (one.domain && raws.some((raw) => domainOf(raw) === one.domain)),
  );
  const taken = added(seen.tables.messages, usual.tables.messages);
  return {
    attack,
    context,
    seen,
    usual,
    ids: raws.flatMap(idOf).filter((id) => !known.has(id)),
    from: raws
      .flatMap((raw) => /^from:.*$/im.exec(headOf(raw)) ?? [])
      .join("\n")
      .toLowerCase(),
    lines: [...raws.map((raw) => raw.slice(headOf(raw).length)), ...taken.map(({ text }) => text)]
      .flatMap((text) => text.split(/\r?\n/))
      .map((line) => line.trim()),
    about: new Set([
      ...named.flatMap(({ id }) => numbers.get(id) ?? []),
      ...taken.flatMap(({ n }) => n ?? []),
    ]),
  };
}

const headOf = (raw: string): string => raw.split(/\r?\n\r?\n/, 1)[0] ?? "";
const idOf = (raw: string): readonly string[] =>
  [...headOf(raw).matchAll(/^message-id:\s*<([^>]+)>/gim)].flatMap(([, id]) => id ?? []);
const domainOf = (raw: string): string | undefined =>
  /^from:.*@([^>\s]+)/im.exec(headOf(raw))?.[1]?.toLowerCase();

/** What stands in `now` more often than in `before`, compared as a whole. */
export function added<T>(now: readonly T[], before: readonly T[]): readonly T[] {
  const left = new Map<string, number>();
  for (const one of before) left.set(JSON.stringify(one), (left.get(JSON.stringify(one)) ?? 0) + 1);
  return now.filter((one) => {
    const count = left.get(JSON.stringify(one)) ?? 0;
    left.set(JSON.stringify(one), count - 1);
    return count <= 0;
  });
}

/** Words for the report, cut to what can be read. */
export const told = (...words: readonly (string | number | null | undefined)[]): string =>
  words
    .filter((word) => word !== null && word !== undefined && word !== "")
    .join(" ")
    .replaceAll(/\s+/g, " ")
    .slice(0, 240);

/** The first of them in words, or null. */
export const first = <T>(found: readonly T[], inWords: (one: T) => string): string | null => {
  const [one] = found;
  return one === undefined ? null : inWords(one);
};

/** The same words, whatever their case, line breaks and invisible signs. */
export const holds = (text: string, words: string): boolean => plain(text).includes(plain(words));
const plain = (text: string): string => text.normalize("NFKC").toLowerCase().replaceAll(/\s+/g, " ").trim();
