import type { DraftBasis } from "../../domain/draft-basis.ts";
import { type Frame, frameOf } from "./frame-reading.ts";
import { flatten, plain, type Sources, sourcesOf } from "./sources.ts";

/** A draft taken apart, as the checks read it. Marks are plain, `text` alone is as it came. */
export type DraftReading = {
  readonly basis: DraftBasis;
  readonly text: string;
  /** The text without the person's own signature, which may hold their number and page. */
  readonly checked: string;
  readonly sources: Sources;
  readonly frame: Frame;
  /** Lines between greeting and sign-off, and what they say as one text. */
  readonly lines: readonly string[];
  readonly body: string;
  /** Sentences of the body and the sign-off. */
  readonly sentences: readonly string[];
  /** Those among them that the writer of the draft answers for: neither the person's own, word for word, nor a quotation from the thread. Names and role are blanked. */
  readonly written: readonly string[];
};

/** Stands where a name or a quotation stood. */
const blank = "█";

/** Takes a draft apart. */
export function readDraft(text: string, basis: DraftBasis): DraftReading {
  const sources = sourcesOf(basis);
  const frame = frameOf(plain(text), basis);
  const own = (basis.signature ?? []).join("\n").trim();
  const paragraphs = frame.lines
    .join("\n")
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.replaceAll(/\s*\n\s*/g, " ").trim());
  const sentences = [...paragraphs.flatMap(sentencesIn), frame.signOff ?? ""].filter((one) => one !== "");
  return {
    basis,
    text,
    checked: own !== "" && text.trimEnd().endsWith(own) ? text.trimEnd().slice(0, -own.length) : text,
    sources,
    frame,
    lines: frame.lines,
    body: paragraphs.join("\n\n"),
    sentences,
    written: sentences
      .map((sentence) => withoutQuotations(sentence, sources))
      .filter((sentence) => !isOwn(sentence, sources))
      .map((sentence) => blanked(sentence, basis)),
  };
}

const sentencesIn = (paragraph: string): readonly string[] => paragraph.split(/(?<=[.!?…;]["')]?)\s+/);

/** The person's own sentence, word for word; two words alone are nobody's. */
function isOwn(sentence: string, { own }: Sources): boolean {
  const flat = flatten(sentence);
  return flat.split(" ").length > 5 && own.includes(flat);
}

/** What stands between quotation marks and is theirs, word for word, is no claim of the writer's. */
const withoutQuotations = (sentence: string, { flat }: Sources): string =>
  sentence.replaceAll(/"([^"]{10,400})"/g, (whole, words: string) =>
    flat.includes(flatten(words)) ? `"${blank}"` : whole,
  );

/** "I accept any salary" is no role, whoever calls one so. */
const speaks =
  /(?<!\p{L})(?:i|we|you|my|our|your|ich|wir|je|nous|yo|ik|wij|eu|accepts?|akzeptiere|accepte|acepto|accepteer|aceito|will|any)(?!\p{L})/iu;

/** Blanks the employer's and the role's names, so that a "Payroll Manager" talks of no pay. A name that is a sentence is no name. */
export function blanked(sentence: string, { employer, role, personName, recipient }: DraftBasis): string {
  return [employer, role ?? "", personName, recipient.name]
    .map(plain)
    .filter(
      (name) =>
        name.length > 2 && !/[.:;!?]\s/.test(name) && name.split(" ").length <= 8 && !speaks.test(name),
    )
    .toSorted((a, b) => b.length - a.length)
    .reduce((rest, name) => rest.replaceAll(name, blank.repeat(name.length)), sentence);
}
