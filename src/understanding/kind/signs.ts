import type { Language } from "../../domain/language.ts";
import type { Message } from "../../domain/message.ts";
import { isApplicantSystem, isFreeMail, isSharedAddress, registrable } from "../domains.ts";
import { annotate, type Token } from "../lexicon/annotate.ts";
import { languageOf } from "../lexicon/language.ts";
import { listEvidence } from "./automatic.ts";
import { conjunctionsIn } from "./conjunctions.ts";

/** A sign and how much of it there is. Names of signs are what the table of weights is keyed by. */
export type Signs = ReadonlyMap<string, number>;

/** Signs of wording: counted down by how many a mail has, so that a long mail is not louder than a short one. */
export type MailSigns = {
  readonly language: Language;
  readonly words: Signs;
  /** Signs of shape, sender and phrases: these count in full. */
  readonly marks: Signs;
  /** The words' signs of each sentence, beside the sentence. */
  readonly sentences: readonly { readonly text: string; readonly signs: readonly string[] }[];
};

const mostSentences = 60;
const subjectOfReply = /^\s*(?:(?:re|aw|sv|antw|fwd?|wg|tr|rv|enc)\s*:\s*)+/i;

/** Everything in a mail that may speak for a kind. */
export function signsOf(message: Message, subject: string, sentences: readonly string[]): MailSigns {
  const language = languageOf([...sentences, subject].join("\n"));
  const words = new Map<string, number>();
  const together = new Map<string, number>();
  const read = (text: string, place: string) => {
    const tokens = annotate(text, language);
    const signs = wordSigns(tokens, place);
    for (const sign of signs) words.set(sign, 1);
    const found = conjunctionsIn(tokens);
    const mode = found.length === 0 ? "" : modeOf(text, tokens);
    for (const name of found) {
      const sign = `together:${name}${mode}`;
      together.set(sign, (together.get(sign) ?? 0) + 1);
    }
    return { text, signs, length: tokens.length };
  };
  const bodies = sentences.slice(0, mostSentences).map((sentence) => read(sentence, ""));
  // The subject of an answer is an old word.
  const title = read(subjectOfReply.test(subject) ? "" : subject, "subject:");
  const marks = new Map<string, number>(marksOf(message, subject));
  for (const [sign, count] of together) marks.set(sign, 2 * Math.min(1.5, Math.sqrt(count)));
  const length = bodies.reduce((sum, { length }) => sum + length, 0);
  marks.set(`length:${Math.min(6, Math.floor(length / 40))}`, 1);
  return { language, words, marks, sentences: [title, ...bodies] };
}

/** "Deleted six months after the position has been filled", "that does not mean that you were turned down". */
const supposed =
  /\b(?:after|when|once|until|before|as soon as|in case|whether|unless) (?:the|this|a|an|your|our|that) (?:\S+ )?(?:position|role|post|vacancy|job|process|opening)\b|\bnot mean\b|\b(?:those|applicants|candidates|anyone|people|persons) (?:who (?:are|were|have) )?not (?:been )?(?:selected|shortlisted|successful|chosen)\b/i;

/** What somebody asks, supposes, denies or tells of others is not said: such conjunctions are signs of their own. */
function modeOf(text: string, tokens: readonly Token[]): "" | ":if" | ":asked" | ":denied" {
  if (tokens.slice(0, 3).some((token) => token.startsWith("#IF")) || supposed.test(text)) return ":if";
  if (/\?\s*$/.test(text)) return ":asked";
  return /\b(?:not|never|n't)\s+(?:yet\s+)?(?:decided|chosen|made|taken|picked|selected|appointed)\b|\bno (?:final )?decision\b|\b(?:previous|former|earlier) (?:candidate|applicant|hire)s?\b/i.test(
    text,
  )
    ? ":denied"
    : "";
}

const small = new Set(
  "the a an of and to in on at for is are was were be been being with that this it as by from have has had would do did he she they them their its his her or so just".split(
    " ",
  ),
);

/** Single tokens, and two in a row: three say no more. Words are cut to six letters, which joins most of their endings. */
function wordSigns(tokens: readonly Token[], place: string): readonly string[] {
  const stems = tokens.map((token) => (/^[#<?!]/.test(token) ? token : token.slice(0, 6)));
  return stems.flatMap((stem, at) => {
    const second = stems[at + 1];
    return [
      ...(small.has(stem) ? [] : [`${place}${stem}`]),
      ...(second === undefined ? [] : [`${place}${stem} ${second}`]),
    ];
  });
}

function marksOf(message: Message, subject: string): [string, number][] {
  const address = message.from?.address ?? "";
  const domain = registrable(address);
  const named = `${message.from?.name ?? ""} ${address.slice(0, address.indexOf("@"))}`.toLowerCase();
  const has: readonly (readonly [string, boolean])[] = [
    ["from an applicant system", domain !== null && isApplicantSystem(domain)],
    ["from free mail", domain !== null && isFreeMail(domain)],
    ["from a shared address", address !== "" && isSharedAddress(address)],
    ["through a list", listEvidence(message) !== null],
    ["an answer", /^\s*(?:re|aw|sv|antw)\s*:/i.test(subject)],
  ];
  return [
    ...has.flatMap(([name, is]): [string, number][] => (is ? [[name, 1]] : [])),
    ...(named.match(/\p{L}{3,}/gu) ?? []).map((word): [string, number] => [`sender:${word.slice(0, 6)}`, 1]),
    [`calendar:${message.calendar[0]?.method ?? "none"}`, 1],
  ];
}
