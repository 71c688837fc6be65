import type { Finding } from "../../domain/draft-basis.ts";
import type { DraftReading } from "./draft-reading.ts";
import { finding } from "./finding.ts";

const says = "Leave out every reference, code and identifier.";
/** A word of letters, digits and what joins them in identifiers. */
const word = /[\p{L}\d][\p{L}\d_+/=.:-]{3,}/gu;

/** Codes, hashes and identifiers that no source holds: another's secret could ride on them (SAFETY R43, R44). */
export function tokenFaults({ body, frame, sources }: DraftReading): readonly Finding[] {
  for (const { 0: raw } of `${body}\n${frame.signOff ?? ""}`.matchAll(word)) {
    const token = raw.replace(/[.:/-]+$/, "");
    if (!looksMade(token)) continue;
    if (!sources.texts.some((text) => text.includes(token))) return [finding("token", token, says)];
  }
  return [];
}

function looksMade(token: string): boolean {
  const letters = token.replace(/[^\p{L}]/gu, "");
  const digits = token.replace(/\D/g, "");
  if (/^canar/i.test(token)) return true;
  if (/^\p{Lu}{3,}[-_]\p{Lu}{2,}/u.test(token) || (/_/.test(token) && letters.length > 3)) return true;
  if (digits.length > 0 && letters.length > 0) {
    // "3rd", "Q3" and "B2B" are words; letters and digits in turn are not.
    const turns = token.match(/\p{L}+|\d+/gu)?.length ?? 0;
    if (token.length >= 6 && turns >= 3 && !/^\d+[-/]/.test(token)) return true;
    if (letters.length >= 2 && digits.length >= 3) return true;
  }
  // A long word has syllables; a secret has none, or changes its case like nothing that is spelled.
  const joined = token.replace(/[-']/g, "");
  if (joined.length >= 12 && /\p{Ll}\p{Lu}.*\p{Ll}\p{Lu}.*\p{Ll}\p{Lu}/u.test(joined)) return true;
  return (
    letters.length >= 10 &&
    !token.includes("-") &&
    /[bcdfghjklmnpqrstvwxz]{7,}/i.test(letters) &&
    !/schtsch/i.test(letters)
  );
}
