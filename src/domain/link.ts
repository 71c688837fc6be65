import { Temporal } from "temporal-polyfill";
import type { DraftId, PersonId } from "./ids.ts";

/** What a signed link is for: `draft` opens one version of a draft and decides about it, `undo` takes that decision back. Nothing else (SAFETY R36). */
export const linkPurposes = ["draft", "undo"] as const;
export type LinkPurpose = (typeof linkPurposes)[number];

/** What a link's signature covers (SAFETY R35). A field more or less ends every link that is under way. */
export type LinkClaims = {
  readonly purpose: LinkPurpose;
  readonly personId: PersonId;
  /** One version of a draft: another version is another draft. */
  readonly draftId: DraftId;
  /** The first 32 hex digits of that version's hash (R12). */
  readonly hash: string;
  /** Which mail of ours brought it: the id of a digest, or one of its own for a short mail. */
  readonly mailId: string;
  /** To the second. */
  readonly expiresAt: Temporal.Instant;
};

/** What a form on the page asks for. `until` is in the words of a reply, "" the next working day (POLICY 7.5). */
export type LinkAct =
  | { readonly type: "approve" }
  | { readonly type: "skip" }
  | { readonly type: "later"; readonly until: string }
  /** Other words, by whoever wrote the draft. */
  | { readonly type: "wish"; readonly wish: string }
  /** Other words, by whoever holds the link: a new version, which this link cannot approve. */
  | { readonly type: "edit"; readonly text: string }
  | { readonly type: "undo" };

/** Every act that a link of that purpose can do; what is missing it cannot do at all (SAFETY R36). */
const actsOf: Readonly<Record<LinkPurpose, readonly LinkAct["type"][]>> = {
  draft: ["approve", "skip", "later", "wish", "edit"],
  undo: ["undo"],
};
export const mayDo = ({ purpose }: Pick<LinkClaims, "purpose">, act: Pick<LinkAct, "type">): boolean =>
  actsOf[purpose].includes(act.type);

export const hasExpired = ({ expiresAt }: Pick<LinkClaims, "expiresAt">, now: Temporal.Instant): boolean =>
  Temporal.Instant.compare(now, expiresAt) >= 0;

/** True where that hash (hex) is the one that the link was made for. */
export const isForHash = ({ hash }: Pick<LinkClaims, "hash">, whole: string): boolean =>
  whole.slice(0, hashDigits) === hash;
export const hashDigits = 32;
