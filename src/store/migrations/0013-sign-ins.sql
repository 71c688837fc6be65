-- Whose sign-in lets the mailbox in (OAuth 2.0); null: a password does. With a sign-in, `password` holds its sealed tokens (SAFETY R27, R50).
alter table mailbox add sign_in text check (sign_in in ('google', 'microsoft'));
-- When the access token dies, and when the sign-in itself does where that is known.
alter table mailbox add token_expires_at timestamptz;
alter table mailbox add sign_in_ends_at timestamptz;
-- Why the person has to sign in again, in the provider's words; null: it is not over.
alter table mailbox add sign_in_over text;
-- Counts the renewals, and says who renews it now and until when nobody else does.
alter table mailbox add renewals integer not null default 0;
alter table mailbox add renewal_lease timestamptz;
alter table mailbox add renewal_lease_of text;
-- A renewal was asked for of which no answer was written down: the refresh token may be spent.
alter table mailbox add renewal_unanswered boolean not null default false;
