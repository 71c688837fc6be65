import type { DraftBasis } from "./draft-basis.ts";
import type { Formality } from "./tone.ts";

/** A mail of the thread as a model may see it: the newest words of one side, without quote and signature. */
export type ThreadMail = {
  readonly by: "employer" | "person";
  readonly name: string;
  /** ISO date on the recipient's calendar. */
  readonly day: string;
  readonly text: string;
};

/** What a model is asked to write: one candidacy, and nothing of any other (SAFETY R43). */
export type DraftRequest = {
  /** What the draft may rest on; it is checked against this afterwards. */
  readonly basis: DraftBasis;
  /** Facts in the words of others: employer, role, names, what they promised. Part of the basis' thread. */
  readonly quoted: readonly string[];
  /** Oldest first. */
  readonly thread: readonly ThreadMail[];
  readonly formality: Formality;
  /** How the person writes, in a few lines and passages; empty where nothing is known of it. */
  readonly voice: string;
  /** The same mail from the template: greeting, sign-off and what must be said. */
  readonly plain: string;
  /** What the person wants changed in the draft that they were shown; null for a first draft. */
  readonly change: { readonly wish: string; readonly shown: string } | null;
};

/** What decides whether two requests ask for the same: all but the template's wording, which goes round, and the day on which it is asked. */
export const askedFor = ({ plain, basis: { today, ...basis }, ...request }: DraftRequest): string =>
  JSON.stringify({ ...request, basis });
