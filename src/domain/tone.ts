import type { Language } from "./language.ts";
import type { QuoteShape } from "./quoted-original.ts";

/** How formal a thread is: `formal` where the other side is addressed by title and last name, or as Sie, vous, usted or u. */
export const formalities = ["formal", "familiar"] as const;
export type Formality = (typeof formalities)[number];

/** How a person writes in one language. What too few mails show is null. */
export type LanguageTone = {
  /** Mails that this was read from. */
  readonly basedOn: number;
  /** With `{name}` where the name stands: "Dear {name},", "Hi {name}". */
  readonly greetings: Readonly<Record<Formality, string | null>>;
  /** With the punctuation that follows: "Kind regards,", "Viele Grüße". */
  readonly signOffs: Readonly<Record<Formality, string | null>>;
  /** True for "I'm" and "don't", false for "I am" and "do not". */
  readonly contracts: boolean | null;
  readonly wordsPerSentence: number | null;
  /** Median of words in a mail, without greeting, sign-off, signature and quote. */
  readonly wordsPerMail: number | null;
  /** Habits of punctuation, as shares of mails between 0 and 1. */
  readonly exclaims: number;
  readonly dashes: number;
  readonly emoji: number;
};

/** What the person's own mail program puts around their words in most of their newer answers. */
export type ProgramManner = {
  /** How it quotes the mail that is answered. */
  readonly quote: QuoteShape;
  /** It sends an HTML part beside the plain text. */
  readonly html: boolean;
  /** It puts the line "-- " above the signature (RFC 3676 section 4.3). */
  readonly marksSignature: boolean;
};

/** How a person writes, read from mails that they wrote to people (POLICY 5). The person can read all of it, and delete it. */
export type ToneProfile = {
  readonly basedOn: number;
  readonly languages: Readonly<Partial<Record<Language, LanguageTone>>>;
  readonly spelling: "british" | "american" | null;
  /** The lines below the name, as the person closes mails with; empty where they use none. */
  readonly signature: readonly string[];
  /** Absent: too few of their answers show it. */
  readonly program?: ProgramManner;
  /** Three to five passages of their own writing, without names, addresses and numbers. */
  readonly passages: readonly { readonly language: Language; readonly text: string }[];
};

/** Fewer mails than this say nothing about how somebody writes: the drafts stay neutral. */
export const fewestMails = 5;

/**
 * What one edit of a draft says about how the person wants to be written for (POLICY 5). `says` is a short preference that they can read,
 * without names, figures and dates; the other fields are what it changes in a profile.
 */
export type Lesson = { readonly language: Language; readonly says: string } & (
  | { readonly rule: "greeting" | "sign_off"; readonly formality: Formality; readonly wants: string }
  /** `words`: what the text had when they were done with it. */
  | { readonly rule: "shorter" | "longer"; readonly words: number }
  | { readonly rule: "contractions" | "exclamation"; readonly wants: boolean }
);
