import type { Temporal } from "temporal-polyfill";
import type { OwnMail, Proof } from "./approval.ts";
import { cleanLine } from "./plain-text.ts";
import { spokenDate } from "./spoken.ts";
import type { StoryData, StoryRecord } from "./story-record.ts";

/** So much of a hash tells two texts apart; `--json` has all of it. */
export const shortHash = (hash: string): string => hash.slice(0, 12);

/** The proof that the journal keeps with a decision, or null. */
export const proofIn = ({ proof }: StoryData): Proof | null =>
  typeof proof === "object" && proof !== null && "by" in proof ? proof : null;

/** Gives what proves a decision to be the person's, as a sentence (SAFETY R29, R35). `today` is the person's date. */
export function proofWords(proof: Proof, digests: StoryRecord["digests"], today: Temporal.PlainDate): string {
  const digest = (id: string): string => {
    const day = digests[id];
    return day ? `the digest of ${spokenDate(day, today)}` : "a digest";
  };
  switch (proof.by) {
    case "reply": {
      const answered = `${proof.confirmationId ? "a short mail about " : ""}${digest(proof.digestId)}`;
      return `Proof: ${ownMail(proof)} to ${answered}, known by ${tokens[proof.token]}; ${senders(proof)}.`;
    }
    case "command":
      return `Proof: ${ownMail(proof)} to a short mail of mine; ${senders(proof)}.`;
    case "link":
      return `Proof: the link in ${digest(proof.mailId)}; who pressed the button is not known.`;
    case "hand":
      return "Proof: what you did in your own mailbox.";
    case "cli":
      return "Proof: it was said at the command line of this installation.";
    case "api":
      return "Proof: it was said through the API, with the token of this installation.";
  }
}

/** What was kept before Message-IDs were has none. */
const ownMail = ({ mail }: OwnMail): string => (mail ? `your reply <${cleanLine(mail)}>` : "your reply");

const tokens: Readonly<Record<Extract<Proof, { by: "reply" }>["token"], string>> = {
  references: "the Message-ID that it answers",
  subject: "the mark in its subject",
  plus_address: "the mark in its address",
};

const senders = ({ sender, signed }: OwnMail): string =>
  sender === "sent_folder"
    ? "its copy lies in your Sent folder"
    : `its signature was checked${signed ? ` (${cleanLine(signed)})` : ""}`;
