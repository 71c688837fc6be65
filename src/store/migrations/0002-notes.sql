-- A short mail of ours that tells what an answer to a digest did. It is answered with the numbers of that digest.
create table note (
  id uuid primary key,
  person_id uuid not null references person on delete cascade,
  digest_id uuid not null references digest on delete cascade,
  token text not null unique,
  message_id text not null unique,
  -- It asks something back: then a bare "ok" in answer to it is not taken for thanks.
  asks boolean not null,
  made_at timestamptz not null
);
create index note_of_digest on note (digest_id);

-- The lines of the digest that stand for another version of their draft from then on, because the note showed it in full (SAFETY R12).
create table note_item (
  note_id uuid not null references note on delete cascade,
  n integer not null,
  draft_id uuid not null references draft on delete cascade,
  -- That very note waits for its approval; else an earlier one showed it, or it is approved.
  asks boolean not null,
  primary key (note_id, n)
);
