import type { FollowUpKind } from "./follow-up.ts";

/** What a mail is called: in the title of its draft, before the name of the one to whom it goes; and where a sentence says that it is due. */
type KindName = {
  readonly title: string;
  /** Without an article, in lower case; `whom` joins the name to it. */
  readonly noun: string;
  readonly whom: "to" | "with";
};

export const kindNames: Readonly<Record<FollowUpKind, KindName>> = {
  stage_question: { title: "Question to", noun: "question about the stages", whom: "to" },
  thank_you: { title: "Thank you to", noun: "thank-you", whom: "to" },
  check_in: { title: "Check-in with", noun: "check-in", whom: "with" },
  decision_request: { title: "Asking for a decision:", noun: "request for a decision", whom: "to" },
  breakup: { title: "Last word to", noun: "last mail", whom: "to" },
  graceful_no: { title: "Friendly answer to", noun: "friendly answer", whom: "to" },
  keep_in_touch: { title: "Keeping in touch with", noun: "keeping in touch", whom: "with" },
  direct_line: { title: "A direct word to", noun: "direct word", whom: "to" },
  withdraw: { title: "Withdrawal to", noun: "withdrawal", whom: "to" },
};
