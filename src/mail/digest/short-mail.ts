import { cleanText } from "../../domain/plain-text.ts";
import { card, cell, footer, heading, page, paragraphs } from "./frame.ts";

/** Gives the HTML of a short mail of ours: its subject as the heading, since our name stands above it, paragraphs, and drafts that are quoted in it as in a digest. */
export const shortMailHtml = (title: string, text: string, foot: string): Promise<string> =>
  page(title, [
    heading(capital(title.replace(/^Afterword: /, ""))),
    card(`<div class="aw-note">${partsOf(text).map(drawn).join("")}</div>`),
    footer(foot),
  ]);

/** Pieces of the text: each run of lines behind quote marks is one, whatever its lines look like (SAFETY R47). */
const partsOf = (text: string): readonly string[] =>
  cleanText(text)
    .trim()
    .split(/\n{2,}(?=>)|(?<=(?:^|\n)>[^\n]*)\n{2,}/);

const drawn = (part: string, at: number, all: readonly string[]): string =>
  part.startsWith(">")
    ? cell("aw-letter", paragraphs(part.replaceAll(/^> ?/gm, "")))
    : paragraphs(part, at < all.length - 1 ? "spaced" : "");

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);
