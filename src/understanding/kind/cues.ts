import type { Kind } from "../../domain/assessment.ts";
import type { Cue } from "./cue.ts";
import { closingCues } from "./cues-closing.ts";
import { hiringCues } from "./cues-hiring.ts";
import { interviewCues } from "./cues-interview.ts";
import { outsideCues } from "./cues-outside.ts";

/** How far a mail's words speak for a kind, and which words do. `strongest` is the weight of the best single phrase. */
export type Score = {
  readonly score: number;
  readonly strongest: number;
  readonly evidence: readonly string[];
};

const all: readonly Cue[] = [...interviewCues, ...hiringCues, ...closingCues, ...outsideCues];
const global = new Map(all.map((cue) => [cue, new RegExp(cue.pattern.source, `${cue.pattern.flags}g`)]));
const everyMatch = (cue: Cue): RegExp => global.get(cue) ?? cue.pattern;

// "If you are not selected" and "we may invite you" announce nothing.
const condition =
  /\b(?:if|whether|unless|in case|in the event|once|should (?:you|your|we|there)|may|might|when(?:ever)? (?:a|your|you))\b[^.;]*$/i;
// "Not able to invite you" and "thank you for the interview" are no invitation.
const denied =
  /\b(?:not|n't|never|unable to|no longer|cannot)\b[^,;.]{0,30}$|\bthank[^.\n]{0,60}$|\byour time (?:for|in|at)\b[^.\n]{0,30}$/i;
// "We have not chosen another candidate" and "not decided whether to" are no no; nor is what happened to somebody else.
const deniedNo =
  /(?:\b(?:not|never)|n't)\s+(?:\w+\s+){0,2}$|\b(?:previous|former|earlier) (?:candidate|applicant|hire)s?\b/i;
const affirmed: ReadonlySet<Kind> = new Set<Kind>([
  "interview_invitation",
  "interview_confirmed",
  "offer",
  "assessment",
]);
const subjectOfReply = /^\s*(?:re|aw|sv|antw|fwd?|wg|tr)\s*:/i;

/** Scores every kind over the sentences of the newest text; the subject counts like a sentence, unless it is an answer's (old words). */
export function scoreCues(subject: string, sentences: readonly string[]): ReadonlyMap<Kind, Score> {
  const text = [...(subjectOfReply.test(subject) ? [] : [subject]), ...sentences].join("\n");
  const scores = new Map<Kind, Score>();
  for (const cue of all) {
    const words = firstFound(text, cue);
    if (words === null) continue;
    const before = scores.get(cue.kind) ?? { score: 0, strongest: 0, evidence: [] };
    scores.set(cue.kind, {
      score: 1 - (1 - before.score) * (1 - cue.weight),
      strongest: Math.max(before.strongest, cue.weight),
      evidence: cue.weight > before.strongest ? [words, ...before.evidence] : [...before.evidence, words],
    });
  }
  return scores;
}

/** The whole sentence (or 200 characters of it) around the first match that no condition voids. */
function firstFound(text: string, cue: Cue): string | null {
  for (const found of text.matchAll(everyMatch(cue))) {
    const start = text.lastIndexOf("\n", found.index - 1) + 1;
    const stop = text.indexOf("\n", found.index + found[0].length);
    const ahead = text.slice(start, found.index);
    if (cue.evenIf !== true && condition.test(ahead)) continue;
    if (cue.kind === "rejection" && (deniedNo.test(ahead) || /\bwhether\b/i.test(found[0]))) continue;
    if (affirmed.has(cue.kind) && (denied.test(ahead) || /\b(?:not|unable|cannot)\b|n't\b/i.test(found[0])))
      continue;
    const sentence = text.slice(start, stop === -1 ? undefined : stop).trim();
    return sentence.length <= 200
      ? sentence
      : text.slice(Math.max(start, found.index - 60), found.index + found[0].length + 60).trim();
  }
  return null;
}
