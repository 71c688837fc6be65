-- Every move of a mail, written by the store itself in the transaction of the move: the moves alone give the row as it stands (SAFETY R59).
create table outbox_move (
  outbox_id uuid not null references outbox on delete cascade,
  -- From 1, without a hole.
  n integer not null check (n > 0),
  -- The database's own clock (SAFETY R9); the journal rows of the same transaction know the travelled one.
  at timestamptz not null default now(),
  -- 'made' for the first one; 'carried_over' where the mail is older than this log.
  event text not null,
  from_state text,
  to_state text not null,
  -- The attempt that the row belongs to after the move, and how many have begun by then.
  attempt uuid,
  attempts integer not null,
  -- What the server answered, or where the mail was found; null where the move brought no answer.
  reply text,
  tx xid8 not null default pg_current_xact_id(),
  primary key (outbox_id, n)
);

insert into outbox_move (outbox_id, n, event, to_state, attempt, attempts, reply)
select id, 1, 'carried_over', state, attempt, attempts, reply from outbox;

-- Append-only; what belongs to a mail that is gone goes with it (cascade from person).
create function outbox_move_is_append_only() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' and not exists (select from outbox where id = old.outbox_id) then
    return old;
  end if;
  raise exception 'the log of moves is append-only';
end $$;
create trigger outbox_move_stays before update or delete on outbox_move for each row execute function outbox_move_is_append_only();
