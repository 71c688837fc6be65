import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Temporal } from "temporal-polyfill";
import { isMap, LineCounter, parseDocument } from "yaml";
import { z } from "zod";
import { type Result, refuse } from "../domain/result.ts";
import type { StoryPerson } from "./program.ts";
import { type Expectation, expectationSchema } from "./story-expectations.ts";
import { personSchema } from "./story-fields.ts";
import { type Step, stepSchemas, verbs } from "./story-steps.ts";

/** A story as it was written, with every time in the person's wall clock and each mail file at hand. */
export type Story = {
  readonly directory: string;
  readonly person: StoryPerson;
  readonly steps: readonly Step[];
  readonly expectations: readonly Expectation[];
  /** The bytes of every file that a step names. */
  readonly files: ReadonlyMap<string, Buffer>;
};

/** Everything that is wrong with a story, each as "story.yaml:12: …". */
export type StoryErrors = readonly string[];

const top = z.strictObject({
  person: z.unknown(),
  steps: z.array(z.unknown()),
  expect: z.array(z.unknown()).optional(),
  title: z.string().optional(),
  about: z.string().optional(),
});

/**
 * Reads the story in a folder (DESIGN section 10).
 * @param directory folder with `story.yaml` and the mails it names
 * @returns the story, or all errors at once with the line they stand on.
 */
export async function readStory(directory: string): Promise<Result<Story, StoryErrors>> {
  const file = join(directory, "story.yaml");
  const source = await readFile(file, "utf8").catch(() => null);
  if (source === null) return refuse([`${file}: there is no such file.`]);

  const lines = new LineCounter();
  const document = parseDocument(source, { lineCounter: lines, uniqueKeys: true });
  const errors: string[] = document.errors.map(
    (error) => `${file}:${lines.linePos(error.pos[0]).line}: ${error.message.split("\n", 1)[0]}`,
  );
  if (errors.length > 0) return refuse(errors);

  const lineOf = (path: readonly PropertyKey[]): number => {
    for (let length = path.length; length >= 0; length -= 1) {
      const node: unknown = length === 0 ? document.contents : document.getIn(path.slice(0, length), true);
      const range = typeof node === "object" && node !== null && "range" in node ? node.range : null;
      if (Array.isArray(range) && typeof range[0] === "number") return lines.linePos(range[0]).line;
    }
    return 1;
  };
  const complain = (path: readonly PropertyKey[], says: string) => {
    errors.push(`${file}:${lineOf(path)}: ${path.length === 0 ? "" : `${path.join(".")}: `}${says}`);
  };
  const read = <T>(schema: z.ZodType<T>, value: unknown, path: readonly PropertyKey[]): T | null => {
    const parsed = schema.safeParse(value);
    if (parsed.success) return parsed.data;
    for (const issue of parsed.error.issues) complain([...path, ...issue.path], issue.message);
    return null;
  };

  if (!isMap(document.contents)) return refuse([`${file}:1: A story has person, steps and expect.`]);
  const outline = read(top, document.toJS(), []);
  if (outline === null) return refuse(errors);
  const person = read(personSchema, outline.person, ["person"]);

  const steps: Step[] = [];
  const files = new Map<string, Buffer>();
  for (const [index, raw] of outline.steps.entries()) {
    const step = readStep(raw, ["steps", index], read, complain);
    if (step === null) continue;
    const before = steps.at(-1);
    if (before !== undefined && earlierThan(step.at, before.at))
      complain(
        ["steps", index, "at"],
        "Steps stand in order of time; this one is earlier than the one above.",
      );
    steps.push(step);
    if (step.verb !== "arrives") continue;
    const mail = await readFile(join(directory, step.file)).catch(() => null);
    if (mail === null)
      complain(["steps", index, "arrives"], `There is no file ${step.file} in the story's folder.`);
    else files.set(step.file, mail);
  }

  const expectations: Expectation[] = [];
  for (const [index, raw] of (outline.expect ?? []).entries()) {
    const expectation = read(expectationSchema, raw, ["expect", index]);
    if (expectation === null) continue;
    const { at } = expectation;
    if (at !== null && steps.some((step) => step.at.equals(at)))
      complain(["expect", index, "at"], "A step happens at this very minute; look a minute later.");
    expectations.push(expectation);
  }
  if (errors.length > 0 || person === null) return refuse(errors);
  return { ok: true, value: { directory, person, steps, expectations, files } };
}

/** A step is named by its verb; the verb's own schema then reads it, so that an error speaks of that verb only. */
function readStep(
  raw: unknown,
  path: readonly PropertyKey[],
  read: <T>(schema: z.ZodType<T>, value: unknown, path: readonly PropertyKey[]) => T | null,
  complain: (path: readonly PropertyKey[], says: string) => void,
): Step | null {
  const keys = typeof raw === "object" && raw !== null ? Object.keys(raw) : [];
  const named = verbs.filter((verb) => keys.includes(verb));
  const [verb] = named;
  if (verb === undefined || named.length > 1) {
    complain(path, `A step does exactly one thing of: ${verbs.join(", ")}.`);
    return null;
  }
  const schema: z.ZodType<Step> = stepSchemas[verb];
  return read(schema, raw, path);
}

const earlierThan = (a: Temporal.PlainDateTime, b: Temporal.PlainDateTime): boolean =>
  a.toString() < b.toString();
