import type { Language } from "../../domain/language.ts";
import type { Formality, Lesson } from "../../domain/tone.ts";
import { contractionsIn } from "./contractions.ts";
import { type OwnLetter, ownLetterOf } from "./own-letter.ts";

const mostLessons = 4;

/**
 * Gives what a person's edit of a draft says about their manner, at most four lessons, the surest first (POLICY 5). Nothing is learned where they
 * wrote in another language, and no lesson holds a name, a figure or a day. Single words and sentences are no lesson: they belong to one candidacy
 * and would be told to others (SAFETY R43).
 * @param proposed the draft as it was shown
 * @param sent what they made of it
 */
export function editLessons(proposed: string, sent: string, language: Language): readonly Lesson[] {
  const before = ownLetterOf(proposed, [], null);
  const after = ownLetterOf(sent, [], null);
  if (before.language !== after.language || after.words === 0) return [];
  const [was, is] = [
    { ...before, language },
    { ...after, language },
  ];
  return [
    ...greetingLesson(was, is),
    ...signOffLesson(was, is),
    ...lengthLesson(was, is),
    ...contractionLesson(was, is),
    ...exclamationLesson(was, is),
  ].slice(0, mostLessons);
}

function greetingLesson(was: OwnLetter, is: OwnLetter): readonly Lesson[] {
  const [old, wants] = [was.greeting?.pattern ?? null, is.greeting?.pattern ?? null];
  if (old === null || wants === null || old === wants) return [];
  const says = `Greets with "${shown(wants)}" instead of "${shown(old)}"`;
  return [{ rule: "greeting", language: is.language, formality: formalityIn(was, is), wants, says }];
}
const shown = (pattern: string): string => pattern.replace(" {name}", " …");

function signOffLesson(was: OwnLetter, is: OwnLetter): readonly Lesson[] {
  const [old, wants] = [was.closing.signOff, is.closing.signOff];
  if (old === null || wants === null || old === wants) return [];
  const says = `Closes with "${wants}" instead of "${old}"`;
  return [{ rule: "sign_off", language: is.language, formality: formalityIn(was, is), wants, says }];
}
/** As the draft was meant; where nothing shows it, as among people who know each other. */
const formalityIn = (was: OwnLetter, is: OwnLetter): Formality => is.formality ?? was.formality ?? "familiar";

const fewestWords = 8;
const leastShare = 0.2;

function lengthLesson(was: OwnLetter, is: OwnLetter): readonly Lesson[] {
  const change = (is.words - was.words) / Math.max(1, was.words);
  if (Math.abs(is.words - was.words) < fewestWords || Math.abs(change) < leastShare) return [];
  const rule = change < 0 ? "shorter" : "longer";
  return [
    { rule, language: is.language, words: is.words, says: `Makes drafts ${partOf(Math.abs(change), rule)}` },
  ];
}

function partOf(share: number, rule: "shorter" | "longer"): string {
  if (share >= 0.9) return `much ${rule}`;
  if (share >= 0.6) return `about two thirds ${rule}`;
  if (share >= 0.42) return rule === "shorter" ? "about half as long" : "about half as long again";
  if (share >= 0.29) return `about a third ${rule}`;
  return `about a ${share >= 0.23 ? "quarter" : "fifth"} ${rule}`;
}

function contractionLesson(was: OwnLetter, is: OwnLetter): readonly Lesson[] {
  if (is.language !== "en") return [];
  const [old, now] = [contractionsIn(was.body), contractionsIn(is.body)];
  if (now.short > old.short && now.long < old.long)
    return [{ rule: "contractions", language: "en", wants: true, says: 'Uses short forms such as "I\'m"' }];
  if (now.short < old.short && now.long > old.long)
    return [{ rule: "contractions", language: "en", wants: false, says: 'Writes "I am" rather than "I\'m"' }];
  return [];
}

function exclamationLesson(was: OwnLetter, is: OwnLetter): readonly Lesson[] {
  const [old, now] = [was.body.includes("!"), is.body.includes("!")];
  if (old === now) return [];
  const says = now ? "Adds an exclamation mark" : "Takes exclamation marks out";
  return [{ rule: "exclamation", language: is.language, wants: now, says }];
}
