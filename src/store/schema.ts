import type { ColumnType, Generated } from "kysely";
import type { Temporal } from "temporal-polyfill";
import type { ItemType, QuestionKind } from "../domain/approval.ts";
import type { CandidacyState, CloseReason, EmployerSize } from "../domain/candidacy.ts";
import type { Draft } from "../domain/draft.ts";
import type { CopyState } from "../domain/drafts-folder.ts";
import type { FollowUpKind, FollowUpRecord } from "../domain/follow-up.ts";
import type {
  CandidacyId,
  ConfirmationId,
  DebriefId,
  DigestId,
  DraftId,
  FollowUpId,
  InterviewId,
  MailboxId,
  MessageRowId,
  OutboxId,
  PersonId,
} from "../domain/ids.ts";
import type { ContactEnd, Interview } from "../domain/interview.ts";
import type { LinkAct } from "../domain/link.ts";
import type { Address, SenderProof } from "../domain/message.ts";
import type { OutboxState } from "../domain/outbox.ts";
import type { OutboxLogEvent } from "../domain/outbox-replay.ts";
import type { JournalData, JournalEntry, JournalType } from "../ports/store.ts";
import type { ServerAddress, SignInService } from "../ports.ts";

/** The tables of src/store/migrations as Kysely sees them. JSON columns are written as text and read as values. */
export type Schema = {
  clock: { one: Generated<boolean>; offset_ms: number };
  person: {
    id: PersonId;
    name: string;
    address: string;
    zone: string;
    country: string;
    digest_at: string;
    preferences: Json<unknown>;
    paused_until: Defaulted<Instant | null>;
    non_negotiables: Defaulted<string[]>;
    about_me: Defaulted<string[]>;
    feed_token: Defaulted<string | null>;
    policy_version: Defaulted<number>;
    next_number: Generated<number>;
    created_at: Instant;
  };
  mailbox: {
    id: MailboxId;
    person_id: PersonId;
    address: string;
    imap: Json<ServerAddress>;
    smtp: Json<ServerAddress>;
    login: string;
    password: Buffer;
    sent_folder: string;
    files_sent_itself: boolean;
    authserv_id: string | null;
    trouble: Defaulted<string | null>;
    refusals: Defaulted<number>;
    sending_paused: Defaulted<boolean>;
    knock_after: Defaulted<Instant | null>;
    paused_at: Defaulted<Instant | null>;
    healthy_at: Defaulted<Instant | null>;
    connected_at: Instant;
    history_since: Defaulted<Instant | null>;
    history_place: Defaulted<string | null>;
    history_done_at: Defaulted<Instant | null>;
    sign_in: Defaulted<SignInService | null>;
    token_expires_at: Defaulted<Instant | null>;
    sign_in_ends_at: Defaulted<Instant | null>;
    sign_in_over: Defaulted<string | null>;
    renewals: Defaulted<number>;
    renewal_lease: Defaulted<Instant | null>;
    renewal_lease_of: Defaulted<string | null>;
    renewal_unanswered: Defaulted<boolean>;
    drafts_folder: Defaulted<string | null>;
    drafts_lease: Defaulted<Instant | null>;
    drafts_lease_of: Defaulted<string | null>;
    drafts_looked_at: Defaulted<Instant | null>;
  };
  cursor: { mailbox_id: MailboxId; folder: string; uid_validity: string; last_uid: number };
  candidacy: {
    id: CandidacyId;
    person_id: PersonId;
    number: number;
    employer: string;
    employer_domain: string | null;
    role: string | null;
    state: CandidacyState;
    close_reason: Defaulted<CloseReason | null>;
    state_before: Defaulted<CandidacyState | null>;
    size: EmployerSize;
    size_by: "rules" | "person";
    country: string | null;
    zone: string | null;
    word_count: Defaulted<number>;
    because: Defaulted<string>;
    next_due_at: Defaulted<Instant | null>;
    closes_at: Defaulted<Instant | null>;
    opened_at: Instant;
    reopened_at: Defaulted<Instant | null>;
    merged_into: Defaulted<CandidacyId | null>;
    offer_deadline: Defaulted<Temporal.PlainDate | null>;
    weighs: Defaulted<string | null>;
    preferences: ColumnType<unknown, string | undefined, string>;
    no_more: Defaulted<boolean>;
    every_w: Defaulted<number | null>;
    breakup_asked_at: Defaulted<Instant | null>;
    stages_told: Defaulted<boolean>;
    reading: ColumnType<Readonly<Record<string, string>>, string | undefined, string>;
  };
  message: {
    id: MessageRowId;
    person_id: PersonId;
    mailbox_id: MailboxId;
    identity: string;
    message_id: string | null;
    thread: string[];
    direction: "in" | "hand" | "afterword";
    candidacy_id: CandidacyId | null;
    from_name: string;
    from_address: string;
    recipients: Json<readonly Address[]>;
    reply_to: Defaulted<string[]>;
    subject: string;
    text: string;
    at: Instant;
    received_at: Instant;
    human: boolean;
    assessment: ColumnType<unknown, string | null, string | null>;
    out_of_office_until: string | null;
    asks: string | null;
    proof: ColumnType<SenderProof | null, string | null, never>;
    question: Defaulted<QuestionKind | null>;
    question_about: Defaulted<CandidacyId | null>;
  };
  contact: { candidacy_id: CandidacyId; address: string; name: string; ended: Defaulted<ContactEnd | null> };
  interview: {
    id: InterviewId;
    candidacy_id: CandidacyId;
    uid: string | null;
    sequence: number;
    starts_at: Instant;
    ends_at: Instant;
    zone: string;
    title: string;
    place: string | null;
    cancelled: boolean;
    final_stage: boolean;
    people: Json<Interview["people"]>;
  };
  interview_change: {
    id: Generated<number>;
    message_id: MessageRowId;
    interview_id: InterviewId;
    before: ColumnType<unknown, string | null, never>;
  };
  promise: {
    id: Generated<number>;
    candidacy_id: CandidacyId;
    made_at: Instant;
    due: Temporal.PlainDate;
    quote: string;
    silence_is_no: boolean;
    message_id: Defaulted<MessageRowId | null>;
  };
  occasion: {
    id: string;
    candidacy_id: CandidacyId;
    at: Instant;
    says: string;
    by: "person" | "mail";
    vacancy: string | null;
    message_id: Defaulted<MessageRowId | null>;
  };
  follow_up: {
    id: FollowUpId;
    candidacy_id: CandidacyId;
    key: string;
    kind: FollowUpKind;
    ordinal: number;
    interview_id: InterviewId | null;
    status: FollowUpRecord["status"];
    offer_from: Instant;
    due_at: Instant;
    stale_at: Instant;
    not_before: Defaulted<Temporal.PlainDate | null>;
    to_name: string | null;
    to_address: string | null;
    reason: string;
    rule: string;
    needs_occasion: Defaulted<boolean>;
    times_offered: Defaulted<number>;
    sent_at: Defaulted<Instant | null>;
  };
  draft: {
    id: DraftId;
    follow_up_id: FollowUpId;
    candidacy_id: CandidacyId;
    version: number;
    hash: string;
    to_name: string;
    to_address: string;
    subject: string;
    text: string;
    in_reply_to: string | null;
    refs: readonly string[];
    word_count: number;
    by: Draft["by"];
    basis: string;
    wish: Defaulted<string | null>;
    made_at: Instant;
  };
  proposal: {
    person_id: PersonId;
    request_hash: string;
    candidacy_id: CandidacyId;
    follow_up_id: FollowUpId;
    text: string | null;
    refused: string | null;
    prompt: string;
    tokens_in: number;
    tokens_out: number;
    made_at: Instant;
  };
  draft_copy: {
    draft_id: DraftId;
    mailbox_id: MailboxId;
    message_id: string;
    rfc822: Buffer;
    state: CopyState;
    folder: Defaulted<string | null>;
    uid_validity: Defaulted<string | null>;
    uid: Defaulted<number | null>;
    gone_since: Defaulted<Instant | null>;
    made_at: Instant;
  };
  voice: { person_id: PersonId; profile: Json<unknown>; learnt_at: Instant };
  lesson: { id: Generated<number>; person_id: PersonId; at: Instant; lesson: Json<unknown> };
  digest: {
    id: DigestId;
    person_id: PersonId;
    local_date: Temporal.PlainDate;
    token: string;
    message_id: string;
    mailed: boolean;
    seen: string;
    made_at: Instant;
  };
  digest_item: {
    digest_id: DigestId;
    n: number;
    type: ItemType;
    asks: QuestionKind | null;
    draft_id: DraftId | null;
    candidacy_id: CandidacyId | null;
    message_id: MessageRowId | null;
    outbox_id: OutboxId | null;
  };
  confirmation: {
    id: ConfirmationId;
    person_id: PersonId;
    digest_id: DigestId;
    token: string;
    message_id: string;
    asks: boolean;
    made_at: Instant;
  };
  confirmation_item: { confirmation_id: ConfirmationId; n: number; draft_id: DraftId; asks: boolean };
  debrief: {
    id: DebriefId;
    person_id: PersonId;
    interview_id: InterviewId;
    candidacy_id: CandidacyId;
    token: string;
    message_id: string;
    made_at: Instant;
    answer: Defaulted<string | null>;
  };
  reply: {
    person_id: PersonId;
    message_id: string;
    acted_at: Instant | null;
    told: Defaulted<boolean>;
  };
  outbox: {
    id: OutboxId;
    person_id: PersonId;
    mailbox_id: MailboxId;
    purpose: "draft" | "self";
    draft_id: DraftId | null;
    draft_hash: string | null;
    candidacy_id: CandidacyId | null;
    message_id: string;
    envelope_from: string;
    envelope_to: string;
    rfc822: Buffer;
    state: OutboxState;
    attempt: Defaulted<string | null>;
    attempts: Defaulted<number>;
    lease: Defaulted<Instant | null>;
    not_before: Instant;
    approved_at: Instant;
    unknown_since: Defaulted<Instant | null>;
    reply: Defaulted<string | null>;
    provider_message_id: Defaulted<string | null>;
    sent_at: Defaulted<Instant | null>;
    filed: Defaulted<boolean>;
    progressed_at: Generated<Instant>;
  };
  outbox_move: {
    outbox_id: OutboxId;
    n: number;
    at: Generated<Instant>;
    event: OutboxLogEvent;
    from_state: OutboxState | null;
    to_state: OutboxState;
    attempt: string | null;
    attempts: number;
    reply: string | null;
    tx: Generated<string>;
  };
  journal: {
    id: Generated<number>;
    person_id: PersonId;
    candidacy_id: CandidacyId | null;
    at: Instant;
    written_at: Generated<Instant>;
    type: JournalType;
    by: JournalEntry["by"];
    says: string;
    evidence: readonly string[];
    data: Json<JournalData>;
    tx: Generated<string>;
  };
  used_link: {
    id: string;
    person_id: PersonId;
    draft_id: DraftId;
    act: LinkAct["type"];
    at: Instant;
  };
  model_spend: { person_id: PersonId; local_date: Temporal.PlainDate; tokens: number; cost: number };
};

type Instant = Temporal.Instant;
type Json<T> = ColumnType<T, string, string>;
type Defaulted<T> = ColumnType<T, T | undefined, T>;
