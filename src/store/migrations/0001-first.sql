-- The nouns of the program (DESIGN section 4). Times are timestamptz; local dates are dates in the person's zone.

create table clock (
  one boolean primary key default true check (one),
  offset_ms bigint not null default 0
);
insert into clock default values;

create table person (
  id uuid primary key,
  name text not null,
  address text not null unique,
  zone text not null,
  country text not null,
  digest_at time not null,
  preferences jsonb not null default '{}',
  -- `pause`: nothing is proposed before this moment (POLICY 6.12).
  paused_until timestamptz,
  -- What the person will not do; a mail that announces such a thing is flagged (POLICY 4).
  non_negotiables text[] not null default '{}',
  -- What drafts may say of the person, in their own words (POLICY 5).
  about_me text[] not null default '{}',
  -- The secret part of the calendar feed's address; null: there is no feed.
  feed_token text unique,
  -- By which version of the policy the plans were made.
  policy_version integer not null default 0,
  next_number integer not null default 1,
  created_at timestamptz not null
);

create table mailbox (
  id uuid primary key,
  person_id uuid not null references person on delete cascade,
  address text not null,
  imap jsonb not null,
  smtp jsonb not null,
  login text not null,
  password bytea not null,
  sent_folder text not null,
  files_sent_itself boolean not null default false,
  authserv_id text,
  trouble text,
  refusals smallint not null default 0,
  sending_paused boolean not null default false,
  -- After a refused login nobody knocks before this moment (SAFETY R22).
  knock_after timestamptz,
  healthy_at timestamptz,
  connected_at timestamptz not null,
  -- The first reading: from when on old mail is read, how far it has come, and when it was done. No history_since: none was wanted.
  history_since timestamptz,
  history_place text,
  history_done_at timestamptz,
  unique (person_id, address)
);

create table cursor (
  mailbox_id uuid not null references mailbox on delete cascade,
  folder text not null,
  uid_validity numeric(20) not null,
  last_uid bigint not null,
  primary key (mailbox_id, folder)
);

create table candidacy (
  id uuid primary key,
  person_id uuid not null references person on delete cascade,
  number integer not null,
  employer text not null,
  employer_domain text,
  role text,
  state text not null,
  close_reason text,
  state_before text,
  size text not null default 'unknown',
  size_by text not null default 'rules',
  country text,
  zone text,
  word_count integer not null default 0,
  because text not null default '',
  next_due_at timestamptz,
  closes_at timestamptz,
  opened_at timestamptz not null,
  -- When the person last reopened it by hand: the waiting starts again from there.
  reopened_at timestamptz,
  -- It turned out to be the same as that one: closed, and no mail joins it any more.
  merged_into uuid references candidacy on delete cascade,
  -- The last day on which their offer can be accepted, where it is known.
  offer_deadline date,
  -- What the person wants otherwise here than everywhere: waiting times by name, as in person.preferences.
  preferences jsonb not null default '{}',
  -- "2 no more"; "3 every 10 days", in working days; "break up ABC", when it was said; a note tells how many stages there are.
  no_more boolean not null default false,
  every_w smallint,
  breakup_asked_at timestamptz,
  stages_told boolean not null default false,
  -- Whence size, country and zone are known, one sentence each (POLICY 4, 6.16).
  reading jsonb not null default '{}',
  -- What the plans of the other candidacies take it for: an offer, one that is accepted, a contract. Null: nothing.
  weighs text,
  unique (person_id, number)
);
create index candidacy_due on candidacy (next_due_at) where next_due_at is not null;

create table message (
  id uuid primary key,
  person_id uuid not null references person on delete cascade,
  mailbox_id uuid not null references mailbox on delete cascade,
  identity text not null,
  message_id text,
  thread text[] not null,
  direction text not null check (direction in ('in', 'hand', 'afterword')),
  candidacy_id uuid references candidacy on delete set null,
  from_name text not null,
  from_address text not null,
  recipients jsonb not null,
  subject text not null,
  text text not null,
  at timestamptz not null,
  received_at timestamptz not null,
  human boolean not null,
  assessment jsonb,
  -- First day back in ISO, or 'unknown', when this is an out-of-office (POLICY 6.10).
  out_of_office_until text,
  -- The sentence that asks something of the person (POLICY 3.9), or null.
  asks text,
  -- Whose word it is, as far as that was proven when it came.
  proof jsonb,
  -- What the digest asks the person about this mail, and of which candidacy; null when nothing is asked.
  question text,
  question_about uuid references candidacy on delete set null,
  unique (mailbox_id, identity)
);
create index message_by_message_id on message (person_id, message_id);
create index message_of_candidacy on message (candidacy_id, at);

create table contact (
  candidacy_id uuid not null references candidacy on delete cascade,
  address text not null,
  name text not null,
  ended text,
  primary key (candidacy_id, address)
);

create table interview (
  id uuid primary key,
  candidacy_id uuid not null references candidacy on delete cascade,
  uid text,
  sequence integer not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  zone text not null,
  title text not null,
  place text,
  cancelled boolean not null default false,
  final_stage boolean not null default false,
  people jsonb not null default '[]'
);
create index interview_of_candidacy on interview (candidacy_id, starts_at);

-- What a mail did to an interview, so that it can be taken back when the mail was misread: the interview before it, null where the mail made it.
create table interview_change (
  id bigint generated always as identity primary key,
  message_id uuid not null references message on delete cascade,
  interview_id uuid not null references interview on delete cascade,
  before jsonb
);
create index interview_change_of_message on interview_change (message_id);

create table promise (
  id bigint generated always as identity primary key,
  candidacy_id uuid not null references candidacy on delete cascade,
  made_at timestamptz not null,
  due date not null,
  quote text not null,
  silence_is_no boolean not null default false,
  -- The mail that made it; null when the person told it.
  message_id uuid references message on delete cascade
);

-- What the person told about a candidacy, and news of theirs that mails brought: an occasion to keep in touch (POLICY 1).
create table occasion (
  id uuid primary key,
  candidacy_id uuid not null references candidacy on delete cascade,
  at timestamptz not null,
  says text not null,
  by text not null check (by in ('person', 'mail')),
  -- The role of a vacancy notice.
  vacancy text,
  message_id uuid references message on delete cascade
);
create index occasion_of_candidacy on occasion (candidacy_id, at);

create table follow_up (
  id uuid primary key,
  candidacy_id uuid not null references candidacy on delete cascade,
  key text not null,
  kind text not null,
  ordinal smallint not null,
  interview_id uuid references interview on delete cascade,
  status text not null,
  offer_from timestamptz not null,
  due_at timestamptz not null,
  stale_at timestamptz not null,
  not_before date,
  to_name text,
  to_address text,
  reason text not null,
  rule text not null,
  needs_occasion boolean not null default false,
  times_offered smallint not null default 0,
  sent_at timestamptz,
  unique (candidacy_id, key)
);
create index follow_up_due on follow_up (offer_from) where status in ('planned', 'offered');

create table draft (
  id uuid primary key,
  follow_up_id uuid not null references follow_up on delete cascade,
  candidacy_id uuid not null references candidacy on delete cascade,
  version integer not null,
  hash text not null,
  to_name text not null,
  to_address text not null,
  subject text not null,
  text text not null,
  in_reply_to text,
  refs text[] not null,
  word_count integer not null,
  -- Whose words they are: of a template, a model, or the person.
  by text not null check (by in ('template', 'model', 'person')),
  -- SHA-256 of the facts that it was written from: while they hold, and nobody has written, it stays.
  basis text not null,
  -- What the person wants changed in it; then the next version is awaited.
  wish text,
  made_at timestamptz not null,
  unique (follow_up_id, version)
);
create index draft_wished on draft (id) where wish is not null;

-- What a model made of a request. A text is there once it was found fit, so that nothing is asked twice.
create table proposal (
  person_id uuid not null references person on delete cascade,
  request_hash text not null,
  candidacy_id uuid not null references candidacy on delete cascade,
  follow_up_id uuid not null references follow_up on delete cascade,
  text text,
  refused text,
  prompt text not null,
  tokens_in integer not null,
  tokens_out integer not null,
  made_at timestamptz not null,
  primary key (person_id, request_hash),
  check ((text is null) <> (refused is null))
);

-- How a person writes, read from their Sent mail, and what their edits say about it.
create table voice (
  person_id uuid primary key references person on delete cascade,
  profile jsonb not null,
  learnt_at timestamptz not null
);
create table lesson (
  id bigint generated always as identity primary key,
  person_id uuid not null references person on delete cascade,
  at timestamptz not null,
  lesson jsonb not null
);
create index lesson_of_person on lesson (person_id, id);

create table digest (
  id uuid primary key,
  person_id uuid not null references person on delete cascade,
  local_date date not null,
  token text not null unique,
  message_id text not null unique,
  -- False for a day with nothing to say: the row keeps the day from getting a second chance (R11), no mail left.
  mailed boolean not null,
  made_at timestamptz not null,
  -- What the store had committed when the news of this digest were gathered.
  seen pg_snapshot not null,
  unique (person_id, local_date)
);

create table digest_item (
  digest_id uuid not null references digest on delete cascade,
  n integer not null,
  type text not null check (type in ('draft', 'question', 'candidacy', 'unconfirmed', 'standing')),
  asks text,
  draft_id uuid references draft on delete cascade,
  candidacy_id uuid references candidacy on delete cascade,
  message_id uuid references message on delete cascade,
  outbox_id uuid,
  primary key (digest_id, n)
);

create table debrief (
  id uuid primary key,
  person_id uuid not null references person on delete cascade,
  interview_id uuid not null unique references interview on delete cascade,
  candidacy_id uuid not null references candidacy on delete cascade,
  token text not null unique,
  message_id text not null unique,
  made_at timestamptz not null,
  answer text
);

-- A reply is acted on once, whichever folder shows it first and however often it is delivered (SAFETY R29).
create table reply (
  person_id uuid not null references person on delete cascade,
  message_id text not null,
  -- Null while only the inbox shows it: nothing proves yet that the person wrote it.
  acted_at timestamptz,
  told boolean not null default false,
  primary key (person_id, message_id)
);

-- SAFETY section 1. Leases run on the database's own clock (R9); not_before is the travelled clock.
create table outbox (
  id uuid primary key,
  person_id uuid not null references person on delete cascade,
  mailbox_id uuid not null references mailbox on delete cascade,
  purpose text not null check (purpose in ('draft', 'self')),
  draft_id uuid unique references draft on delete cascade,
  draft_hash text,
  candidacy_id uuid references candidacy on delete cascade,
  message_id text not null unique,
  envelope_from text not null,
  envelope_to text not null,
  rfc822 bytea not null,
  state text not null,
  attempt uuid,
  attempts integer not null default 0,
  lease timestamptz,
  not_before timestamptz not null,
  approved_at timestamptz not null,
  unknown_since timestamptz,
  reply text,
  provider_message_id text,
  sent_at timestamptz,
  filed boolean not null default false,
  progressed_at timestamptz not null default now()
);
create index outbox_live on outbox (state) where state in ('queued', 'claimed', 'transmitting', 'unknown');

create table journal (
  id bigint generated always as identity primary key,
  person_id uuid not null references person on delete cascade,
  candidacy_id uuid references candidacy on delete cascade,
  at timestamptz not null,
  written_at timestamptz not null default now(),
  type text not null,
  by text not null,
  says text not null,
  evidence text[] not null default '{}',
  data jsonb not null default '{}',
  -- Which transaction wrote it: with digest.seen, what a digest could not see yet is told by the next one, whatever its time.
  tx xid8 not null default pg_current_xact_id()
);
create index journal_of_candidacy on journal (candidacy_id, id);
create index journal_of_person on journal (person_id, id);

-- Append-only: history, audit and undo rest on it. A deleted person takes their rows along (cascade from person).
create function journal_is_append_only() returns trigger language plpgsql as $$
begin
  raise exception 'the journal is append-only';
end $$;
create trigger journal_no_update before update on journal for each row execute function journal_is_append_only();

-- What the questions to the model have used, or reserved and not settled yet: a row per person and local date (SAFETY R48).
create table model_spend (
  person_id uuid not null references person on delete cascade,
  local_date date not null,
  tokens bigint not null,
  -- In millionths of the currency in which the prices are given.
  cost bigint not null,
  primary key (person_id, local_date)
);
