/** Ids are UUIDs made by the store's edge and passed in; the brand keeps a mailbox from being taken for a person. */
type Id<Brand extends string> = string & { readonly __id: Brand };

export type PersonId = Id<"person">;
export type MailboxId = Id<"mailbox">;
export type MessageRowId = Id<"message">;
export type CandidacyId = Id<"candidacy">;
export type InterviewId = Id<"interview">;
export type FollowUpId = Id<"follow-up">;
export type DraftId = Id<"draft">;
export type DigestId = Id<"digest">;
export type ConfirmationId = Id<"confirmation">;
export type DebriefId = Id<"debrief">;
export type OutboxId = Id<"outbox">;
