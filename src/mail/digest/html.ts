import { answerableItems, type Digest, headline, pauseLine } from "../../domain/digest.ts";
import { cleanLine, cleanText } from "../../domain/plain-text.ts";
import { spokenDate } from "../../domain/spoken.ts";
import {
  type Answer,
  answers,
  changeLine,
  draftTitle,
  draftWhy,
  examples,
  interviewLine,
  mailbox,
  mailto,
  place,
  quotation,
  repairable,
  repairSentence,
  rewordSentence,
  unconfirmedLine,
} from "./lines.ts";
import { styles } from "./styles.ts";

/** Gives the HTML of a digest: no script, no picture, no address but `mailto:` to the person themselves (SAFETY R34). Throws when MJML finds a fault: the pages are ours. */
export function digestHtml(digest: Digest): Promise<string> {
  const day = spokenDate(digest.today, digest.today);
  const opening = digest.drafts.length > 0 ? " Nothing is sent before you say so." : "";
  const last = answerableItems(digest).at(-1)?.n;
  return page(`${day}: ${headline(digest)}`, [
    heading(day, `${headline(digest)}.${opening} ${pauseLine(digest) ?? ""}`.trim()),
    ...digest.drafts.map((draft) => draftCard(digest, draft)),
    list("Questions", [
      ...digest.questions.map(({ n, asks, question, evidence }) =>
        row(
          n,
          `${escaped(cleanLine(question))} ${proof(evidence)}`,
          links(digest, answers.question(n, asks), examples.question(n, asks)),
        ),
      ),
      ...digest.unconfirmed.map((one) =>
        row(one.n, escaped(unconfirmedLine(one)), links(digest, answers.unconfirmed(one.n))),
      ),
    ]),
    list(
      "Today and tomorrow",
      digest.interviews.map((one) => row(one.n, escaped(interviewLine(one)), "")),
    ),
    list(
      "They are waiting for you",
      digest.waitingForYou.map(({ n, employer, asks }) =>
        row(n, `<b>${escaped(cleanLine(employer))}</b> ${proof(asks)}`, ""),
      ),
    ),
    list(
      "Since the last digest",
      digest.changes.map((change) =>
        row(
          change.n,
          escaped(changeLine(change)),
          links(digest, answers.change(change.n, change.change), examples.change(change.n)),
        ),
      ),
    ),
    list(
      "Waiting",
      digest.waiting.map((one) =>
        row(one.n, `<b>${escaped(place(one))}</b><br>${escaped(cleanLine(one.because))}`, ""),
      ),
    ),
    list(
      "Trouble",
      digest.troubles.map((trouble) => row(null, escaped(cleanLine(trouble)), "")),
    ),
    footer(
      `A button opens a mail with the answer written in it; sending it is the answer. Replying to this mail does the same: “1 ok”, “2 skip”, “3 later friday”.${rewordSentence(digest)}${last === undefined ? "" : ` ${repairSentence(repairable(digest) ?? last)}`}`,
    ),
  ]);
}

/** Gives the HTML of a short mail of ours: a heading and paragraphs. */
export const noteHtml = (title: string, text: string, foot: string): Promise<string> =>
  page(title, [heading(title, ""), section(`<mj-text>${paragraphs(text)}</mj-text>`), footer(foot)]);

function draftCard(digest: Digest, draft: Digest["drafts"][number]): string {
  const [usual, ...others] = answers.draft(draft.n);
  const buttons = [
    ...(usual === undefined ? [] : [button(digest, usual, "aw-button aw-first")]),
    ...others.map((answer) => button(digest, answer, "aw-button")),
  ].join(" ");
  const letter = draft.brief
    ? `<mj-text css-class="aw-soft">You have seen it three times; the text has not changed.</mj-text>`
    : `<mj-text padding-top="14px" padding-bottom="6px"><div class="aw-soft">To ${escaped(mailbox(draft.to))}<br>Subject: ${escaped(cleanLine(draft.subject))}</div></mj-text>
       <mj-text><div class="aw-letter">${paragraphs(draft.text)}</div></mj-text>`;
  return section(
    `<mj-text><div class="aw-title">${number(draft.n)}${escaped(draftTitle(draft))}</div><div class="aw-soft">${escaped(draftWhy(draft))}</div></mj-text>
     ${letter}
     <mj-text padding-top="16px">${buttons}</mj-text>`,
    "aw-card",
  );
}

const heading = (title: string, words: string): string =>
  `<mj-section padding="28px 10px 12px"><mj-column><mj-text><div class="aw-brand">Afterword</div><div class="aw-day">${escaped(title)}</div>${words === "" ? "" : `<div class="aw-soft">${escaped(words)}</div>`}</mj-text></mj-column></mj-section>`;

const section = (content: string, look = "aw-card"): string =>
  `<mj-wrapper padding="6px 10px"><mj-section css-class="${look}" padding="18px 2px 14px"><mj-column>${content}</mj-column></mj-section></mj-wrapper>`;

const list = (title: string, rows: readonly string[]): string =>
  rows.length === 0
    ? ""
    : section(`<mj-text><div class="aw-head">${escaped(title)}</div>${rows.join("")}</mj-text>`);

const row = (n: number | null, words: string, after: string): string =>
  `<div class="aw-row">${n === null ? "" : number(n)}${words}${after === "" ? "" : `<div class="aw-links">${after}</div>`}</div>`;

const footer = (words: string): string =>
  `<mj-section padding="14px 10px 32px"><mj-column><mj-text><div class="aw-soft aw-small">${escaped(words)}</div></mj-text></mj-column></mj-section>`;

const number = (n: number): string => `<span class="aw-number">${n}</span>`;
const proof = (words: string | null): string => `<span class="aw-soft">${escaped(quotation(words))}</span>`;

const button = (digest: Digest, { write, label }: Answer, look: string): string =>
  `<a class="${look}" href="${escaped(mailto(digest, write))}">${escaped(label)}</a>`;

/** Buttons, and behind them in words what needs a word of the person's. */
const links = (digest: Digest, choices: readonly Answer[], others: readonly string[] = []): string =>
  [
    ...choices.map((answer) => button(digest, answer, "aw-button aw-slim")),
    ...others.map((words) => `<span class="aw-soft">or “${escaped(words)}”</span>`),
  ].join(" ");

const paragraphs = (text: string): string =>
  cleanText(text)
    .trim()
    .split(/\n{2,}/)
    .map((paragraph) => `<p>${escaped(paragraph).replaceAll("\n", "<br>")}</p>`)
    .join("");

/** For text and for quoted attributes alike. */
const escaped = (text: string): string => text.replace(/[&<>"'{}]/g, (sign) => `&#${sign.charCodeAt(0)};`);

async function page(title: string, sections: readonly string[]): Promise<string> {
  // A second of loading that a command which makes no digest does not wait for.
  const { default: mjml2html } = await import("mjml");
  const { html, errors } = await mjml2html(
    `<mjml lang="en"><mj-head>
      <mj-title>${escaped(title)}</mj-title>
      <mj-preview>${escaped(title)}</mj-preview>
      <mj-breakpoint width="480px" />
      <mj-attributes>
        <mj-all font-family="-apple-system, 'Segoe UI', Roboto, Helvetica, Arial, sans-serif" />
        <mj-text font-size="16px" line-height="1.5" color="#1d2328" padding="0 18px" />
      </mj-attributes>
      <mj-raw><meta name="color-scheme" content="light dark" /><meta name="supported-color-schemes" content="light dark" /></mj-raw>
      <mj-style>${styles}</mj-style>
    </mj-head><mj-body width="600px" css-class="aw-body" background-color="#f3f1ec">${sections.join("")}</mj-body></mjml>`,
    { fonts: {}, keepComments: false, validationLevel: "soft", ignoreIncludes: true },
  );
  const [fault] = errors;
  if (fault !== undefined) throw new Error(fault.formattedMessage);
  return html;
}
