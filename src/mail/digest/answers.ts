import type { Temporal } from "temporal-polyfill";
import type { QuestionKind } from "../../domain/approval.ts";
import type { ChangePart } from "../../domain/digest.ts";
import { laterExample } from "../../domain/later.ts";

/** Something that a line understands: what is written, and what a button for it is called. */
export type Answer = { readonly write: string; readonly label: string };

/** The answers that are whole as they stand. The first is the usual one. */
export const answers = {
  draft: (n: number, today: Temporal.PlainDate): Answer[] => [
    { write: `${n} ok`, label: "Send it" },
    { write: `${n} skip`, label: "Skip" },
    { write: `${n} later`, label: "Later" },
    laterOn(n, laterExample(today)),
  ],
  question: (n: number, asks: QuestionKind): Answer[] => [
    ...(asks === "which" || asks === "time" || asks === "occasion"
      ? []
      : [{ write: `${n} yes`, label: "Yes" }]),
    { write: `${n} no`, label: noOf[asks] },
  ],
  change: (n: number, change: ChangePart["change"]): Answer[] =>
    change === "closed"
      ? [{ write: `${n} reopen`, label: "Reopen" }]
      : change === "new"
        ? [{ write: `${n} is nothing`, label: "It is nothing" }]
        : [{ write: `${n} undo`, label: "Undo" }],
  waiting: (n: number): Answer[] => [{ write: `${n} close`, label: "Close it" }],
  unconfirmed: (n: number): Answer[] => [
    { write: `${n} was sent`, label: "Was sent" },
    { write: `${n} send again`, label: "Send again" },
  ],
};

const laterOn = (n: number, day: string): Answer => ({
  write: `${n} later ${day}`,
  label: `Later, on ${day.charAt(0).toUpperCase()}${day.slice(1)}`,
});

const noOf: Readonly<Record<QuestionKind, string>> = {
  kind: "No",
  belongs: "No",
  which: "To none",
  opens: "No",
  follow: "No",
  time: "No time yet",
  occasion: "Not this time",
  contact: "No",
};

/** Beginnings of answers that need words of the person's: `example` is one of them whole. */
export type Beginning = Answer & { readonly example: string };

export const beginnings = {
  draft: (n: number): Beginning[] => [
    { write: `${n}: `, label: "Other words …", example: `${n}: shorter, please` },
  ],
  question: (n: number, asks: QuestionKind): Beginning[] =>
    ({
      kind: [somethingElse(n)],
      belongs: [elsewhere(n)],
      which: [elsewhere(n)],
      opens: [],
      follow: [],
      contact: [],
      time: [{ write: `${n} at `, label: "It is at …", example: `${n} at friday 14:00` }],
      occasion: [{ write: `${n}: `, label: "Tell one …", example: `${n}: they opened a second shop` }],
    })[asks],
  /** What the person did themselves was not read wrongly. */
  change: (n: number, change?: ChangePart["change"]): Beginning[] =>
    change === "left out" || change === "approved"
      ? []
      : [somethingElse(n, change === "new" ? "rejection" : "offer")],
};

/** What was read as new is hardly an offer already. */
const somethingElse = (n: number, kind = "offer"): Beginning => ({
  write: `${n} is `,
  label: "It is something else …",
  example: `${n} is ${kind}`,
});
const elsewhere = (n: number): Beginning => ({
  write: `move ${n} to `,
  label: "It belongs to …",
  example: `move ${n} to NAME`,
});

/** A mail to the person's own address that says one answer, with the digest's token in its subject (POLICY 7.8, RFC 6068). */
export const mailto = (digest: { address: string; token: string }, write: string): string =>
  `mailto:${encodeURIComponent(digest.address).replaceAll("%40", "@")}?subject=${encodeURIComponent(`Re: Afterword [aw-${digest.token}]`)}&body=${encodeURIComponent(write)}`;
