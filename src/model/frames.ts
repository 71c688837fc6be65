import { join } from "node:path";
import { z } from "zod";
import type { Frame } from "../domain/framing.ts";
import type { Language } from "../domain/language.ts";
import { ok, type Result, refuse } from "../domain/result.ts";
import { readFrontMatter } from "./front-matter.ts";

const plain = z.string().regex(/^[^{}[\]\n]+$/);
const named = z.string().regex(/^[^{}[\]\n]*\{name\}[^{}[\]\n]*$/);
const some = <T extends z.ZodType>(one: T) => z.array(one).min(1);

const frame = z.object({
  name: z.literal("frame"),
  version: z.int().positive(),
  greetings: z.strictObject({ formal: some(named), familiar: some(named) }),
  nameless: some(plain),
  sign_offs: z.strictObject({ formal: some(plain), familiar: some(plain) }),
});

/** Reads the greetings and sign-offs of one language, `frame.md` of its folder, or says in one sentence what it must hold. */
export async function loadFrame(folder: string, language: Language): Promise<Result<Frame, string>> {
  const file = join(folder, "frame.md");
  const read = await readFrontMatter(file);
  if (read === null) return refuse(`${file} cannot be read. Put it back, or reinstall the program.`);
  const fields = frame.extend({ language: z.literal(language) }).safeParse(read.head);
  if (!fields.success)
    return refuse(
      `${file} must begin with its front matter between two lines of ---: name: frame, language: ${language}, version, greetings (formal and familiar, each with one {name}), nameless, and sign_offs (formal and familiar).`,
    );
  const { greetings, nameless, sign_offs: signOffs } = fields.data;
  return ok({ language, greetings, nameless, signOffs });
}
