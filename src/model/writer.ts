import { writeSubject, writeText } from "../domain/template.ts";
import type { Writer } from "../ports.ts";
import { type Templates, templateFor } from "./templates.ts";

/** Writes from the templates alone: the same facts give the same text. */
export const createWriter = (templates: Templates): Writer => ({
  draft: (kind, facts) => {
    const template = templateFor(templates, kind, facts.ordinal);
    return { subject: writeSubject(template, facts), text: writeText(template, facts) };
  },
  debrief: (facts) => ({
    subject: writeSubject(templates.debrief, facts),
    text: writeText(templates.debrief, facts),
  }),
});
