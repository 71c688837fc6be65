import type { Digest } from "../../domain/digest.ts";
import { headline } from "../../domain/digest-words.ts";
import { cleanLine } from "../../domain/plain-text.ts";
import { aliveLines } from "../../domain/sign-of-life.ts";
import { spokenDate } from "../../domain/spoken.ts";
import { type Answer, answers, beginnings, mailto } from "./answers.ts";
import { type Button, buttons, card, cell, escaped, footer, heading, page, softLine } from "./frame.ts";
import { letter } from "./letter.ts";
import {
  changeLine,
  draftTitle,
  draftWhy,
  help,
  interviewLine,
  opening,
  pausing,
  place,
  quotation,
  seenOften,
  unconfirmedLine,
} from "./lines.ts";

/**
 * Gives the HTML of a digest: no script, no picture, no address but `mailto:` to the person themselves and, with links, the page of each draft (SAFETY R34). Drafts stand first and whole:
 * where Gmail clips what is longer than 102 kB, that is the end, and the plain text has it.
 */
export function digestHtml(digest: Digest): Promise<string> {
  const day = spokenDate(digest.today, digest.today);
  return page(`${day}: ${headline(digest)}`, [
    heading(day, opening(digest), pausing(digest)),
    ...(digest.alive
      ? [
          card(
            aliveLines(digest.alive)
              .map((line, at) => row(at, [escaped(cleanLine(line))]))
              .join(""),
          ),
        ]
      : []),
    ...digest.drafts.map((draft) => draftCard(digest, draft)),
    list(
      "Questions",
      digest.questions.map(({ n, asks, question, evidence }) => [
        `${number(n)}${escaped(cleanLine(question))}`,
        proof(evidence),
        links(digest, answers.question(n, asks), beginnings.question(n, asks)),
      ]),
    ),
    list(
      "Today and tomorrow",
      digest.interviews.map((one) => [`${number(one.n)}${escaped(interviewLine(one))}`]),
    ),
    list(
      "They are waiting for you",
      digest.waitingForYou.map(({ n, employer, asks }) => [
        `${number(n)}<b>${escaped(cleanLine(employer))}</b>`,
        proof(asks),
      ]),
    ),
    list(
      "Since the last digest",
      digest.changes.map((change) => [
        `${number(change.n)}${escaped(changeLine(change))}`,
        proof(change.evidence),
        change.letter ? letter(change.letter) : "",
        links(digest, answers.change(change.n, change.change), beginnings.change(change.n, change.change)),
      ]),
    ),
    list(
      "Waiting",
      digest.waiting.map((one) => [
        `${number(one.n)}<b>${escaped(place(one))}</b><br>${escaped(cleanLine(one.because))}`,
        buttons(answers.waiting(one.n).map((answer) => button(digest, answer, "quiet"))),
      ]),
      "aw-tight",
    ),
    list(
      "Decided by a link",
      (digest.byLink ?? []).map((says) => [escaped(cleanLine(says))]),
    ),
    list("Trouble", [
      ...digest.unconfirmed.map((one) => [
        `${number(one.n)}${escaped(unconfirmedLine(one))}`,
        links(digest, answers.unconfirmed(one.n), []),
      ]),
      ...digest.troubles.map((trouble) => [escaped(cleanLine(trouble))]),
    ]),
    footer(
      "A button opens a mail with the answer in it; sending that is the answer. Replying to this mail does the same.",
      ...help(digest),
    ),
  ]);
}

function draftCard(digest: Digest, draft: Digest["drafts"][number]): string {
  const choices = answers.draft(draft.n, digest.today);
  return card(
    [
      `<h2 class="aw-title">${number(draft.n)}${escaped(draftTitle(draft))}</h2>${softLine(draftWhy(draft))}`,
      draft.brief ? softLine(seenOften) : letter(draft),
      buttons(choices.slice(0, 3).map((answer, at) => button(digest, answer, at === 0 ? "first" : "plain"))),
      buttons([
        ...(draft.link ? [{ href: draft.link, label: "Look at it", looks: "quiet" } as const] : []),
        ...[...choices.slice(3), ...beginnings.draft(draft.n)].map((answer) =>
          button(digest, answer, "quiet"),
        ),
      ]),
    ].join(""),
  );
}

const list = (title: string, rows: readonly (readonly string[])[], looks = ""): string =>
  rows.length === 0
    ? ""
    : card(
        `<h2 class="aw-head">${escaped(title)}</h2>${rows.map((parts, at) => row(at, parts, looks)).join("")}`,
      );

const row = (at: number, parts: readonly string[], looks = ""): string =>
  cell(`aw-row${at === 0 ? " aw-row-first" : ""} ${looks}`.trim(), parts.join(""));

const number = (n: number): string => `<span class="aw-number">${n}.</span> `;
const proof = (words: string | null): string => softLine(quotation(words));

const button = (digest: Digest, { write, label }: Answer, looks: Button["looks"]): Button => ({
  href: mailto(digest, write),
  label,
  looks,
});

/** What is whole first, then what needs a word of the person's. */
const links = (digest: Digest, choices: readonly Answer[], others: readonly Answer[]): string =>
  buttons([
    ...choices.map((answer) => button(digest, answer, "plain")),
    ...others.map((answer) => button(digest, answer, "quiet")),
  ]);
