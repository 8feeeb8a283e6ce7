create table access_account (
  jurisdiction    text        not null,
  account         text        not null,
  name            text        not null,
  unit            text,
  roles           text[]      not null default '{}',
  status          text        not null check (status in ('active', 'suspended')),
  last_sign_in_at timestamptz,
  primary key (jurisdiction, account)
);

comment on table access_account is 'Accounts as the ledger''s events left them';
comment on column access_account.unit is 'The unit whose rows the account sees, unless a role reaches further';
select guard_by_jurisdiction('access_account', 'select, insert, update, delete');

create table access_credential (
  jurisdiction  text        not null,
  account       text        not null,
  password_hash text        not null,
  must_change   boolean     not null,
  changed_at    timestamptz not null,
  primary key (jurisdiction, account)
);

comment on table access_credential is 'Password hashes; kept out of the ledger, which never forgets';
comment on column access_credential.password_hash is 'Argon2id in PHC form, salt included';
comment on column access_credential.must_change is 'Set by somebody else: nothing can be done with it but choosing an own one';
select guard_by_jurisdiction('access_credential', 'select, insert, update, delete');

create table access_attempt (
  jurisdiction text        not null,
  account      text        not null,
  failures     integer     not null,
  locked_until timestamptz,
  last_at      timestamptz not null,
  primary key (jurisdiction, account)
);

comment on table access_attempt is 'Sign-ins that failed since the last good one, by the name that was typed, known or not';
select guard_by_jurisdiction('access_attempt', 'select, insert, update, delete');

create table access_session (
  jurisdiction text        not null,
  token_hash   bytea       not null,
  account      text        not null,
  csrf_token   text        not null,
  started_at   timestamptz not null,
  seen_at      timestamptz not null,
  expires_at   timestamptz not null,
  primary key (jurisdiction, token_hash)
);

create index access_session_account on access_session (jurisdiction, account);

comment on table access_session is 'Who is signed in now; only a hash of the cookie is kept';
comment on column access_session.seen_at is 'Last used, to the minute: an idle session ends';
comment on column access_session.expires_at is 'Ends here whatever happens';
select guard_by_jurisdiction('access_session', 'select, insert, update, delete');

create table access_token (
  jurisdiction text        not null,
  token        text        not null,
  token_hash   bytea       not null,
  account      text        not null,
  title        text        not null,
  issued_at    timestamptz not null,
  expires_at   timestamptz not null,
  primary key (jurisdiction, token)
);

create index access_token_hash on access_token (jurisdiction, token_hash);

comment on table access_token is 'Bearer tokens of reporting systems; only a hash is kept';
comment on column access_token.token is 'Its public name, under which it is listed and revoked';
select guard_by_jurisdiction('access_token', 'select, insert, update, delete');

-- Streams of how the office itself is run begin with office/; the audit reads exactly those, newest first.
create index ledger_event_office on ledger_event (jurisdiction, position) where stream like 'office/%';
