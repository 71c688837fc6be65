import { z } from "zod";

const word = z.string().transform((value) => value.trim().toLowerCase());
const text = z.union([z.string(), z.number()]).transform(String);

/** One thing that a reply must bring about, or "ask_back" or "nothing". `item` is the number of a line. */
const wanted = z.object({
  item: z.coerce.number().int().nullish(),
  decision: word,
  argument: text.nullish(),
});
export type Wanted = z.output<typeof wanted>;

/** A line of the digest; whatever else stands there says of what kind it is ("check_in", "belongs", "reopened"). */
const item = z
  .looseObject({
    n: z.coerce.number().int().positive(),
    type: z.enum(["draft", "question", "candidacy"]),
    employer: z.string().optional(),
  })
  .transform(({ n, type, employer, ...others }) => ({
    n,
    type,
    employer,
    says: JSON.stringify(others).toLowerCase(),
  }));
export type Item = z.output<typeof item>;

const digest = z.object({
  items: z.array(item).min(1),
  /** Decisions that were taken before the reply arrives. */
  before: z.array(wanted).nullish(),
});
export type NamedDigest = z.output<typeof digest>;

const reply = z.object({
  id: text,
  style: word.nullish(),
  digest: text.nullish(),
  headers: z.record(z.string(), z.unknown()).nullish(),
  text: z.string().nullish(),
  html: z.string().nullish(),
  expect: z.array(wanted).nullish(),
  expect_any: z.array(z.array(wanted)).min(1).nullish(),
});

/** A reply as it is played. `expects` holds every list of which any one, in full, is right. */
export type Reply = Pick<z.output<typeof reply>, "id" | "style" | "digest" | "text" | "html"> & {
  readonly headers: Readonly<Record<string, string>>;
  readonly expects: readonly (readonly Wanted[])[];
};

/** A line of the file that cannot be played, and why. */
export type Unplayable = { readonly id: string; readonly why: string };

/** Reads `replies.jsonl`. What does not fit is given beside the rest: foreign files hold anything. */
export function repliesIn(file: string): { replies: readonly Reply[]; unplayable: readonly Unplayable[] } {
  const replies: Reply[] = [];
  const unplayable: Unplayable[] = [];
  for (const [at, line] of file.split("\n").entries()) {
    if (line.trim() === "") continue;
    const json = jsonIn(line);
    const read = reply.safeParse(json);
    const expects = read.success
      ? (read.data.expect_any ?? (read.data.expect ? [read.data.expect] : []))
      : [];
    if (read.success && expects.length > 0)
      replies.push({ ...read.data, headers: linesOf(read.data.headers ?? {}), expects });
    else
      unplayable.push({
        id: z.object({ id: text }).safeParse(json).data?.id ?? `line ${at + 1}`,
        why: read.success ? "it expects nothing" : firstIssue(read.error),
      });
  }
  return { replies, unplayable };
}

/** Reads `digests.json`; what is no digest is left out, and its replies cannot be played. */
export function digestsIn(file: string): ReadonlyMap<string, NamedDigest> {
  const named = z.record(z.string(), z.unknown()).parse(JSON.parse(file));
  return new Map(
    Object.entries(named).flatMap(([name, value]) => {
      const read = digest.safeParse(value);
      return read.success ? [[name, read.data]] : [];
    }),
  );
}

const linesOf = (headers: Readonly<Record<string, unknown>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) =>
      typeof value === "string" && value.trim() !== ""
        ? [[name.toLowerCase(), value.replace(/\s*\r?\n\s*/g, " ").trim()]]
        : [],
    ),
  );

const firstIssue = ({ issues: [issue] }: z.ZodError): string =>
  `${issue?.path.join(".") ?? ""} ${issue?.message ?? ""}`.trim();

function jsonIn(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}
