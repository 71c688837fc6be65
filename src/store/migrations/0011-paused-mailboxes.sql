-- Since when the person has it neither watched nor sent from; null: it is in use.
alter table mailbox add paused_at timestamptz;
