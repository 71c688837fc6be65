import { join } from "node:path";
import { z } from "zod";
import { ok, type Result, refuse } from "../domain/result.ts";
import { readFrontMatter } from "./front-matter.ts";

/** The words given to a model, with named places to fill. */
export type Prompt = {
  readonly name: string;
  readonly version: number;
  readonly fill: (inputs: Readonly<Record<string, string>>) => string;
};

const front = z.strictObject({
  name: z.string(),
  version: z.int().positive(),
  inputs: z.array(z.string()),
});

/** Reads `prompts/NAME.md`. Refuses, in one sentence that says what to do, a file without its front matter or with a place that is not among its inputs. */
export async function loadPrompt(folder: string, name: string): Promise<Result<Prompt, string>> {
  const file = join(folder, `${name}.md`);
  const read = await readFrontMatter(file);
  if (read === null) return refuse(`${file} cannot be read. Put the prompt back, or reinstall the program.`);
  const fields = front.safeParse(read.head);
  if (!fields.success || fields.data.name !== name)
    return refuse(
      `${file} must begin with its front matter between two lines of ---: name: ${name}, version and inputs.`,
    );
  const { version, inputs } = fields.data;
  const words = read.body.replaceAll(/<!--[\s\S]*?-->\n*/g, "").trim();
  const places = [...words.matchAll(place)].map(([, found = ""]) => found);
  const unknown =
    places.find((found) => !inputs.includes(found)) ?? inputs.find((input) => !places.includes(input));
  if (unknown !== undefined)
    return refuse(`${file}: {${unknown}} must stand both in its inputs and in its text.`);
  return ok({
    name,
    version,
    // One pass: what is filled in is never searched for places again.
    fill: (values) => words.replaceAll(place, (_, found: string) => values[found] ?? ""),
  });
}

const place = /\{([a-z_]+)\}/g;
