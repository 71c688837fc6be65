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
      convert(html, {
        wordwrap: false,
        // Its default takes the zero-width space for white space and would leave broken words broken (POLICY 8.9).
        whitespaceCharacters: " \t\r\n\f",
        selectors,
        limits: { maxDepth: 60, maxInputLength: 1_000_000 },
      }),
    );
  } catch {
    return "";
  }
}
