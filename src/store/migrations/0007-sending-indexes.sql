-- Each sending counts what its mailbox has sent, and each mail that is read asks whether it is one of ours.
create index outbox_of_mailbox on outbox (mailbox_id, state);
create index outbox_of_person on outbox (person_id);

-- The sweep looks every half minute, however many mails have long left.
create index outbox_unfiled on outbox (id) where state = 'sent' and not filed and purpose = 'draft';
