import { convert } from "html-to-text";
import { cleanText } from "../domain/plain-text.ts";

/** Styles that senders use to hide text from the eye but not from a machine (POLICY 8.9). */
const hidden = [
  "display:none",
  "display: none",
  "visibility:hidden",
  "visibility: hidden",
  "mso-hide:all",
  "mso-hide: all",
  "font-size:0",
  "font-size: 0",
  "max-height:0",
  "max-height: 0",
  "opacity:0;",
  "opacity: 0;",
];

const selectors = [
  { selector: "a", options: { ignoreHref: true } },
  ...["img", "head", "style", "script", "template", "[hidden]"].map((selector) => ({
    selector,
    format: "skip" as const,
  })),
  ...hidden.map((style) => ({ selector: `[style*="${style}"]`, format: "skip" as const })),
  ...["h1", "h2", "h3", "h4", "h5", "h6"].map((selector) => ({ selector, options: { uppercase: false } })),
];

/**
 * Gives the readable text of an HTML part, hidden text left out, paragraphs as they stand.
 * HTML that no converter likes becomes an empty text: the mail is kept, its words are not known.
 */
export function textOfHtml(html: string): string {
  try {
    return cleanText(
      convert(bounded(html), {
        wordwrap: false,
        // Its default takes the zero-width space for white space and would leave broken words broken (POLICY 8.9).
        whitespaceCharacters: " \t\r\n\f",
        selectors,
        limits: { maxDepth: 60 },
      }),
    );
  } catch {
    return "";
  }
}

/** What a person writes stands at the front; styles, tables and quotes make up the rest. */
const longestHtml = 400_000;
/** The converter's time grows with the square of the depth: no honest mail nests so far (SAFETY R25). */
const deepest = 300;
/** Elements without an end, and those that the next of their kind ends. */
const flat = new Set(
  "area base br col embed hr img input link meta source track wbr p li dd dt tr td th tbody thead tfoot option".split(
    " ",
  ),
);

/** The HTML up to where it is too long or its open elements are too many. Ends of elements that were never begun do not count. */
function bounded(html: string): string {
  const start = html.slice(0, longestHtml);
  const open = new Map<string, number>();
  let depth = 0;
  for (const tag of start.matchAll(/<(\/?)([a-z][a-z0-9:-]{0,30})/gi)) {
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
