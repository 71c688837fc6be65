import { cleanLine } from "../../domain/plain-text.ts";
import { signatureStart } from "../../understanding/text/signature.ts";
import { isPersonName, sameHuman } from "../../understanding/who/person-name.ts";
import { commonest } from "./habits.ts";
import type { OwnLetter } from "./own-letter.ts";

// A profile has five mails at least, so that half of them are three.
const leastShare = 0.5;
const mostLines = 6;
const longestLine = 100;

/**
 * Gives the lines that stand below the person's name in at least three mails and half of them, as the fullest and newest mail has them: their
 * own telephone and links may stay there (POLICY 5). The name itself, a telephone's footer and a lawyer's small print are no part of it.
 * @param letters from new to old
 */
export function signatureOf(letters: readonly OwnLetter[]): readonly string[] {
  const name = commonest(letters.flatMap(({ closing }) => closing.name ?? []));
  const cards = letters.map(({ closing }) =>
    [...new Set(closing.card.map(cleanLine))].filter((line) => isOwn(line, name)),
  );
  const counts = new Map<string, number>();
  for (const line of cards.flat()) counts.set(line, (counts.get(line) ?? 0) + 1);
  const least = letters.length * leastShare;
  const kept = (line: string): boolean => (counts.get(line) ?? 0) >= least;
  const fullest = cards.map((card) => card.filter(kept)).toSorted((a, b) => b.length - a.length)[0] ?? [];
  return fullest.slice(0, mostLines);
}

function isOwn(line: string, name: string | null): boolean {
  if (line === "" || line.length > longestLine) return false;
  // Below a letter's last words alone, it begins a signature only if it is a machine's.
  if (signatureStart(["Words.", line]) === 1) return false;
  return (
    name === null ||
    !isPersonName(line) ||
    !(sameHuman(line, name) || (name.length === 1 && line.startsWith(name)))
  );
}
