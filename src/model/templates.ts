import { join } from "node:path";
import { z } from "zod";
import type { FollowUpKind } from "../domain/follow-up.ts";
import { ok, type Result, refuse } from "../domain/result.ts";
import type { Template } from "../domain/template.ts";
import { readTemplate } from "../domain/template-reading.ts";
import { readFrontMatter } from "./front-matter.ts";

const templateNames = [
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
  "debrief",
] as const;
export type TemplateName = (typeof templateNames)[number];
export type Templates = Readonly<Record<TemplateName, Template>>;

const front = z.object({
  name: z.string(),
  version: z.int().positive(),
  subject: z.string().min(1),
  sign_offs: z.array(z.string()),
});

/** Gives the template of a follow-up; `ordinal` tells the first check-in from the second. */
export const templateFor = (templates: Templates, kind: FollowUpKind, ordinal: number): Template =>
  templates[kind === "check_in" ? (ordinal >= 2 ? "check_in_2" : "check_in_1") : kind];

/** Reads all templates of a folder, or says in one sentence which file needs a correction. Files come from the program's own folder, so they are read once at start. */
export async function loadTemplates(folder: string): Promise<Result<Templates, string>> {
  const loaded = new Map<TemplateName, Template>();
  for (const name of templateNames) {
    const template = await loadTemplate(join(folder, `${name}.md`), name);
    if (!template.ok) return template;
    loaded.set(name, template.value);
  }
  const get = (name: TemplateName): Template => {
    const template = loaded.get(name);
    if (template === undefined) throw new Error(`The template ${name} was not loaded`);
    return template;
  };
  return ok({
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
    debrief: get("debrief"),
  });
}

async function loadTemplate(file: string, name: TemplateName): Promise<Result<Template, string>> {
  const read = await readFrontMatter(file);
  if (read === null)
    return refuse(`${file} cannot be read. Put the template back, or reinstall the program.`);
  const fields = front.safeParse(read.head);
  if (!fields.success || fields.data.name !== name)
    return refuse(
      `${file} must begin with its front matter between two lines of ---, with name: ${name}, version, subject and sign_offs.`,
    );
  const { version, subject, sign_offs: signOffs } = fields.data;
  return readTemplate({ name, version, subject, signOffs }, read.body);
}
