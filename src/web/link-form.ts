import { z } from "zod";
import type { LinkAct } from "../domain/link.ts";

/** Longer than any text that a form may hold, in characters of at most four bytes that are written as three each. */
export const largestForm = 96 * 1_024;

export const formType = "application/x-www-form-urlencoded";

/** What a button says: the name of an act, or "later" with the words of a reply behind it. */
const form = z.object({
  act: z.enum(["approve", "skip", "later", "later friday", "later next week", "wish", "edit", "undo"]),
  wish: z.string().default(""),
  text: z.string().default(""),
});

/** Gives what a form asks for; null where it is none of ours. Of a field that stands there twice the last counts. */
export function actIn(body: string): LinkAct | null {
  const read = form.safeParse(Object.fromEntries(new URLSearchParams(body)));
  if (!read.success) return null;
  const { act, wish, text } = read.data;
  switch (act) {
    case "approve":
    case "skip":
    case "undo":
      return { type: act };
    case "wish":
      return { type: "wish", wish };
    case "edit":
      return { type: "edit", text };
    case "later":
    case "later friday":
    case "later next week":
      return { type: "later", until: act.slice("later ".length) };
  }
}
