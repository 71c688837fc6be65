-- What a signed link has done. The id is the SHA-256 of its token: each acts once (SAFETY R35), and none that still works is kept.
create table used_link (
  id text primary key,
  person_id uuid not null references person on delete cascade,
  draft_id uuid not null references draft on delete cascade,
  act text not null check (act in ('approve', 'skip', 'later', 'wish', 'edit', 'undo')),
  at timestamptz not null
);
-- For what falls away with its person or its draft.
create index used_link_of_person on used_link (person_id);
create index used_link_of_draft on used_link (draft_id);
