-- A short mail of ours that tells what an answer to a digest did. It is answered with the numbers of that digest.
create table confirmation (
  id uuid primary key,
  person_id uuid not null references person on delete cascade,
  digest_id uuid not null references digest on delete cascade,
  token text not null unique,
  message_id text not null unique,
  -- It asks something back: then a bare "ok" in answer to it is not taken for thanks.
  asks boolean not null,
  made_at timestamptz not null
);
create index confirmation_of_person on confirmation (person_id);
create index confirmation_of_digest on confirmation (digest_id);

-- The lines of the digest that stand for another version of their draft from then on, because the confirmation showed it in full (SAFETY R12).
create table confirmation_item (
  confirmation_id uuid not null references confirmation on delete cascade,
  n integer not null,
  draft_id uuid not null references draft on delete cascade,
  -- That very confirmation waits for its approval; else an earlier one showed it, or it is approved.
  asks boolean not null,
  primary key (confirmation_id, n)
);
create index confirmation_item_of_draft on confirmation_item (draft_id);

-- A token of a plus-address arrives in lower case.
create index digest_by_token on digest (lower(token));
create index confirmation_by_token on confirmation (lower(token));

-- The newest mail of ours to a person.
create index outbox_to_person on outbox (person_id, approved_at) where purpose = 'self';
