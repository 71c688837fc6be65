import { join } from "node:path";
import { Temporal } from "temporal-polyfill";
import { approvedLine, doneLine } from "../../src/domain/confirmation-words.ts";
import { type DigestParts, numbered } from "../../src/domain/digest.ts";
import type { DraftFacts } from "../../src/domain/draft-facts.ts";
import { renderConfirmation, renderDebrief, renderDigest } from "../../src/mail/digest-mail.ts";
import { loadTemplates } from "../../src/model/templates.ts";
import { createWriter } from "../../src/model/writer.ts";
import type { OwnWords } from "../../src/ports.ts";

/** Mails of ours for pictures, by the name of their picture, drawn by the program's own renderers. Everybody in them is invented. */
export const samples: Readonly<Record<string, () => Promise<OwnWords>>> = {
  digest: () => renderDigest(numbered(oneDraft)),
  "digest-full": () => renderDigest(numbered(everything)),
  "sign-of-life": () => renderDigest(numbered(alive)),
  debrief: async () => {
    const templates = await loadTemplates(join(import.meta.dirname, "../../prompts/templates"));
    if (!templates.ok) throw new Error(templates.error);
    return renderDebrief(createWriter(templates.value).debrief(interview));
  },
  confirmation: () =>
    renderConfirmation({
      subject: "Afterword: done",
      text: [
        approvedLine(1, "the thank-you to Nora Whitlock", "today at 09:00"),
        doneLine(2, ["The check-in with Priya Raman comes again on Friday 29 May."]),
        "",
        "Nothing was done about this:",
        '"4 maybe" is neither yes nor no: say "4 yes" or "4 no".',
      ].join("\n"),
    }),
};

const interview: DraftFacts = {
  language: "en",
  personName: "Sam Reed",
  recipientName: "Sam Reed",
  employer: "Larkfield Instruments",
  role: "Instrument Software Engineer",
  interviewDay: "Thursday 21 May",
  promisedDay: null,
  ordinal: 1,
  variant: 1,
};

export const oneDraft: DigestParts = {
  address: "sam@reed.example",
  today: Temporal.PlainDate.from("2026-05-22"),
  token: "k3VtQ0rUa9ZpLx2Wc7Hn",
  drafts: [
    {
      kind: "thank_you",
      employer: "Larkfield",
      role: "Instrument Software Engineer",
      to: { name: "Nora Whitlock", address: "nora.whitlock@larkfield.example" },
      subject: "Re: Interview for Instrument Software Engineer at Larkfield Instruments",
      text: "Dear Nora,\n\nThank you for taking the time to talk with me on Thursday 21 May about the Instrument Software Engineer role.\nI enjoyed our conversation, and I would be glad to go further with Larkfield.\n\nIf there is anything else you would find useful to have from me, please let me know and I will send it.\n\nKind regards,\nSam Reed",
      reason: "The interview on Thursday 21 May has ended.",
      remark: null,
      brief: false,
    },
  ],
  questions: [],
  interviews: [],
  waitingForYou: [],
  changes: [],
  waiting: [],
  unconfirmed: [],
  troubles: [],
};

const everything: DigestParts = {
  ...oneDraft,
  drafts: [
    ...oneDraft.drafts,
    {
      kind: "check_in",
      employer: "Orchard Bank",
      role: "Data Analyst",
      to: { name: "Priya Raman", address: "priya.raman@orchardbank.example" },
      subject: "Re: Your interview on 12 May",
      text: "Hello Priya,\n\nYou expected a decision by Tuesday 19 May. Is there any news about the Data Analyst role?\n\nBest wishes,\nSam Reed",
      reason: "They promised an answer by Tuesday 19 May.",
      remark: "they wrote since",
      brief: false,
    },
    {
      kind: "keep_in_touch",
      employer: "Harbour Foods",
      role: null,
      to: { name: "Tom Ellery", address: "tom@harbourfoods.example" },
      subject: "Your new site in Leeds",
      text: "",
      reason: "Eight weeks since your last word; you noted the new site in Leeds.",
      remark: null,
      brief: true,
    },
  ],
  questions: [
    {
      asks: "kind",
      question: "Canary Mills: is this a no?",
      evidence: "We have decided to pause this search until the autumn.",
    },
    {
      asks: "time",
      question: "Fennel & Co: when is the interview?",
      evidence: "Would Tuesday or Wednesday afternoon suit you?",
    },
  ],
  interviews: [
    {
      when: "today",
      time: "14:00",
      employer: "Ode Interiors",
      title: "second interview",
      place: "video call",
    },
    {
      when: "tomorrow",
      time: "10:30",
      employer: "Quarry Lane School",
      title: "interview",
      place: "Quarry Lane 4",
    },
  ],
  waitingForYou: [
    { employer: "Quarry Lane School", asks: "Could you send us two references before we meet?" },
  ],
  changes: [
    {
      employer: "Lumen",
      role: "Editor",
      change: "closed",
      why: "They said no.",
      evidence: "We have gone ahead with another candidate.",
    },
    {
      employer: "Tidewater",
      role: "Planner",
      change: "reopened",
      why: "They invite you after all.",
      evidence: "Are you still interested in talking to us?",
    },
  ],
  waiting: [
    { employer: "Ember Labs", role: "Test Engineer", because: "They promised an answer by Friday 29 May." },
    { employer: "Ode Interiors", role: "Buyer", because: "The second interview is today." },
  ],
  unconfirmed: [
    {
      to: { name: "Ola Berg", address: "ola@fjord.example" },
      subject: "Re: Hello",
      day: "Thursday 21 May",
      because: "The program was ended while the mail was on its way, so the server's answer was never heard.",
    },
  ],
  troubles: [
    'work@reed.example cannot be read: imap.reed.example refused user name or password: check both. It was last read on Thursday 21 May at 18:40; what came since then I do not know. "npx afterword connect work@reed.example" takes a new password.',
  ],
};

const alive: DigestParts = {
  ...oneDraft,
  drafts: [],
  waiting: everything.waiting,
  alive: {
    mailboxes: [{ address: "sam@reed.example", lastRead: "today at 07:28" }],
    candidacies: "3 candidacies are open: 1 awaiting their decision, 1 interviewing, 1 keeping in touch.",
    next: "on Tuesday 2 June: Check-in with Nora Whitlock (Larkfield) is due",
  },
};
