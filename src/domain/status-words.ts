import type { CandidacyState } from "./candidacy.ts";

/** How things stand, with days and times in words of the person's zone. */
export type Standing = {
  readonly pausedUntil: string | null;
  readonly candidacies: readonly {
    readonly name: string;
    readonly state: CandidacyState;
    /** What is awaited and until when, as it was last planned. */
    readonly because: string;
  }[];
  readonly interviews: readonly { readonly when: string; readonly name: string }[];
  /** Approved mails that have not left. */
  readonly leaving: readonly { readonly to: string; readonly when: string }[];
  readonly nextDigest: string | null;
};

/** Gives the text of a status mail: what is awaited of whom, what is ahead, what waits to leave (plain text, one line each). */
export function statusText(standing: Standing): string {
  const { pausedUntil, candidacies, interviews, leaving, nextDigest } = standing;
  // During a pause every one of them says only that.
  const of = (wanted: (one: Standing["candidacies"][number]) => boolean): string[] =>
    candidacies
      .filter(wanted)
      .map(({ name, state, because }) => `${name}: ${pausedUntil === null ? because : stateWords[state]}`);
  const closed = candidacies.filter(({ state }) => state === "closed").length;
  return [
    pausedUntil === null ? "" : `Paused until ${pausedUntil}: nothing is proposed and nothing leaves before.`,
    block(
      "They wait for you",
      of((one) => isOpen(one) && waitsForPerson(one)),
    ),
    block(
      "You wait for them",
      of((one) => isOpen(one) && !waitsForPerson(one)),
    ),
    block(
      "Keeping in touch",
      of(({ state }) => state === "keeping_in_touch"),
    ),
    block(
      "Signed",
      of(({ state }) => state === "signed"),
    ),
    candidacies.length === 0 ? "There is no candidacy yet." : closed === 0 ? "" : `${closed} closed.`,
    block(
      "Interviews ahead",
      interviews.map(({ when, name }) => `${when}: ${name}`),
    ),
    block(
      "Waiting to leave",
      leaving.map(({ to, when }) => `To ${to}, ${when}`),
    ),
    nextDigest === null
      ? "No digest comes while no mailbox is connected."
      : `The next digest comes ${nextDigest}.`,
  ]
    .filter((part) => part !== "")
    .join("\n\n");
}

type One = Standing["candidacies"][number];
const isOpen = ({ state }: One): boolean =>
  state !== "signed" && state !== "closed" && state !== "keeping_in_touch";
const waitsForPerson = ({ state, because }: One): boolean =>
  state === "offered" || /waiting for you/i.test(because);

const stateWords: Readonly<Record<CandidacyState, string>> = {
  applied: "they have your application",
  interviewing: "interviews",
  awaiting_decision: "they decide",
  offered: "an offer",
  accepted: "accepted",
  signed: "signed",
  closed: "closed",
  keeping_in_touch: "keeping in touch",
};

const block = (title: string, lines: readonly string[]): string =>
  lines.length === 0 ? "" : `${title.toUpperCase()}\n${lines.map((line) => `- ${line}`).join("\n")}`;
