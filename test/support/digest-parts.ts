import { Temporal } from "temporal-polyfill";
import type { DigestParts } from "../../src/domain/digest.ts";

export const emptyDigest: DigestParts = {
  address: "sam@reed.example",
  today: Temporal.PlainDate.from("2026-05-22"),
  token: "AbCdEf0123456789-_xyz",
  drafts: [],
  questions: [],
  interviews: [],
  waitingForYou: [],
  changes: [],
  waiting: [],
  unconfirmed: [],
  troubles: [],
};

/** Something of everything. */
export const fullDigest: DigestParts = {
  ...emptyDigest,
  drafts: [
    {
      kind: "thank_you",
      employer: "ABC",
      role: "Data Analyst",
      to: { name: "Greg Blake", address: "greg@abc.example" },
      subject: "Re: Interview",
      text: "Dear Greg,\n\nThank you for your time.\n\nKind regards,\nSam Reed",
      reason: "The interview on Thursday 21 May has ended.",
      remark: null,
      brief: false,
    },
    {
      kind: "check_in",
      employer: "Northwind",
      role: null,
      to: { name: "", address: "mina@northwind.example" },
      subject: "Re: Your application",
      text: "Hello,\n\nIs there any news?\n\nSam Reed",
      reason: "They promised an answer by Tuesday 19 May.",
      remark: "they wrote since",
      brief: false,
    },
  ],
  questions: [{ asks: "kind", question: "Harbour Foods: is this a no?", evidence: "We pause this search." }],
  interviews: [
    { when: "today", time: "14:00", employer: "Fennel & Co", title: "second interview", place: "video call" },
  ],
  waitingForYou: [{ employer: "Quarry Lane School", asks: "Could you send us two references?" }],
  changes: [
    {
      employer: "Lumen",
      role: "Editor",
      change: "closed",
      why: "They said no.",
      evidence: "We went with someone else.",
    },
  ],
  waiting: [
    { employer: "Orchard Bank", role: null, because: "They promised an answer by Wednesday 27 May." },
  ],
  unconfirmed: [
    {
      to: { name: "Ola Berg", address: "ola@fjord.example" },
      subject: "Re: Hello",
      day: "Thursday 21 May",
      because: "The program was ended while the mail was on its way, so the server's answer was never heard.",
    },
  ],
  troubles: ["Tidewater: there is no one to write to."],
};
