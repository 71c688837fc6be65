import { join } from "node:path";
import { z } from "zod";
import type { FollowUpKind } from "../domain/follow-up.ts";
import type { Frame } from "../domain/framing.ts";
import { type Language, languages } from "../domain/language.ts";
import { ok, type Result, refuse } from "../domain/result.ts";
import type { Template } from "../domain/template.ts";
import { readTemplate } from "../domain/template-reading.ts";
import { loadFrame } from "./frames.ts";
import { readFrontMatter } from "./front-matter.ts";

export const mailNames = [
  "stage_question",
  "thank_you",
  "check_in_1",
  "check_in_2",
  "decision_request",
  "breakup",
  "graceful_no",
  "keep_in_touch",
  "direct_line",
  "withdraw",
] as const;
export type MailName = (typeof mailNames)[number];

/** What is written in one language. */
export type LanguageTemplates = {
  readonly frame: Frame;
  readonly mails: Readonly<Record<MailName, Template>>;
};
/** All that is written, and the debrief, which goes to the person. */
export type Templates = {
  readonly languages: Readonly<Record<Language, LanguageTemplates>>;
  readonly debrief: Template;
};

const front = z.object({ name: z.string(), version: z.int().positive(), subject: z.string().min(1) });

/** Gives the name of a follow-up's template; `ordinal` tells the first check-in from the second. */
export const mailName = (kind: FollowUpKind, ordinal: number): MailName =>
  kind === "check_in" ? (ordinal >= 2 ? "check_in_2" : "check_in_1") : kind;

/** Reads all templates of a folder, in every language, or says in one sentence which file needs a correction. Files come from the program's own folder, so they are read once at start. */
export async function loadTemplates(folder: string): Promise<Result<Templates, string>> {
  const debrief = await loadTemplate(folder, "debrief");
  if (!debrief.ok) return debrief;
  const loaded: Partial<Record<Language, LanguageTemplates>> = {};
  for (const language of languages) {
    const one = await loadLanguage(join(folder, language), language);
    if (!one.ok) return one;
    loaded[language] = one.value;
  }
  const { en, de, fr, es, nl, pt } = loaded;
  if (!en || !de || !fr || !es || !nl || !pt) throw new Error("a language was not loaded");
  return ok({ languages: { en, de, fr, es, nl, pt }, debrief: debrief.value });
}

async function loadLanguage(folder: string, language: Language): Promise<Result<LanguageTemplates, string>> {
  const frame = await loadFrame(folder, language);
  if (!frame.ok) return frame;
  const mails = new Map<MailName, Template>();
  for (const name of mailNames) {
    const template = await loadTemplate(folder, name);
    if (!template.ok) return template;
    mails.set(name, template.value);
  }
  const get = (name: MailName): Template => {
    const template = mails.get(name);
    if (template === undefined) throw new Error(`The template ${name} was not loaded`);
    return template;
  };
  return ok({
    frame: frame.value,
    mails: {
      stage_question: get("stage_question"),
      thank_you: get("thank_you"),
      check_in_1: get("check_in_1"),
      check_in_2: get("check_in_2"),
      decision_request: get("decision_request"),
      breakup: get("breakup"),
      graceful_no: get("graceful_no"),
      keep_in_touch: get("keep_in_touch"),
      direct_line: get("direct_line"),
      withdraw: get("withdraw"),
    },
  });
}

async function loadTemplate(folder: string, name: MailName | "debrief"): Promise<Result<Template, string>> {
  const file = join(folder, `${name}.md`);
  const read = await readFrontMatter(file);
  if (read === null)
    return refuse(`${file} cannot be read. Put the template back, or reinstall the program.`);
  const fields = front.safeParse(read.head);
  if (!fields.success || fields.data.name !== name)
    return refuse(
      `${file} must begin with its front matter between two lines of ---, with name: ${name}, version and subject.`,
    );
  const template = readTemplate(fields.data, read.body);
  return template.ok ? template : refuse(`${file}: ${template.error}`);
}
