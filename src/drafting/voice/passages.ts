import { languages } from "../../domain/language.ts";
import { fewestMails, type ToneProfile } from "../../domain/tone.ts";
import { domainLabel, isFreeMail, registrable } from "../../understanding/domains.ts";
import { sentencesOf } from "../../understanding/text/plain-words.ts";
import { plainStartWords } from "../../understanding/who/plain-start-words.ts";
import { squash } from "../../understanding/who/spelling.ts";
import { wordsOf } from "./own-letter.ts";
import { isPlainSentence, type KnownWords } from "./plain-sentence.ts";
import { isConfidential } from "./private-words.ts";
import type { Sample } from "./sample.ts";

type Passage = ToneProfile["passages"][number];
type Candidate = Passage & { readonly words: number; readonly opening: string };

const most = 5;
const [fewestWords, mostWords] = [8, 60];
const [middleFrom, middleTo] = [15, 40];
const longestPassage = 400;
const sentencesInOne = 3;

/**
 * Gives up to five typical passages of one to three sentences from the person's replies (POLICY 5): of middle length, opening differently, the
 * newest first. One that names anybody, any place, day, number or address is not chosen, nor any of a mail about money, health or secrets.
 * @param samples from new to old
 */
export function passagesOf(samples: readonly Sample[]): readonly Passage[] {
  const known = knownWords(samples);
  const found = samples
    .filter(
      ({ mail, letter }) =>
        mail.isReply && !isConfidential(`${mail.subject}\n${mail.text}`) && letter.body !== "",
    )
    .flatMap((sample) => bestOf(candidatesIn(sample, known)) ?? []);
  const queues = languages
    .map((language) => ({
      mails: samples.filter(({ letter }) => letter.language === language).length,
      left: differing(found.filter((one) => one.language === language).toSorted((a, b) => rank(a) - rank(b))),
    }))
    .filter(({ mails }) => mails >= fewestMails)
    .toSorted((a, b) => b.mails - a.mails);
  const chosen: Candidate[] = [];
  for (let round = 0; round < most; round += 1)
    for (const { left } of queues) {
      const next = left[round];
      if (next !== undefined && chosen.length < most) chosen.push(next);
    }
  return chosen.map(({ language, text }) => ({ language, text }));
}

const isMiddle = ({ words }: Candidate): boolean => words >= middleFrom && words <= middleTo;
const rank = (one: Candidate): number => (isMiddle(one) ? 0 : 1);

/** The first of those that open alike. */
function differing(passages: readonly Candidate[]): readonly Candidate[] {
  const openings = new Set<string>();
  return passages.filter(({ opening }) => !openings.has(opening) && openings.add(opening).size > 0);
}

/** Of a mail's passages the one nearest to middle length. */
function bestOf(candidates: readonly Candidate[]): Candidate | undefined {
  const off = ({ words }: Candidate): number => Math.abs(words - (middleFrom + middleTo) / 2);
  return candidates.toSorted((a, b) => off(a) - off(b))[0];
}

function candidatesIn({ letter: { body, language } }: Sample, known: KnownWords): readonly Candidate[] {
  return body.split(/\n\s*\n/).flatMap((paragraph) => {
    if (/^\s*(?:[-*•#]|\d+[.)])\s/m.test(paragraph)) return [];
    const sentences = sentencesOf(paragraph);
    const plain = sentences.map((one) => /[.!?…]$/.test(one) && isPlainSentence(one, language, known));
    const found: Candidate[] = [];
    for (let from = 0; from < sentences.length; from += 1)
      for (
        let to = from;
        to < Math.min(sentences.length, from + sentencesInOne) && plain[to] === true;
        to += 1
      ) {
        const text = sentences.slice(from, to + 1).join(" ");
        const words = wordsOf(text);
        if (words.length >= fewestWords && words.length <= mostWords && text.length <= longestPassage)
          found.push({
            language,
            text,
            words: words.length,
            opening: words.slice(0, 2).join(" ").toLowerCase(),
          });
      }
    return found;
  });
}

/** Whom the person writes to, and what they write with a capital in the middle of a sentence, are names wherever they stand. */
function knownWords(samples: readonly Sample[]): KnownWords {
  const names = new Set<string>();
  const common = new Set<string>();
  const add = (text: string): void => {
    for (const part of text.split(/[\s,.'’_()-]+/)) {
      const plain = squash(part);
      if (plain.length > 1 && (!plainStartWords.has(plain) || alsoNames.test(plain))) names.add(plain);
    }
  };
  for (const { mail, letter } of samples) {
    for (const { name, address } of mail.to) {
      add(name);
      add(address.slice(0, Math.max(0, address.lastIndexOf("@"))).replace(/\d+/g, " "));
      const domain = registrable(address);
      if (domain !== null && !isFreeMail(domain)) add(domainLabel(domain));
    }
    for (const name of [...(letter.greeting?.names ?? []), letter.closing.name ?? ""]) add(name);
    for (const sentence of letter.sentences)
      for (const [at, word] of wordsOf(sentence).entries())
        if (/^\p{Ll}+$/u.test(word)) common.add(word);
        else if (at > 0 && letter.language !== "de" && /^\p{Lu}\p{Ll}/u.test(word)) add(word);
  }
  return { names, common };
}
/** People are called like these, and sentences open with them. */
const alsoNames = /^(?:will|may|april|june|grant|mark|jan|jun|mai|art|sister|august|max)$/;
