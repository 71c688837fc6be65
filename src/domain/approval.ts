import type { DigestId } from "./ids.ts";

/** What a person said about one numbered item, or about a candidacy. */
export type Decision =
  | { readonly type: "approve"; readonly item: number }
  | { readonly type: "skip"; readonly item: number }
  /** `until` is the words after `later` ("friday", "fri", ""); flows resolve them in the person's zone (POLICY 7.5). */
  | { readonly type: "later"; readonly item: number; readonly until: string }
  | { readonly type: "undo"; readonly item: number }
  | { readonly type: "reopen"; readonly item: number }
  | { readonly type: "close"; readonly item: number }
  /** The two answers to "I could not confirm" (SAFETY section 1, step 7). */
  | { readonly type: "send_again"; readonly item: number }
  | { readonly type: "was_sent"; readonly item: number }
  /** To a yes-or-no question. */
  | { readonly type: "answer"; readonly item: number; readonly yes: boolean };

/** What a reply says: clear parts act, doubtful parts are asked back (POLICY 7.2). */
export type Reading = {
  readonly decisions: readonly Decision[];
  readonly doubts: readonly { readonly words: string; readonly question: string }[];
};

/** A numbered line of a digest, as the grammar must know it. `unconfirmed` is a sending that could not be confirmed: it asks "send again" or "was sent". */
export type AnswerableItem = {
  readonly n: number;
  readonly type: "draft" | "question" | "candidacy" | "unconfirmed";
};

/** How a decision was proven to be the person's (SAFETY R29): both halves in words, for the journal. */
export type Proof =
  | {
      readonly by: "reply";
      readonly digestId: DigestId;
      readonly token: "references" | "subject" | "plus_address";
      readonly sender: "sent_folder" | "dkim";
    }
  | { readonly by: "cli" }
  | { readonly by: "api" };
