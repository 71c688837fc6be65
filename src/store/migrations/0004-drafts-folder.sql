-- The person's Drafts folder as it was last used and looked at, and until when who works in it; leases run on the database's own clock (SAFETY R9).
alter table mailbox add drafts_folder text;
alter table mailbox add drafts_looked_at timestamptz;
alter table mailbox add drafts_lease timestamptz;
alter table mailbox add drafts_lease_of text;

-- The copy of an offered draft in the Drafts folder: one for each version, its bytes fixed before it is put there (docs/decisions/0011).
create table draft_copy (
  draft_id uuid primary key references draft on delete cascade,
  mailbox_id uuid not null references mailbox on delete cascade,
  message_id text not null unique,
  rfc822 bytea not null,
  state text not null check (state in ('putting', 'lies', 'edited', 'missing', 'removed', 'sent', 'deleted', 'let_go')),
  -- Where it was last seen.
  folder text,
  uid_validity numeric(20),
  uid bigint,
  -- When it was missed for the first time, or taken out.
  gone_since timestamptz,
  made_at timestamptz not null,
  check ((folder is null) = (uid is null) and (folder is null) = (uid_validity is null))
);
create index draft_copy_of_mailbox on draft_copy (mailbox_id, state);
-- Whether a digest has shown a draft.
create index digest_item_of_draft on digest_item (draft_id) where draft_id is not null;
