import { join } from "node:path";
import type { DraftRequest, ThreadMail } from "../domain/draft-request.ts";
import { languageNames } from "../domain/language.ts";
import { cleanLine } from "../domain/plain-text.ts";
import { ok, type Result } from "../domain/result.ts";
import type { DraftPrompts, RefusedText } from "../ports/drafting.ts";
import { fenced } from "./fence.ts";
import { loadPrompt, type Prompt } from "./prompt.ts";
import { type MailName, mailName, mailNames } from "./templates.ts";
import { withoutSecrets } from "./without-secrets.ts";

const longestFacts = 3_000;
const longestNote = 1_200;
const longestMail = 1_500;

/** Reads `prompts/draft.md` and the pages of every kind beside it, once at start. Refuses in one sentence that says which page needs a correction. */
export async function loadDraftPrompts(folder: string): Promise<Result<DraftPrompts, string>> {
  const page = await loadPrompt(folder, "draft");
  if (!page.ok) return page;
  const tasks = new Map<MailName, Prompt>();
  for (const name of mailNames) {
    const task = await loadPrompt(join(folder, "draft"), name);
    if (!task.ok) return task;
    tasks.set(name, task.value);
  }
  const taskOf = ({ basis: { kind, ordinal } }: DraftRequest): Prompt => {
    const task = tasks.get(mailName(kind, ordinal));
    if (task === undefined) throw new Error(`there is no page for ${kind}`);
    return task;
  };
  return ok({
    version: (request) =>
      [page.value, taskOf(request)].map(({ name, version }) => `${name}@${version}`).join(" "),
    fill: (request, refused) => page.value.fill(inputsOf(request, taskOf(request).fill({}), refused)),
  });
}

function inputsOf(request: DraftRequest, task: string, refused: RefusedText | undefined) {
  const { basis, quoted, thread, voice, plain, change, formality } = request;
  const paragraphs = plain.split("\n\n");
  return {
    task,
    language: languageNames[basis.language],
    formality: formality === "formal" ? "in a formal manner" : "in a familiar manner",
    person: basis.personName,
    greeting: paragraphs[0] ?? "",
    sign_off: (paragraphs.at(-1) ?? "").split("\n")[0] ?? "",
    // A role, a name or a promise may be somebody else's words.
    facts: fenced(withoutSecrets([...quoted, ...basis.stated].join("\n")), longestFacts),
    own: basis.own.map((note) => fenced(withoutSecrets(note), longestNote)).join("\n") || nothing,
    thread: thread.map(inWords).join("\n\n") || nothing,
    voice: voice || "Nothing is known of it: plain and friendly.",
    plain: fenced(plain, longestMail),
    change:
      change === null
        ? ""
        : `\nThey were shown this draft:\n${fenced(change.shown, longestMail)}\nThey want it changed, and this wish counts unless a rule above forbids it:\n${fenced(change.wish, 500)}\n`,
    faults:
      refused === undefined
        ? ""
        : `\nYou wrote this before, and it cannot be shown:\n${fenced(refused.text, longestMail)}\nPut this right:\n${refused.faults.map(({ says, words }) => `- ${says} (${fenced(words, 80)})`).join("\n")}\n`,
  };
}

const nothing = "(nothing)";

const inWords = ({ by, name, day, text }: ThreadMail): string =>
  `${by === "employer" ? "They" : "The person"}, on ${day}, ${fenced(cleanLine(name), 60)}:\n${fenced(withoutSecrets(text), longestMail)}`;
