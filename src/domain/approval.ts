import type { Kind } from "./assessment.ts";
import type { EmployerSize } from "./candidacy.ts";
import type { ConfirmationId, DigestId } from "./ids.ts";

/** What a person said about one numbered item, or about a candidacy. */
export type Decision =
  | { readonly type: "approve"; readonly item: number }
  | { readonly type: "skip"; readonly item: number }
  /** `until` is the words after `later` ("friday", "fri", ""); flows resolve them in the person's zone (POLICY 7.5). */
  | { readonly type: "later"; readonly item: number; readonly until: string }
  /** Other words for a draft: the new version needs an approval of its own (POLICY 7.3). */
  | { readonly type: "revise"; readonly item: number; readonly wish: string }
  /** The person's own words take the draft's place and are approved with it, because they wrote every one (POLICY 7.3). */
  | { readonly type: "replace"; readonly item: number; readonly text: string }
  | { readonly type: "undo"; readonly item: number }
  | { readonly type: "reopen"; readonly item: number }
  /** Asks for an explanation and changes nothing. */
  | { readonly type: "why"; readonly item: number }
  | { readonly type: "close"; readonly item: number }
  /** The two answers to "I could not confirm" (SAFETY section 1, step 7). */
  | { readonly type: "send_again"; readonly item: number }
  | { readonly type: "was_sent"; readonly item: number }
  /** To a yes-or-no question. */
  | { readonly type: "answer"; readonly item: number; readonly yes: boolean }
  /** To the question for an occasion: the person's own words. */
  | { readonly type: "tell"; readonly item: number; readonly text: string }
  | Repair
  | Wish;

/** What puts a wrong verdict right (DESIGN section 5: in doubt it is asked, and everything can be taken back). */
export type Repair =
  /** What the mail behind the line means. */
  | { readonly type: "is"; readonly item: number; readonly kind: Kind }
  /** When the interview is: words of a day ("" = the day that is known) and a wall-clock time "14:00" of the person's zone. */
  | { readonly type: "at"; readonly item: number; readonly day: string; readonly time: string | null }
  /** The mail behind the line belongs to another candidacy. */
  | { readonly type: "move"; readonly item: number; readonly to: Target }
  /** The candidacy of the line is the same as another one, which stays. */
  | { readonly type: "merge"; readonly item: number; readonly to: Target }
  /** The latest thread of the line's candidacy is a candidacy of its own. */
  | { readonly type: "split"; readonly item: number };

/** What the person wants of the candidacy behind the line. */
export type Wish =
  /** W between two mails. */
  | { readonly type: "every"; readonly item: number; readonly workingDays: number }
  /** Takes `every` and `no_more` back. */
  | { readonly type: "as_usual"; readonly item: number }
  /** Nothing is proposed there any more. */
  | { readonly type: "no_more"; readonly item: number }
  | { readonly type: "size"; readonly item: number; readonly size: EmployerSize };

/** A candidacy as the person names it: a line of the same digest, or an employer in lower case. */
export type Target = { readonly line: number } | { readonly employer: string };

/** What a reply says: clear parts act, doubtful parts are asked back (POLICY 7.2). */
export type Reading = {
  readonly decisions: readonly Decision[];
  readonly doubts: readonly { readonly words: string; readonly question: string }[];
  /** Words that hold back, and the lines that they may be about: a mail that was approved before is stopped while it can be. */
  readonly stops: readonly { readonly words: string; readonly items: readonly number[] }[];
};

/**
 * What a question of a digest asks: what a mail means (`kind`); whether it belongs to a candidacy (`belongs`), or to which (`which`); whether
 * it begins one (`opens`); whether a recruiter's approach is followed (`follow`); when an interview is (`time`); what could be written about to an
 * employer that is kept in touch with (`occasion`); whether mails may go to whom somebody who has left names in their place (`contact`).
 */
export const questionKinds = [
  "kind",
  "belongs",
  "which",
  "opens",
  "follow",
  "time",
  "occasion",
  "contact",
] as const;
export type QuestionKind = (typeof questionKinds)[number];

/**
 * What a numbered line stands for. `unconfirmed` is a sending that could not be confirmed: it asks "send again" or "was sent". `standing`
 * asks nothing and can be pointed to: a candidacy that is only told of.
 */
export const itemTypes = ["draft", "question", "candidacy", "unconfirmed", "standing"] as const;
export type ItemType = (typeof itemTypes)[number];

/** A numbered line of a digest, as the grammar must know it; `asks` for questions, by default what a mail means. */
export type AnswerableItem = {
  readonly n: number;
  readonly type: ItemType;
  readonly asks?: QuestionKind | null;
};

/** An answer acts for so long, by mail (POLICY 7.6) or by a link (SAFETY R35), if what it answers is unchanged and undecided. */
export const answersFor = { hours: 7 * 24 };

/** The person's own mail, and what shows that they wrote it (SAFETY R29). */
export type OwnMail = {
  /** Its Message-ID; null where it has none. */
  readonly mail: string | null;
  readonly sender: "sent_folder" | "dkim";
  /** Which signatures were found in a mail that is proven by one; null for a copy in Sent. */
  readonly signed: string | null;
};

/** How a decision was proven to be the person's (SAFETY R29): both halves in words, for the journal. */
export type Proof =
  | (OwnMail & {
      readonly by: "reply";
      readonly digestId: DigestId;
      /** The answered mail is a short one about that digest. */
      readonly confirmationId?: ConfirmationId;
      readonly token: "references" | "subject" | "plus_address";
    })
  /** An answer to a short mail of ours (docs/decisions/0008). */
  | (OwnMail & { readonly by: "command"; readonly token: "references" })
  /** A signed link; `mailId` says which mail of ours brought it (docs/decisions/0010). Who pressed the button is not known. */
  | { readonly by: "link"; readonly mailId: string }
  /** Their own mail to the employer, which lies in Sent. */
  | { readonly by: "hand" }
  | { readonly by: "cli" }
  | { readonly by: "api" };
