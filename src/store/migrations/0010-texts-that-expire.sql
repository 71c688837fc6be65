-- The sweep looks every half minute for mails whose text has been kept long enough (SAFETY R56).
create index message_with_text on message (person_id, received_at) where text <> '';
