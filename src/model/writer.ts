import { contracted } from "../domain/contractions.ts";
import { framed, framingOf, mannerIn } from "../domain/framing.ts";
import { writeSubject, writeWords } from "../domain/template.ts";
import type { Writer } from "../ports.ts";
import { mailName, type Templates } from "./templates.ts";

/** Mails of fewer words than this leave out what can be left unsaid. */
const brief = 50;

/** Writes from the templates alone: the same facts and the same tone give the same text. */
export const createWriter = (templates: Templates): Writer => ({
  draft: (kind, facts, tone) => {
    const { frame, mails } = templates.languages[facts.language];
    const template = mails[mailName(kind, facts.ordinal)];
    const manner = mannerIn(tone, facts.language);
    const isBrief = facts.brief ?? (manner?.wordsPerMail ?? brief) < brief;
    const contracts = facts.language === "en" && manner?.contracts === true;
    const told = { ...facts, brief: isBrief };
    const { words, at, round } = writeWords(template, told, contracts ? contracted : undefined);
    const framing = framingOf(frame, facts, tone, { greeting: at, signOff: round });
    return { subject: writeSubject(template, told), text: framed(words, framing, facts.personName) };
  },
  debrief: (facts) => ({
    subject: writeSubject(templates.debrief, facts),
    text: writeWords(templates.debrief, facts).words,
  }),
});
