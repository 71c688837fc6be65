import type { Language } from "../../domain/language.ts";
import type { Lesson } from "../../domain/tone.ts";
import { contractionsIn } from "./contractions.ts";
import { wordsOf } from "./own-letter.ts";
import { isPlainWord, type KnownWords } from "./plain-sentence.ts";
import { isConfidential } from "./private-words.ts";
import type { KeptSentence } from "./sentence-changes.ts";

const mostWords = 3;

/** Gives the words that stand for others in sentences that are else the same: "chat" for "conversation". Days, numbers and names are facts, not manner. */
export function wordSwaps(
  kept: readonly KeptSentence[],
  language: Language,
  known: KnownWords,
): readonly Lesson[] {
  const said = kept.flatMap(({ before, after }) => {
    const [old, now] = swapped(wordsOf(before), wordsOf(after));
    if (old.length === 0 || now.length === 0 || old.length > mostWords || now.length > mostWords) return [];
    if (![...old, ...now].every((word) => isManner(word, language, known))) return [];
    const [from, to] = [old.join(" "), now.join(" ")];
    if (from.toLowerCase() === to.toLowerCase() || isConfidential(`${from} ${to}`)) return [];
    if (contractionsIn(to).short > 0 || contractionsIn(from).short > 0) return [];
    return [`Writes "${to}" instead of "${from}"`];
  });
  return [...new Set(said)].map((says) => ({ rule: "word", language, says }));
}

/** What lies between the words that both begin with and those that both end with. */
function swapped(
  old: readonly string[],
  now: readonly string[],
): readonly [readonly string[], readonly string[]] {
  const shorter = Math.min(old.length, now.length);
  let head = 0;
  while (head < shorter && old[head] === now[head]) head += 1;
  let tail = 0;
  while (tail < shorter - head && old.at(-1 - tail) === now.at(-1 - tail)) tail += 1;
  return [old.slice(head, old.length - tail), now.slice(head, now.length - tail)];
}

const isManner = (word: string, language: Language, known: KnownWords): boolean =>
  isPlainWord(word, false, language, known) && !relative.test(word);

const relative =
  /^(?:today|tomorrow|yesterday|tonight|week|weeks|day|days|month|months|year|years|hours?|minutes?|heute|morgen|gestern|woche|wochen|tage?n?|monate?|jahre?n?|demain|hier|aujourd'hui|semaines?|jours?|mois|ans|années?|hoy|mañana|ayer|semanas?|días?|mes|meses|años?|vandaag|gisteren|weken|dagen|maand|maanden|jaar|hoje|amanhã|ontem|dias?|mês|anos?|not|no|never|nicht|kein\w*|nie|pas|jamais|nunca|niet|geen|nooit|não)$/i;
