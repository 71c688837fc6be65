import { cleanText } from "../../domain/plain-text.ts";
import { darkStyles, inlineStyles, outlookDarkStyles } from "./styles.ts";

/** The frame that every mail of ours shares: a heading, cards, a line below. No script, no picture, no font from elsewhere (SAFETY R34, R55). */

/** For text and for quoted attributes alike. */
export const escaped = (text: string): string =>
  text.replace(/[&<>"'{}]/g, (sign) => `&#${sign.charCodeAt(0)};`);

export const heading = (title: string, ...words: readonly string[]): string =>
  cell(
    "aw-heading",
    `<div class="aw-brand">Afterword</div><h1 class="aw-day">${escaped(title)}</h1>${words.map(softLine).join("")}`,
  );

export const softLine = (words: string): string =>
  words === "" ? "" : `<div class="aw-soft">${escaped(words)}</div>`;

export const card = (content: string): string => `${cell("aw-card", content)}${cell("aw-gap", "&#160;")}`;

export const footer = (...words: readonly string[]): string =>
  cell("aw-footer", words.map((line) => `<div class="aw-soft aw-small">${escaped(line)}</div>`).join(""));

/** One cell over the whole width: only of cells Word draws borders and padding. `looks` is the class of the cell. */
export const cell = (looks: string, content: string): string =>
  `<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0"><tr><td class="${looks}">${content}</td></tr></table>`;

/** A link that looks like a button, at least 44 px high. `href` and `label` are plain text. */
export type Button = {
  readonly href: string;
  readonly label: string;
  readonly looks: "first" | "plain" | "quiet";
};

const classes = { first: "aw-button aw-first", plain: "aw-button", quiet: "aw-quiet" };
const wordCells = {
  first: `<td bgcolor="#23584a" style="padding:9px 18px;border:1px solid #23584a">`,
  plain: `<td style="padding:9px 14px;border:1px solid #cfc8ba">`,
  quiet: `<td style="padding:9px 8px 9px 0">`,
};

/** Buttons beside each other, wrapping where there is no room. Word gets each in a cell of its own. */
export function buttons(row: readonly Button[]): string {
  if (row.length === 0) return "";
  const drawn = row.map(
    ({ href, label, looks }) =>
      `<!--[if mso]>${wordCells[looks]}<![endif]--><a class="${classes[looks]}" href="${escaped(href)}">${escaped(label)}</a><!--[if mso]></td><td width="8"></td><![endif]-->`,
  );
  const gap = row.every(({ looks }) => looks === "quiet") ? "" : `<tr><td height="10"></td></tr>`;
  return `<div class="aw-buttons"><!--[if mso]><table role="presentation" cellpadding="0" cellspacing="0">${gap}<tr><![endif]-->${drawn.join("\n")}<!--[if mso]></tr></table><![endif]--></div>`;
}

/** Paragraphs as they are written, line breaks kept; `spaced`: something follows. */
export const paragraphs = (text: string, end: "spaced" | "" = ""): string =>
  cleanText(text)
    .trim()
    .split(/\n{2,}/)
    .map((paragraph) => escaped(paragraph).replaceAll("\n", "<br>"))
    .map(
      (words, at, all) => `<p${at === all.length - 1 && end === "" ? ' style="margin:0"' : ""}>${words}</p>`,
    )
    .join("\n");

const font = "-apple-system, 'Segoe UI', Roboto, Helvetica, Arial, sans-serif";

/** Gives a whole page. Throws when MJML finds a fault: the pages are ours. */
export async function page(title: string, sections: readonly string[]): Promise<string> {
  // A second of loading that a command which makes no digest does not wait for.
  const { default: mjml2html } = await import("mjml");
  const { html, errors } = await mjml2html(
    `<mjml lang="en"><mj-head>
      <mj-title>${escaped(title)}</mj-title>
      <mj-preview>${escaped(title)}</mj-preview>
      <mj-breakpoint width="480px" />
      <mj-attributes>
        <mj-all font-family="${font}" />
        <mj-text font-size="16px" line-height="1.5" color="#1d2328" padding="0 8px" />
      </mj-attributes>
      <mj-style inline="inline">${inlineStyles}</mj-style>
      <mj-raw><meta name="color-scheme" content="light dark" /><meta name="supported-color-schemes" content="light dark" /><meta name="format-detection" content="telephone=no, date=no, address=no, email=no, url=no" /><meta name="x-apple-disable-message-reformatting" />
      <style type="text/css">${darkStyles}</style><style type="text/css">${outlookDarkStyles}</style></mj-raw>
    </mj-head><mj-body width="600px" css-class="aw-body" background-color="#f3f1ec"><mj-section padding="0"><mj-column><mj-text>${sections.join("\n")}</mj-text></mj-column></mj-section></mj-body></mjml>`,
    { fonts: {}, keepComments: false, validationLevel: "soft", ignoreIncludes: true },
  );
  const [fault] = errors;
  if (fault !== undefined) throw new Error(fault.formattedMessage);
  return html;
}
