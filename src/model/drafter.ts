import { z } from "zod";
import { ok } from "../domain/result.ts";
import type { Drafter, DraftPrompts } from "../ports/drafting.ts";
import type { Endpoint } from "./endpoint.ts";

/** One field of text; whatever else an answer holds makes it none (SAFETY R42). */
const schema = z.strictObject({ text: z.string().min(1).max(6_000) });

/** Has a model write drafts over that endpoint. */
export const createDrafter = (endpoint: Endpoint, prompts: DraftPrompts): Drafter => ({
  write: async (personId, request, { refused, enough } = {}) => {
    const prompt = prompts.fill(request, refused);
    const answer = await endpoint.ask({ personId, name: "draft", prompt, schema, ...(enough && { enough }) });
    if (!answer.ok) return answer;
    const { value, tokensIn, tokensOut } = answer.value;
    return ok({ text: inParagraphs(value.text), tokensIn, tokensOut });
  },
});

/** Line ends of one kind and one empty line between paragraphs; what hides is left for the checks to find. */
const inParagraphs = (text: string): string =>
  text
    .replaceAll(/\r\n?/g, "\n")
    .replaceAll(/[ \t]+$/gm, "")
    .replaceAll(/\n{3,}/g, "\n\n")
    .trim();
