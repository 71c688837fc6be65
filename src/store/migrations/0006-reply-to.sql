-- Where a mail asks for answers (Reply-To), lower case; empty: nowhere else than From.
alter table message add reply_to text[] not null default '{}';
-- Under which addresses a person writes.
create index message_of_sender on message (person_id, from_address) where direction <> 'in';
