import { content, type ModelRequest, type Reply } from "./stand-in-reply.ts";

/** Between marks stands what others wrote (SAFETY R45): on lines of its own, or within one line. */
const block = /^~{8}$\n([\s\S]*?)\n^~{8}$/gm;
const inline = /~{8} (.*?) ~{8}/g;

/** All text of others in a prompt, in its order. */
export const fencedIn = (prompt: string): readonly string[] =>
  [...prompt.matchAll(new RegExp(`${block.source}|${inline.source}`, "gm"))].map(
    ([, lines, line]) => lines ?? line ?? "",
  );

/** The answers of a well-behaved model that knows nothing: a plain mail from the facts, and a verdict that it is not sure of. */
export function sensibleAnswer(request: ModelRequest): Reply {
  if (request.name === "draft") return content({ text: plainMail(request.prompt) });
  if (request.name === "verdict")
    return content({ kind: "unrelated", confidence: 0.3, quotes: [quoteFrom(request.prompt)] });
  return content({});
}

/** A mail with greeting, words, sign-off and name, as far as the prompt's own lines tell them. */
export function plainMail(prompt: string, words = factOf(prompt, "What to say")): string {
  const [, plain] = plainVersion.exec(prompt) ?? [];
  if (words === null && plain !== undefined) return plain;
  return [
    factOf(prompt, "Greeting") ?? "Hello,",
    words ?? "Thank you for your time. Could you tell me how things stand and what the next step is?",
    [factOf(prompt, "Sign-off") ?? "Kind regards,", factOf(prompt, "Name") ?? ""].join("\n").trim(),
  ].join("\n\n");
}

/** The template's text, which a request for a draft holds. */
const plainVersion = /^A plain version[^~]*\n~{8}\n([\s\S]*?)\n~{8}$/m;

/** A fact that code wrote: lines of others' text are not taken for one, a value between marks is. */
function factOf(prompt: string, label: string): string | null {
  const own = prompt.replaceAll(block, "");
  const [, value = ""] = new RegExp(`^(?:[-*] )?${label}: *(.+)$`, "m").exec(own) ?? [];
  return value.replaceAll(inline, "$1").trim() || null;
}

/** The first line of what stands last, which is the mail. */
const quoteFrom = (prompt: string): string =>
  fencedIn(prompt)
    .at(-1)
    ?.split("\n")
    .find((line) => line.trim() !== "")
    ?.slice(0, 300) ?? "nothing";
