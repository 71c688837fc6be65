import { convert, type Formatter } from "html-to-text";
import { cleanText } from "../domain/plain-text.ts";
import { type Appearance, hiddenText } from "./hidden-text.ts";
import type { HtmlElement } from "./style-rules.ts";

const skipped = ["img", "head", "style", "script", "template", "title", "noscript", "object", "svg"];

/** The converter's own ways to write elements; here each is asked first what the eye sees. */
const written: Readonly<Record<string, readonly string[]>> = {
  inline: ["*"],
  anchor: ["a"],
  block: ["article", "aside", "div", "footer", "form", "header", "main", "nav", "section"],
  blockquote: ["blockquote"],
  lineBreak: ["br"],
  heading: ["h1", "h2", "h3", "h4", "h5", "h6"],
  horizontalLine: ["hr"],
  orderedList: ["ol"],
  unorderedList: ["ul"],
  paragraph: ["p"],
  pre: ["pre"],
  table: ["table"],
};

const selectors = [
  ...Object.entries(written).flatMap(([format, names]) =>
    names.map((selector) => ({
      selector,
      format: "seen" as const,
      options: { as: format, ignoreHref: true, uppercase: false },
    })),
  ),
  ...skipped.map((selector) => ({ selector, format: "skip" as const })),
];

/** Writes an element as its tag asks, without what is hidden in it. */
const seen: Formatter<Appearance> = (element, walk, builder, options) => {
  const { gone, unseen } = builder.metadata(element);
  if (gone) return;
  if (unseen) element.children = element.children.filter((child) => child.type !== "text");
  builder.options.formatters[options.as]?.(element, walk, builder, options);
};

/**
 * Gives the readable text of an HTML part, hidden text (POLICY 8.9) and words struck through (7.3) left out, paragraphs as they stand.
 * HTML that no converter likes becomes an empty text: the mail is kept, its words are not known.
 */
export function textOfHtml(html: string): string {
  return readHtml(html).text;
}

/**
 * True where an HTML part strikes words through. A plain part beside it still has those words, and an approval above them is none of the draft as
 * it was shown (POLICY 7.3, SAFETY R12).
 */
export const strikesWords = (html: string): boolean => mayStrike.test(html) && readHtml(html).strikes;

/** Without such a mark nothing is struck, and most mails are spared the reading. */
const mayStrike = /<(?:s|strike|del)\b|line-through/i;

function readHtml(html: string): { readonly text: string; readonly strikes: boolean } {
  try {
    const start = bounded(html);
    const lookOf = hiddenText(start);
    let strikes = false;
    const appearance = (element: HtmlElement): Appearance => {
      const look = lookOf(element);
      strikes ||= look.struck;
      return look;
    };
    const text = convert(
      start,
      {
        wordwrap: false,
        // Its default takes the zero-width space for white space and would leave broken words broken (POLICY 8.9).
        whitespaceCharacters: " \t\r\n\f",
        formatters: { seen },
        selectors,
        limits: { maxDepth: 60 },
      },
      appearance,
    );
    return { text: cleanText(text), strikes };
  } catch {
    return { text: "", strikes: false };
  }
}

/** What a person writes stands at the front; styles, tables and quotes make up the rest. */
const longestHtml = 400_000;
/** No letter has so many elements, and each takes memory. */
const mostElements = 12_000;
/** The converter's time grows with the square of the depth: no honest mail nests so far (SAFETY R25). */
const deepest = 300;
/** Elements without an end, and those that the next of their kind ends. */
const flat = new Set(
  "area base br col embed hr img input link meta source track wbr p li dd dt tr td th tbody thead tfoot option".split(
    " ",
  ),
);

/** The HTML up to where it is too long or its elements are too many. Ends of elements that were never begun do not count. */
function bounded(html: string): string {
  const start = html.slice(0, longestHtml);
  const open = new Map<string, number>();
  let depth = 0;
  let elements = 0;
  for (const tag of start.matchAll(/<(\/?)([a-z][a-z0-9:-]{0,30})/gi)) {
    elements += 1;
    if (elements > 2 * mostElements) return start.slice(0, tag.index);
    const name = (tag[2] ?? "").toLowerCase();
    if (flat.has(name)) continue;
    const before = open.get(name) ?? 0;
    const step = tag[1] === "" ? 1 : before > 0 ? -1 : 0;
    open.set(name, before + step);
    depth += step;
    if (depth > deepest) return start.slice(0, tag.index);
  }
  return start;
}
