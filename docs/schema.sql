-- The schema that the files of migrations/ add up to. Made from a migrated database by
--   npx vitest run test/schema.test.ts -u
-- and compared with one in every run, so a migration shows here what it changes.

create sequence ledger_position;

CREATE OR REPLACE FUNCTION public.current_jurisdiction()
 RETURNS text
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN current_setting('xiaoneng.jurisdiction'::text, true);

CREATE OR REPLACE FUNCTION public.guard_accountability(guarded regclass)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
begin
  execute format('create policy own_accountability on %s as restrictive to xiaoneng_app
                    using (   (select current_setting(''xiaoneng.jurisdiction'', true)) = ''*''
                           or (select current_setting(''xiaoneng.account'', true)) = any (seen_by)
                           or (    (select current_setting(''xiaoneng.reach'', true)) = ''jurisdiction''
                               and coalesce((select current_setting(''xiaoneng.account'', true)), '''') = '''')
                           or (    account is distinct from (select current_setting(''xiaoneng.account'', true))
                               and (   (    not sealed
                                        and (select current_setting(''xiaoneng.reach'', true)) = ''jurisdiction''
                                        and (   decided
                                             or ''supervisor'' = any (string_to_array((select current_setting(''xiaoneng.roles'', true)), '',''))))
                                    or (    (decided or not sealed)
                                        and ''personnel'' = any (string_to_array((select current_setting(''xiaoneng.roles'', true)), '','')))
                                    or (    sealed
                                        and casework is not null
                                        and exists (select 1
                                                      from investigation
                                                     where investigation.jurisdiction = (select current_setting(''xiaoneng.jurisdiction'', true))
                                                       and ''investigation/'' || investigation.number = casework))))
                           or (    (select current_setting(''xiaoneng.reach'', true)) in (''unit'', ''jurisdiction'')
                               and unit_sees
                               and ''unitHead'' = any (string_to_array((select current_setting(''xiaoneng.roles'', true)), '',''))
                               and unit = (select current_setting(''xiaoneng.unit'', true))))', guarded);
end $function$;

CREATE OR REPLACE FUNCTION public.guard_by_jurisdiction(guarded regclass, rights text)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
begin
  execute format('alter table %s enable row level security', guarded);
  execute format('create policy own_jurisdiction on %s to xiaoneng_app
                    using (jurisdiction = current_setting(''xiaoneng.jurisdiction'', true))', guarded);
  execute format('create policy every_jurisdiction on %s to xiaoneng_system using (true)', guarded);
  execute format('grant %s on %s to xiaoneng_app', rights, guarded);
end $function$;

CREATE OR REPLACE FUNCTION public.guard_by_unit(guarded regclass)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
begin
  execute format('create policy own_unit on %s as restrictive to xiaoneng_app
                    using (   (select current_setting(''xiaoneng.reach'', true)) = ''jurisdiction''
                           or (select current_setting(''xiaoneng.jurisdiction'', true)) = ''*''
                           or (    (select current_setting(''xiaoneng.reach'', true)) = ''unit''
                               and unit = (select current_setting(''xiaoneng.unit'', true))))', guarded);
end $function$;

CREATE OR REPLACE FUNCTION public.seen_streams(streams text[])
 RETURNS text[]
 LANGUAGE sql
 STABLE
AS $function$
  select array(select 'visit/' || visit
                 from inspection_visit
                where jurisdiction = (select current_setting('xiaoneng.jurisdiction', true))
                  and visit in (select substr(stream, 7) from unnest(streams) stream where stream like 'visit/%')
                union all
               select 'investigation/' || number
                 from investigation
                where jurisdiction = (select current_setting('xiaoneng.jurisdiction', true))
                  and number in (select substr(stream, 15) from unnest(streams) stream where stream like 'investigation/%')
                union all
               select 'report/' || report
                 from protected_report
                where jurisdiction = (select current_setting('xiaoneng.jurisdiction', true))
                  and report in (select substr(stream, 8) from unnest(streams) stream where stream like 'report/%')
                order by 1)
$function$;

create table access_account (
  jurisdiction text not null,
  account text not null,
  name text not null,
  unit text,
  roles text[] default '{}'::text[] not null,
  status text not null,
  last_sign_in_at timestamp with time zone,
  constraint access_account_pkey PRIMARY KEY (jurisdiction, account),
  constraint access_account_status_check CHECK ((status = ANY (ARRAY['active'::text, 'suspended'::text])))
);
alter table access_account enable row level security;
create policy every_jurisdiction on access_account for all to xiaoneng_system using (true);
create policy own_jurisdiction on access_account for all to xiaoneng_app using ((jurisdiction = current_setting('xiaoneng.jurisdiction'::text, true)));
grant delete, insert, select, update on access_account to xiaoneng_app;
comment on table access_account is 'Accounts as the ledger''s events left them';
comment on column access_account.unit is 'The unit whose rows the account sees, unless a role reaches further';

create table access_attempt (
  jurisdiction text not null,
  account text not null,
  failures integer not null,
  locked_until timestamp with time zone,
  last_at timestamp with time zone not null,
  constraint access_attempt_pkey PRIMARY KEY (jurisdiction, account)
);
alter table access_attempt enable row level security;
create policy every_jurisdiction on access_attempt for all to xiaoneng_system using (true);
create policy own_jurisdiction on access_attempt for all to xiaoneng_app using ((jurisdiction = current_setting('xiaoneng.jurisdiction'::text, true)));
grant delete, insert, select, update on access_attempt to xiaoneng_app;
comment on table access_attempt is 'Sign-ins that failed since the last good one, by the name that was typed, known or not';

create table access_credential (
  jurisdiction text not null,
  account text not null,
  password_hash text not null,
  must_change boolean not null,
  changed_at timestamp with time zone not null,
  constraint access_credential_pkey PRIMARY KEY (jurisdiction, account)
);
alter table access_credential enable row level security;
create policy every_jurisdiction on access_credential for all to xiaoneng_system using (true);
create policy own_jurisdiction on access_credential for all to xiaoneng_app using ((jurisdiction = current_setting('xiaoneng.jurisdiction'::text, true)));
grant delete, insert, select, update on access_credential to xiaoneng_app;
comment on table access_credential is 'Password hashes; kept out of the ledger, which never forgets';
comment on column access_credential.password_hash is 'Argon2id in PHC form, salt included';
comment on column access_credential.must_change is 'Set by somebody else: nothing can be done with it but choosing an own one';

create table access_read (
  jurisdiction text not null,
  read text not null,
  read_at timestamp with time zone not null,
  account text not null,
  reader_unit text,
  roles text[] not null,
  kind text not null,
  operation text not null,
  subject text not null,
  filters json not null,
  purpose text,
  outcome text not null,
  rows_shown integer,
  address text not null,
  constraint access_read_pkey PRIMARY KEY (jurisdiction, read),
  constraint access_read_kind_check CHECK ((kind = ANY (ARRAY['opened'::text, 'listed'::text, 'exported'::text])))
);
CREATE INDEX access_read_account ON access_read USING btree (jurisdiction, account, read);
CREATE INDEX access_read_subject ON access_read USING btree (jurisdiction, subject, read);
alter table access_read enable row level security;
create policy every_jurisdiction on access_read for all to xiaoneng_system using (true);
create policy own_jurisdiction on access_read for all to xiaoneng_app using ((jurisdiction = current_setting('xiaoneng.jurisdiction'::text, true)));
create policy seen_by_auditor on access_read as restrictive for select to xiaoneng_app using (('auditAdministrator'::text = ANY (string_to_array(( SELECT current_setting('xiaoneng.roles'::text, true) AS current_setting), ','::text))));
grant insert, select on access_read to xiaoneng_app;
comment on table access_read is 'Every look at cases, cards and the audit itself through HTTP: who, when, at what and why';
comment on column access_read.read is 'UUIDv7: sorts by time';
comment on column access_read.operation is 'Name of the endpoint';
comment on column access_read.subject is 'What was asked for by its name: log/case, card or log; empty for a list of everything';
comment on column access_read.filters is 'Filters by name. Values of closed lists stand as they are; of a free text, which may be protected, only its length';
comment on column access_read.purpose is 'In the reader''s own words; required where a whole log leaves the house';
comment on column access_read.outcome is 'answered, or the code of the refusal';
comment on column access_read.rows_shown is 'Rows in the answer, where it was a list';

create table access_session (
  jurisdiction text not null,
  token_hash bytea not null,
  account text not null,
  csrf_token text not null,
  started_at timestamp with time zone not null,
  seen_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  constraint access_session_pkey PRIMARY KEY (jurisdiction, token_hash)
);
CREATE INDEX access_session_account ON access_session USING btree (jurisdiction, account);
alter table access_session enable row level security;
create policy every_jurisdiction on access_session for all to xiaoneng_system using (true);
create policy own_jurisdiction on access_session for all to xiaoneng_app using ((jurisdiction = current_setting('xiaoneng.jurisdiction'::text, true)));
grant delete, insert, select, update on access_session to xiaoneng_app;
comment on table access_session is 'Who is signed in now; only a hash of the cookie is kept';
comment on column access_session.seen_at is 'Last used, to the minute: an idle session ends';
comment on column access_session.expires_at is 'Ends here whatever happens';

create table access_token (
  jurisdiction text not null,
  token text not null,
  token_hash bytea not null,
  account text not null,
  title text not null,
  issued_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  constraint access_token_pkey PRIMARY KEY (jurisdiction, token)
);
CREATE INDEX access_token_hash ON access_token USING btree (jurisdiction, token_hash);
alter table access_token enable row level security;
create policy every_jurisdiction on access_token for all to xiaoneng_system using (true);
create policy own_jurisdiction on access_token for all to xiaoneng_app using ((jurisdiction = current_setting('xiaoneng.jurisdiction'::text, true)));
grant delete, insert, select, update on access_token to xiaoneng_app;
comment on table access_token is 'Bearer tokens of reporting systems; only a hash is kept';
comment on column access_token.token is 'Its public name, under which it is listed and revoked';

create table accountability_file (
  jurisdiction text not null,
  file text not null,
  unit text not null,
  account text,
  kind text not null,
  instrument text not null,
  grade integer not null,
  conduct text not null,
  casework text,
  findings text[] not null,
  stage text not null,
  live boolean not null,
  decided boolean not null,
  stands boolean not null,
  over boolean not null,
  seen_by text[] not null,
  unit_sees boolean not null,
  proposed_at timestamp with time zone not null,
  state jsonb not null,
  version integer not null,
  sealed boolean default false not null,
  constraint accountability_file_pkey PRIMARY KEY (jurisdiction, file),
  constraint accountability_file_kind_check CHECK ((kind = ANY (ARRAY['unit'::text, 'person'::text])))
);
CREATE INDEX accountability_file_findings ON accountability_file USING gin (findings);
CREATE INDEX accountability_file_subject ON accountability_file USING btree (jurisdiction, unit, account);
alter table accountability_file enable row level security;
create policy every_jurisdiction on accountability_file for all to xiaoneng_system using (true);
create policy own_accountability on accountability_file as restrictive for all to xiaoneng_app using (((( SELECT current_setting('xiaoneng.jurisdiction'::text, true) AS current_setting) = '*'::text) OR (( SELECT current_setting('xiaoneng.account'::text, true) AS current_setting) = ANY (seen_by)) OR ((( SELECT current_setting('xiaoneng.reach'::text, true) AS current_setting) = 'jurisdiction'::text) AND (COALESCE(( SELECT current_setting('xiaoneng.account'::text, true) AS current_setting), ''::text) = ''::text)) OR ((account IS DISTINCT FROM ( SELECT current_setting('xiaoneng.account'::text, true) AS current_setting)) AND (((NOT sealed) AND (( SELECT current_setting('xiaoneng.reach'::text, true) AS current_setting) = 'jurisdiction'::text) AND (decided OR ('supervisor'::text = ANY (string_to_array(( SELECT current_setting('xiaoneng.roles'::text, true) AS current_setting), ','::text))))) OR ((decided OR (NOT sealed)) AND ('personnel'::text = ANY (string_to_array(( SELECT current_setting('xiaoneng.roles'::text, true) AS current_setting), ','::text)))) OR (sealed AND (casework IS NOT NULL) AND (EXISTS ( SELECT 1
   FROM investigation
  WHERE ((investigation.jurisdiction = ( SELECT current_setting('xiaoneng.jurisdiction'::text, true) AS current_setting)) AND (('investigation/'::text || investigation.number) = accountability_file.casework))))))) OR ((( SELECT current_setting('xiaoneng.reach'::text, true) AS current_setting) = ANY (ARRAY['unit'::text, 'jurisdiction'::text])) AND unit_sees AND ('unitHead'::text = ANY (string_to_array(( SELECT current_setting('xiaoneng.roles'::text, true) AS current_setting), ','::text))) AND (unit = ( SELECT current_setting('xiaoneng.unit'::text, true) AS current_setting)))));
create policy own_jurisdiction on accountability_file for all to xiaoneng_app using ((jurisdiction = current_setting('xiaoneng.jurisdiction'::text, true)));
grant delete, insert, select, update on accountability_file to xiaoneng_app;
comment on table accountability_file is 'Measures that the office itself decides: cards, the letter, efficiency and personnel measures (五卡一书、效能问责、组织处理)';
comment on column accountability_file.unit is 'The unit that is the subject, or whose person is';
comment on column accountability_file.live is 'Proposed or standing: the same fact is not dealt with again';
comment on column accountability_file.stands is 'Decided, and neither withdrawn nor cleared: it counts';
comment on column accountability_file.over is 'Carried out and its period ended, or come to nothing: ordinary views leave it out';
comment on column accountability_file.seen_by is 'Accounts that work on it, and the subject once it was told';
comment on column accountability_file.unit_sees is 'The head of the unit sees it, also where he acts on it beyond his unit';
comment on column accountability_file.state is 'The file as its stream tells it, folded: what decisions are taken on';
comment on column accountability_file.sealed is 'From a sealed case or finding, and its decision does not tell it to everybody: supervision and leaders do not see it either';

create table accountability_ladder (
  jurisdiction text not null,
  ladder text not null,
  state jsonb not null,
  version integer not null,
  constraint accountability_ladder_pkey PRIMARY KEY (jurisdiction, ladder)
);
alter table accountability_ladder enable row level security;
create policy every_jurisdiction on accountability_ladder for all to xiaoneng_system using (true);
create policy own_jurisdiction on accountability_ladder for all to xiaoneng_app using ((jurisdiction = current_setting('xiaoneng.jurisdiction'::text, true)));
grant delete, insert, select, update on accountability_ladder to xiaoneng_app;
comment on table accountability_ladder is 'Versions of the ladder (instruments, table, effects, numbers) with the day from which each holds; drafted by one, approved by another';

create table accountability_statement (
  jurisdiction text not null,
  statement text not null,
  said_on date not null,
  withdrawn boolean not null,
  state jsonb not null,
  version integer not null,
  constraint accountability_statement_pkey PRIMARY KEY (jurisdiction, statement)
);
alter table accountability_statement enable row level security;
create policy every_jurisdiction on accountability_statement for all to xiaoneng_system using (true);
create policy own_jurisdiction on accountability_statement for all to xiaoneng_app using ((jurisdiction = current_setting('xiaoneng.jurisdiction'::text, true)));
grant delete, insert, select, update on accountability_statement to xiaoneng_app;
comment on table accountability_statement is 'What was published of measures: who was dealt with, or how many, each with the files behind it: derived from accountability-statement/<statement>';

create table agency_agent (
  jurisdiction text not null,
  account text not null,
  unit text not null,
  ended boolean not null,
  state jsonb not null,
  version integer not null,
  constraint agency_agent_pkey PRIMARY KEY (jurisdiction, account)
);
alter table agency_agent enable row level security;
create policy every_jurisdiction on agency_agent for all to xiaoneng_system using (true);
create policy own_jurisdiction on agency_agent for all to xiaoneng_app using ((jurisdiction = current_setting('xiaoneng.jurisdiction'::text, true)));
grant delete, insert, select, update on agency_agent to xiaoneng_app;
comment on table agency_agent is 'Agents of villages and of the hall with what they take on (代办员)';

create table agency_matter (
  jurisdiction text not null,
  agency text not null,
  unit text not null,
  township text,
  agent text not null,
  person text not null,
  stage text not null,
  case_no text,
  taken_at timestamp with time zone not null,
  state jsonb not null,
  version integer not null,
  constraint agency_matter_pkey PRIMARY KEY (jurisdiction, agency)
);
CREATE INDEX agency_matter_of_case ON agency_matter USING btree (jurisdiction, case_no) WHERE (case_no IS NOT NULL);
CREATE INDEX agency_matter_of_unit ON agency_matter USING btree (jurisdiction, unit, taken_at);
alter table agency_matter enable row level security;
create policy every_jurisdiction on agency_matter for all to xiaoneng_system using (true);
create policy own_agency on agency_matter as restrictive for all to xiaoneng_app using (((( SELECT current_setting('xiaoneng.reach'::text, true) AS current_setting) = 'jurisdiction'::text) OR (( SELECT current_setting('xiaoneng.jurisdiction'::text, true) AS current_setting) = '*'::text) OR ((( SELECT current_setting('xiaoneng.reach'::text, true) AS current_setting) = 'unit'::text) AND ((unit = ( SELECT current_setting('xiaoneng.unit'::text, true) AS current_setting)) OR (township = ( SELECT current_setting('xiaoneng.unit'::text, true) AS current_setting))))));
create policy own_jurisdiction on agency_matter for all to xiaoneng_app using ((jurisdiction = current_setting('xiaoneng.jurisdiction'::text, true)));
grant delete, insert, select, update on agency_matter to xiaoneng_app;
comment on table agency_matter is 'What is being done for residents, from the mandate to the delivery';
comment on column agency_matter.township is 'The service centre that the papers go to; it sees the matter as well';
comment on column agency_matter.person is 'A reference into the vault';

create table application_ban (
  jurisdiction text not null,
  ban text not null,
  person text not null,
  item text not null,
  unit text not null,
  from_day date not null,
  until_day date not null,
  lifted boolean not null,
  content jsonb not null,
  version integer not null,
  constraint application_ban_pkey PRIMARY KEY (jurisdiction, ban)
);
CREATE INDEX application_ban_person ON application_ban USING btree (jurisdiction, person) WHERE (NOT lifted);
CREATE INDEX application_ban_unit ON application_ban USING btree (jurisdiction, unit, until_day);
alter table application_ban enable row level security;
create policy every_jurisdiction on application_ban for all to xiaoneng_system using (true);
create policy own_ban on application_ban as restrictive for all to xiaoneng_app using (((( SELECT current_setting('xiaoneng.reach'::text, true) AS current_setting) = 'jurisdiction'::text) OR (( SELECT current_setting('xiaoneng.jurisdiction'::text, true) AS current_setting) = '*'::text) OR ((( SELECT current_setting('xiaoneng.reach'::text, true) AS current_setting) = 'unit'::text) AND (unit = ( SELECT current_setting('xiaoneng.unit'::text, true) AS current_setting)))));
create policy own_jurisdiction on application_ban for all to xiaoneng_app using ((jurisdiction = current_setting('xiaoneng.jurisdiction'::text, true)));
grant delete, insert, select, update on application_ban to xiaoneng_app;
comment on table application_ban is 'Who may not apply for which item until when (行政许可法 78, 79); the person is a reference into the vault';
comment on column application_ban.until_day is 'The last day: the ban ends by itself at 24:00';
comment on column application_ban.content is 'The ban as its stream tells it, folded';

create table badge_talk (
  jurisdiction text not null,
  talk text not null,
  unit text not null,
  badge text not null,
  due_at timestamp with time zone not null,
  held boolean not null,
  state jsonb not null,
  version integer not null,
  constraint badge_talk_pkey PRIMARY KEY (jurisdiction, talk)
);
alter table badge_talk enable row level security;
create policy every_jurisdiction on badge_talk for all to xiaoneng_system using (true);
create policy own_jurisdiction on badge_talk for all to xiaoneng_app using ((jurisdiction = current_setting('xiaoneng.jurisdiction'::text, true)));
create policy own_talk on badge_talk as restrictive for all to xiaoneng_app using (((( SELECT current_setting('xiaoneng.reach'::text, true) AS current_setting) = 'jurisdiction'::text) OR (( SELECT current_setting('xiaoneng.jurisdiction'::text, true) AS current_setting) = '*'::text) OR ((( SELECT current_setting('xiaoneng.reach'::text, true) AS current_setting) = 'unit'::text) AND (unit = ( SELECT current_setting('xiaoneng.unit'::text, true) AS current_setting)))));
grant delete, insert, select, update on badge_talk to xiaoneng_app;
comment on table badge_talk is 'Talks owed after the second finding about the manner of one badge within a quarter';

create table calendar_edition (
  jurisdiction text not null,
  calendar text not null,
  edition integer not null,
  kind text not null,
  title text not null,
  loaded_at timestamp with time zone not null,
  loaded_by text not null,
  content json not null,
  constraint calendar_edition_pkey PRIMARY KEY (jurisdiction, calendar, edition),
  constraint calendar_edition_edition_check CHECK ((edition > 0)),
  constraint calendar_edition_kind_check CHECK ((kind = ANY (ARRAY['notice'::text, 'file'::text])))
);
alter table calendar_edition enable row level security;
create policy every_jurisdiction on calendar_edition for all to xiaoneng_system using (true);
create policy own_jurisdiction on calendar_edition for all to xiaoneng_app using ((jurisdiction = current_setting('xiaoneng.jurisdiction'::text, true)));
grant delete, insert, select, update on calendar_edition to xiaoneng_app;
comment on table calendar_edition is 'Holiday notices and calendar files loaded after installation, derived from the streams calendar/<calendar>';
comment on column calendar_edition.edition is 'The version of its stream';
comment on column calendar_edition.content is 'A notice as the engine reads it, or the text of a file';

create table card_cell (
  jurisdiction text not null,
  cell bigint not null,
  log text not null,
  unit text,
  rule text not null,
  level text not null,
  status text not null,
  month text not null,
  cards bigint not null,
  constraint card_cell_pkey PRIMARY KEY (jurisdiction, cell)
);
alter table card_cell enable row level security;
create policy every_jurisdiction on card_cell for all to xiaoneng_system using (true);
create policy own_jurisdiction on card_cell for all to xiaoneng_app using ((jurisdiction = current_setting('xiaoneng.jurisdiction'::text, true)));
create policy own_unit on card_cell as restrictive for all to xiaoneng_app using (((( SELECT current_setting('xiaoneng.reach'::text, true) AS current_setting) = 'jurisdiction'::text) OR (( SELECT current_setting('xiaoneng.jurisdiction'::text, true) AS current_setting) = '*'::text) OR ((( SELECT current_setting('xiaoneng.reach'::text, true) AS current_setting) = 'unit'::text) AND (unit = ( SELECT current_setting('xiaoneng.unit'::text, true) AS current_setting)))));
grant delete, insert, select, update on card_cell to xiaoneng_app;
comment on table card_cell is 'How many cards stand where, by month of the effective instant; lists of cards are merged from cells';

create table card_list (
  jurisdiction text not null,
  card text not null,
  rule text not null,
  level text not null,
  status text not null,
  log text not null,
  case_id text not null,
  unit text,
  still_found boolean not null,
  effective_at timestamp with time zone not null,
  raised_at timestamp with time zone not null,
  reply_by date not null,
  answered_at timestamp with time zone,
  answer_mark text,
  because_zh text not null,
  because_en text not null,
  cell bigint not null,
  version integer not null,
  constraint card_list_pkey PRIMARY KEY (jurisdiction, card),
  constraint card_list_level_check CHECK ((level = ANY (ARRAY['notice'::text, 'yellow'::text, 'red'::text]))),
  constraint card_list_status_check CHECK ((status = ANY (ARRAY['raised'::text, 'answered'::text, 'upheld'::text, 'excused'::text, 'withdrawn'::text])))
);
CREATE INDEX card_list_answer ON card_list USING btree (jurisdiction, unit, answer_mark) WHERE (answer_mark IS NOT NULL);
CREATE INDEX card_list_of_all ON card_list USING btree (jurisdiction, raised_at, card);
CREATE INDEX card_list_of_case ON card_list USING btree (jurisdiction, log, case_id);
CREATE INDEX card_list_recent ON card_list USING btree (jurisdiction, cell, raised_at, card);
alter table card_list enable row level security;
create policy every_jurisdiction on card_list for all to xiaoneng_system using (true);
create policy own_jurisdiction on card_list for all to xiaoneng_app using ((jurisdiction = current_setting('xiaoneng.jurisdiction'::text, true)));
create policy own_unit on card_list as restrictive for all to xiaoneng_app using (((( SELECT current_setting('xiaoneng.reach'::text, true) AS current_setting) = 'jurisdiction'::text) OR (( SELECT current_setting('xiaoneng.jurisdiction'::text, true) AS current_setting) = '*'::text) OR ((( SELECT current_setting('xiaoneng.reach'::text, true) AS current_setting) = 'unit'::text) AND (unit = ( SELECT current_setting('xiaoneng.unit'::text, true) AS current_setting)))));
grant delete, insert, select, update on card_list to xiaoneng_app;
comment on table card_list is 'Cards: raised by a rule, answered by the unit, judged by supervision';
comment on column card_list.still_found is 'False once a later fact explains the finding; the card stays';
comment on column card_list.effective_at is 'The instant at which the fault was complete in law, not when it was noticed';
comment on column card_list.answer_mark is 'SHA-256 of the last answer without spaces and signs, to see a template used again';

create table card_objection (
  jurisdiction text not null,
  card text not null,
  unit text,
  grounds text not null,
  objected_on date not null,
  decide_by date not null,
  outcome text,
  constraint card_objection_pkey PRIMARY KEY (jurisdiction, card),
  constraint card_objection_outcome_check CHECK ((outcome = ANY (ARRAY['kept'::text, 'withdrawn'::text])))
);
CREATE INDEX card_objection_open ON card_objection USING btree (jurisdiction, decide_by) WHERE (outcome IS NULL);
alter table card_objection enable row level security;
create policy every_jurisdiction on card_objection for all to xiaoneng_system using (true);
create policy own_jurisdiction on card_objection for all to xiaoneng_app using ((jurisdiction = current_setting('xiaoneng.jurisdiction'::text, true)));
create policy own_objection on card_objection as restrictive for all to xiaoneng_app using (((( SELECT current_setting('xiaoneng.reach'::text, true) AS current_setting) = 'jurisdiction'::text) OR (( SELECT current_setting('xiaoneng.jurisdiction'::text, true) AS current_setting) = '*'::text) OR ((( SELECT current_setting('xiaoneng.reach'::text, true) AS current_setting) = 'unit'::text) AND (unit = ( SELECT current_setting('xiaoneng.unit'::text, true) AS current_setting)))));
grant delete, insert, select, update on card_objection to xiaoneng_app;
comment on table card_objection is 'What units object to judgements of cards, decided by another supervisor within thirty days';
comment on column card_objection.decide_by is 'The last day on which it must be decided';

create table card_total (
  jurisdiction text not null,
  log text not null,
  unit text not null,
  rule text not null,
  level text not null,
  status text not null,
  cards bigint not null,
  constraint card_total_pkey PRIMARY KEY (jurisdiction, log, unit, rule, level, status)
);
alter table card_total enable row level security;
create policy every_jurisdiction on card_total for all to xiaoneng_system using (true);
create policy own_jurisdiction on card_total for all to xiaoneng_app using ((jurisdiction = current_setting('xiaoneng.jurisdiction'::text, true)));
create policy own_unit on card_total as restrictive for all to xiaoneng_app using (((( SELECT current_setting('xiaoneng.reach'::text, true) AS current_setting) = 'jurisdiction'::text) OR (( SELECT current_setting('xiaoneng.jurisdiction'::text, true) AS current_setting) = '*'::text) OR ((( SELECT current_setting('xiaoneng.reach'::text, true) AS current_setting) = 'unit'::text) AND (unit = ( SELECT current_setting('xiaoneng.unit'::text, true) AS current_setting)))));
grant delete, insert, select, update on card_total to xiaoneng_app;
comment on table card_total is 'Cards of a unit in a log: sums of card_cell over the months, kept by the same append';
comment on column card_total.unit is 'Empty where the log names none';

create table case_branch (
  jurisdiction text not null,
  case_no text not null,
  branch text not null,
  unit text not null,
  post text not null,
  lead text not null,
  name_zh text not null,
  name_en text not null,
  status text not null,
  result text,
  late boolean not null,
  item text not null,
  item_name_zh text not null,
  item_name_en text not null,
  applicant_masked text not null,
  case_status text not null,
  received_at timestamp with time zone not null,
  constraint case_branch_pkey PRIMARY KEY (jurisdiction, case_no, branch),
  constraint case_branch_result_check CHECK ((result = ANY (ARRAY['agree'::text, 'conditions'::text, 'object'::text]))),
  constraint case_branch_status_check CHECK ((status = ANY (ARRAY['waiting'::text, 'open'::text, 'given'::text, 'withdrawn'::text])))
);
CREATE INDEX case_branch_of_unit ON case_branch USING btree (jurisdiction, unit, status);
alter table case_branch enable row level security;
create policy every_jurisdiction on case_branch for all to xiaoneng_system using (true);
create policy own_branch on case_branch as restrictive for all to xiaoneng_app using (((( SELECT current_setting('xiaoneng.reach'::text, true) AS current_setting) = 'jurisdiction'::text) OR (( SELECT current_setting('xiaoneng.jurisdiction'::text, true) AS current_setting) = '*'::text) OR ((( SELECT current_setting('xiaoneng.reach'::text, true) AS current_setting) = 'unit'::text) AND ((unit = ( SELECT current_setting('xiaoneng.unit'::text, true) AS current_setting)) OR (lead = ( SELECT current_setting('xiaoneng.unit'::text, true) AS current_setting)) OR (EXISTS ( SELECT 1
   FROM case_file f
  WHERE ((f.jurisdiction = case_branch.jurisdiction) AND (f.case_no = case_branch.case_no))))))));
create policy own_jurisdiction on case_branch for all to xiaoneng_app using ((jurisdiction = current_setting('xiaoneng.jurisdiction'::text, true)));
grant delete, insert, select, update on case_branch to xiaoneng_app;
comment on table case_branch is 'One row a branch of a case handled jointly; no personal data';
comment on column case_branch.unit is 'The department whose part it is: it sees this row and not the case';
comment on column case_branch.lead is 'The department that assembles; it sees the case';
comment on column case_branch.late is 'Its limit ran out before there was an opinion';

create table case_charge (
  jurisdiction text not null,
  case_no text not null,
  unit text not null,
  state jsonb not null,
  version integer not null,
  constraint case_charge_pkey PRIMARY KEY (jurisdiction, case_no)
);
alter table case_charge enable row level security;
create policy every_jurisdiction on case_charge for all to xiaoneng_system using (true);
create policy own_jurisdiction on case_charge for all to xiaoneng_app using ((jurisdiction = current_setting('xiaoneng.jurisdiction'::text, true)));
create policy own_unit on case_charge as restrictive for all to xiaoneng_app using (((( SELECT current_setting('xiaoneng.reach'::text, true) AS current_setting) = 'jurisdiction'::text) OR (( SELECT current_setting('xiaoneng.jurisdiction'::text, true) AS current_setting) = '*'::text) OR ((( SELECT current_setting('xiaoneng.reach'::text, true) AS current_setting) = 'unit'::text) AND (unit = ( SELECT current_setting('xiaoneng.unit'::text, true) AS current_setting)))));
grant delete, insert, select, update on case_charge to xiaoneng_app;
comment on table case_charge is 'What a case is billed by and what was charged for it; money in fen';
comment on column case_charge.state is 'The charges as their stream tells them, folded';

create table case_due_change (
  jurisdiction text not null,
  log text not null,
  case_id text not null,
  kind text not null,
  changed_at timestamp with time zone not null,
  old_due_at timestamp with time zone not null,
  new_due_at timestamp with time zone not null,
  why_zh text not null,
  why_en text not null,
  constraint case_due_change_pkey PRIMARY KEY (jurisdiction, log, case_id, kind, changed_at)
);
alter table case_due_change enable row level security;
create policy every_jurisdiction on case_due_change for all to xiaoneng_system using (true);
create policy own_jurisdiction on case_due_change for all to xiaoneng_app using ((jurisdiction = current_setting('xiaoneng.jurisdiction'::text, true)));
grant delete, insert, select, update on case_due_change to xiaoneng_app;
comment on table case_due_change is 'Journal of due instants that moved because a calendar was loaded: old, new and why';

create table case_engagement (
  jurisdiction text not null,
  engagement text not null,
  case_no text not null,
  unit text not null,
  intermediary text not null,
  started_at timestamp with time zone not null,
  done_at timestamp with time zone,
  state jsonb not null,
  version integer not null,
  constraint case_engagement_pkey PRIMARY KEY (jurisdiction, engagement)
);
CREATE INDEX case_engagement_of_case ON case_engagement USING btree (jurisdiction, case_no);
alter table case_engagement enable row level security;
create policy every_jurisdiction on case_engagement for all to xiaoneng_system using (true);
create policy own_jurisdiction on case_engagement for all to xiaoneng_app using ((jurisdiction = current_setting('xiaoneng.jurisdiction'::text, true)));
create policy own_unit on case_engagement as restrictive for all to xiaoneng_app using (((( SELECT current_setting('xiaoneng.reach'::text, true) AS current_setting) = 'jurisdiction'::text) OR (( SELECT current_setting('xiaoneng.jurisdiction'::text, true) AS current_setting) = '*'::text) OR ((( SELECT current_setting('xiaoneng.reach'::text, true) AS current_setting) = 'unit'::text) AND (unit = ( SELECT current_setting('xiaoneng.unit'::text, true) AS current_setting)))));
grant delete, insert, select, update on case_engagement to xiaoneng_app;
comment on table case_engagement is 'Paid services within cases; their days are days of the case';

create table case_file (
  jurisdiction text not null,
  case_no text not null,
  item text not null,
  item_version integer not null,
  item_name_zh text not null,
  item_name_en text not null,
  unit text not null,
  received_unit text,
  party_units text[] not null,
  status text not null,
  channel text not null,
  applicant text not null,
  applicant_masked text not null,
  agent text,
  received_at timestamp with time zone not null,
  accepted_at timestamp with time zone,
  ended_at timestamp with time zone,
  outcome text,
  state jsonb not null,
  version integer not null,
  constraint case_file_pkey PRIMARY KEY (jurisdiction, case_no),
  constraint case_file_outcome_check CHECK ((outcome = ANY (ARRAY['granted'::text, 'denied'::text]))),
  constraint case_file_status_check CHECK ((status = ANY (ARRAY['received'::text, 'accepted'::text, 'suspended'::text, 'decided'::text, 'delivered'::text, 'declined'::text, 'withdrawn'::text])))
);
CREATE INDEX case_file_accepted ON case_file USING btree (jurisdiction, accepted_at) WHERE (accepted_at IS NOT NULL);
CREATE INDEX case_file_applicant ON case_file USING btree (jurisdiction, applicant, received_at DESC);
CREATE INDEX case_file_ended ON case_file USING btree (jurisdiction, ended_at) WHERE (ended_at IS NOT NULL);
CREATE INDEX case_file_involved ON case_file USING btree (jurisdiction, received_at) WHERE (((state -> 'interventions'::text) IS NOT NULL) OR ((state -> 'cited'::text) IS NOT NULL));
CREATE INDEX case_file_item ON case_file USING btree (jurisdiction, item, item_version, status);
CREATE INDEX case_file_of_counter ON case_file USING btree (jurisdiction, received_unit, received_at DESC, case_no);
CREATE INDEX case_file_of_unit ON case_file USING btree (jurisdiction, unit, received_at DESC, case_no);
CREATE INDEX case_file_open ON case_file USING btree (jurisdiction, unit) WHERE (status = ANY (ARRAY['received'::text, 'accepted'::text, 'suspended'::text]));
CREATE INDEX case_file_recent ON case_file USING btree (jurisdiction, received_at DESC, case_no);
CREATE INDEX case_file_transferred ON case_file USING btree (jurisdiction, received_at) WHERE ((state -> 'transfers'::text) IS NOT NULL);
alter table case_file enable row level security;
create policy every_jurisdiction on case_file for all to xiaoneng_system using (true);
create policy own_case on case_file as restrictive for all to xiaoneng_app using (((( SELECT current_setting('xiaoneng.reach'::text, true) AS current_setting) = 'jurisdiction'::text) OR (( SELECT current_setting('xiaoneng.jurisdiction'::text, true) AS current_setting) = '*'::text) OR ((( SELECT current_setting('xiaoneng.reach'::text, true) AS current_setting) = 'unit'::text) AND ((unit = ( SELECT current_setting('xiaoneng.unit'::text, true) AS current_setting)) OR (received_unit = ( SELECT current_setting('xiaoneng.unit'::text, true) AS current_setting)) OR (( SELECT current_setting('xiaoneng.unit'::text, true) AS current_setting) = ANY (party_units))))));
create policy own_jurisdiction on case_file for all to xiaoneng_app using ((jurisdiction = current_setting('xiaoneng.jurisdiction'::text, true)));
grant delete, insert, select, update on case_file to xiaoneng_app;
comment on table case_file is 'One row a case handled on the platform; no personal data, the applicant is a reference into the vault';
comment on column case_file.unit is 'The unit that acts in its own name';
comment on column case_file.received_unit is 'The unit at whose counter it came in; null when the applicant sent it';
comment on column case_file.party_units is 'Units of the steps besides the acting unit: they see the case as well';
comment on column case_file.applicant_masked is 'The name as it may be shown';
comment on column case_file.state is 'The case as its stream tells it, folded: what decisions are taken on';

create table case_liability (
  jurisdiction text not null,
  liability text not null,
  case_no text not null,
  unit text not null,
  entered_at timestamp with time zone not null,
  due_at timestamp with time zone not null,
  stage text not null,
  content jsonb not null,
  version integer not null,
  constraint case_liability_pkey PRIMARY KEY (jurisdiction, liability),
  constraint case_liability_stage_check CHECK ((stage = ANY (ARRAY['department'::text, 'inquiry'::text, 'concluded'::text])))
);
CREATE INDEX case_liability_open ON case_liability USING btree (jurisdiction, due_at) WHERE (stage <> 'concluded'::text);
CREATE INDEX case_liability_unit ON case_liability USING btree (jurisdiction, unit, entered_at DESC);
alter table case_liability enable row level security;
create policy every_jurisdiction on case_liability for all to xiaoneng_system using (true);
create policy own_jurisdiction on case_liability for all to xiaoneng_app using ((jurisdiction = current_setting('xiaoneng.jurisdiction'::text, true)));
create policy own_liability on case_liability as restrictive for all to xiaoneng_app using (((( SELECT current_setting('xiaoneng.reach'::text, true) AS current_setting) = 'jurisdiction'::text) OR (( SELECT current_setting('xiaoneng.jurisdiction'::text, true) AS current_setting) = '*'::text) OR ((( SELECT current_setting('xiaoneng.reach'::text, true) AS current_setting) = 'unit'::text) AND (unit = ( SELECT current_setting('xiaoneng.unit'::text, true) AS current_setting)))));
grant delete, insert, select, update on case_liability to xiaoneng_app;
comment on table case_liability is 'Who answers for a default: the department first, then the person responsible in it';
comment on column case_liability.stage is 'department: entered; inquiry: somebody looks for the person responsible; concluded: found';
comment on column case_liability.content is 'The entry as its stream tells it, folded';

create table case_outcome (
  jurisdiction text not null,
  case_no text not null,
  item text not null,
  item_name_zh text not null,
  item_name_en text not null,
  unit text not null,
  received_unit text,
  counter text,
  applicant text not null,
  on_the_spot boolean not null,
  same_day boolean not null,
  accepted_on date,
  accepted_by text,
  ended_at timestamp with time zone,
  decided_on date,
  decided_by text,
  outcome text,
  at_once text,
  grade text,
  by_reading boolean not null,
  urgency_at timestamp with time zone,
  posted boolean not null,
  facts jsonb not null,
  constraint case_outcome_pkey PRIMARY KEY (jurisdiction, case_no),
  constraint case_outcome_at_once_check CHECK ((at_once = ANY (ARRAY['onTheSpot'::text, 'sameDay'::text, 'pledge'::text, 'filing'::text]))),
  constraint case_outcome_outcome_check CHECK ((outcome = ANY (ARRAY['granted'::text, 'denied'::text, 'declined'::text])))
);
CREATE INDEX case_outcome_accepted ON case_outcome USING btree (jurisdiction, accepted_on, unit);
CREATE INDEX case_outcome_item ON case_outcome USING btree (jurisdiction, item, decided_on);
CREATE INDEX case_outcome_posted ON case_outcome USING btree (jurisdiction, ended_at DESC, case_no) WHERE posted;
CREATE INDEX case_outcome_reading ON case_outcome USING btree (jurisdiction, ended_at) WHERE by_reading;
CREATE INDEX case_outcome_urgency ON case_outcome USING btree (jurisdiction, urgency_at) WHERE (urgency_at IS NOT NULL);
alter table case_outcome enable row level security;
create policy every_jurisdiction on case_outcome for all to xiaoneng_system using (true);
create policy own_jurisdiction on case_outcome for all to xiaoneng_app using ((jurisdiction = current_setting('xiaoneng.jurisdiction'::text, true)));
create policy own_outcome on case_outcome as restrictive for all to xiaoneng_app using (((( SELECT current_setting('xiaoneng.reach'::text, true) AS current_setting) = 'jurisdiction'::text) OR (( SELECT current_setting('xiaoneng.jurisdiction'::text, true) AS current_setting) = '*'::text) OR ((( SELECT current_setting('xiaoneng.reach'::text, true) AS current_setting) = 'unit'::text) AND ((unit = ( SELECT current_setting('xiaoneng.unit'::text, true) AS current_setting)) OR (received_unit = ( SELECT current_setting('xiaoneng.unit'::text, true) AS current_setting))))));
grant delete, insert, select, update on case_outcome to xiaoneng_app;
comment on table case_outcome is 'What became of each case and how, derived with case_file: shares, comparisons and the published results are read from it';
comment on column case_outcome.accepted_on is 'Day of acceptance in the time of the place; null before it';
comment on column case_outcome.outcome is 'declined: never accepted; null while nothing is decided';
comment on column case_outcome.at_once is 'Finished in one breath, and as what';
comment on column case_outcome.grade is 'Grade of the discretion table that the decision follows';
comment on column case_outcome.by_reading is 'Refused by interpretation of a clause: the legal office looks at it every quarter';
comment on column case_outcome.urgency_at is 'When the express lane was asked for; null where it never was';
comment on column case_outcome.posted is 'Shown to the public, with the name masked';
comment on column case_outcome.facts is 'What lists show besides; no personal data';

create table case_pace (
  jurisdiction text not null,
  case_no text not null,
  unit text not null,
  received_unit text,
  seen_by text[] not null,
  item text not null,
  received_at timestamp with time zone not null,
  facts jsonb not null,
  version integer not null,
  constraint case_pace_pkey PRIMARY KEY (jurisdiction, case_no)
);
CREATE INDEX case_pace_of_item ON case_pace USING btree (jurisdiction, item);
alter table case_pace enable row level security;
create policy every_jurisdiction on case_pace for all to xiaoneng_system using (true);
create policy own_jurisdiction on case_pace for all to xiaoneng_app using ((jurisdiction = current_setting('xiaoneng.jurisdiction'::text, true)));
create policy own_pace on case_pace as restrictive for all to xiaoneng_app using (((( SELECT current_setting('xiaoneng.reach'::text, true) AS current_setting) = 'jurisdiction'::text) OR (( SELECT current_setting('xiaoneng.jurisdiction'::text, true) AS current_setting) = '*'::text) OR ((( SELECT current_setting('xiaoneng.reach'::text, true) AS current_setting) = 'unit'::text) AND ((unit = ( SELECT current_setting('xiaoneng.unit'::text, true) AS current_setting)) OR (received_unit = ( SELECT current_setting('xiaoneng.unit'::text, true) AS current_setting)) OR (( SELECT current_setting('xiaoneng.unit'::text, true) AS current_setting) = ANY (seen_by))))));
grant delete, insert, select, update on case_pace to xiaoneng_app;
comment on table case_pace is 'One row a case handled here: the instants, desks and counts that figures of efficiency are computed from; no personal data';
comment on column case_pace.seen_by is 'Units of the steps besides the acting one: they see the case as well';
comment on column case_pace.facts is 'The case as its stream tells it, reduced to what is measured';

create table case_turn (
  jurisdiction text not null,
  log text not null,
  case_id text not null,
  turn_at timestamp with time zone not null,
  constraint case_turn_pkey PRIMARY KEY (jurisdiction, log, case_id)
);
CREATE INDEX case_turn_next ON case_turn USING btree (jurisdiction, turn_at);
alter table case_turn enable row level security;
create policy every_jurisdiction on case_turn for all to xiaoneng_system using (true);
create policy own_jurisdiction on case_turn for all to xiaoneng_app using ((jurisdiction = current_setting('xiaoneng.jurisdiction'::text, true)));
grant delete, insert, select, update on case_turn to xiaoneng_app;
comment on table case_turn is 'When each case of a live log next changes by the mere passing of time: a limit nears its end or runs out, an answer is overdue';

create table case_work (
  jurisdiction text not null,
  case_no text not null,
  kind text not null,
  step text not null,
  title text not null,
  unit text not null,
  post text,
  since timestamp with time zone not null,
  clock text not null,
  sent_back integer not null,
  constraint case_work_pkey PRIMARY KEY (jurisdiction, case_no, kind, step),
  constraint case_work_kind_check CHECK ((kind ~ '^[a-z][A-Za-z]*$'::text))
);
CREATE INDEX case_work_of_unit ON case_work USING btree (jurisdiction, unit, post);
alter table case_work enable row level security;
create policy every_jurisdiction on case_work for all to xiaoneng_system using (true);
create policy own_jurisdiction on case_work for all to xiaoneng_app using ((jurisdiction = current_setting('xiaoneng.jurisdiction'::text, true)));
create policy own_work on case_work as restrictive for all to xiaoneng_app using (((( SELECT current_setting('xiaoneng.reach'::text, true) AS current_setting) = 'jurisdiction'::text) OR (( SELECT current_setting('xiaoneng.jurisdiction'::text, true) AS current_setting) = '*'::text) OR ((( SELECT current_setting('xiaoneng.reach'::text, true) AS current_setting) = 'unit'::text) AND ((unit = ( SELECT current_setting('xiaoneng.unit'::text, true) AS current_setting)) OR (EXISTS ( SELECT 1
   FROM case_file f
  WHERE ((f.jurisdiction = case_work.jurisdiction) AND (f.case_no = case_work.case_no))))))));
grant delete, insert, select, update on case_work to xiaoneng_app;
comment on table case_work is 'What somebody has to do now, one row a desk';
comment on column case_work.step is 'Code of the step; empty for what is no step';
comment on column case_work.unit is 'The unit that has to do it; leadership for extensions';
comment on column case_work.clock is 'The clock that says until when';

create table catalogue_draft (
  jurisdiction text not null,
  item text not null,
  unit text not null,
  changed_at timestamp with time zone not null,
  changed_by text not null,
  content json not null,
  constraint catalogue_draft_pkey PRIMARY KEY (jurisdiction, item)
);
alter table catalogue_draft enable row level security;
create policy every_jurisdiction on catalogue_draft for all to xiaoneng_system using (true);
create policy own_jurisdiction on catalogue_draft for all to xiaoneng_app using ((jurisdiction = current_setting('xiaoneng.jurisdiction'::text, true)));
create policy own_unit on catalogue_draft as restrictive for all to xiaoneng_app using (((( SELECT current_setting('xiaoneng.reach'::text, true) AS current_setting) = 'jurisdiction'::text) OR (( SELECT current_setting('xiaoneng.jurisdiction'::text, true) AS current_setting) = '*'::text) OR ((( SELECT current_setting('xiaoneng.reach'::text, true) AS current_setting) = 'unit'::text) AND (unit = ( SELECT current_setting('xiaoneng.unit'::text, true) AS current_setting)))));
grant delete, insert, select, update on catalogue_draft to xiaoneng_app;
comment on table catalogue_draft is 'Drafts that were not published yet: the business of their unit and of supervision';

create table catalogue_item (
  jurisdiction text not null,
  item text not null,
  unit text not null,
  latest_version integer not null,
  stream_version integer not null,
  suspension json,
  resumption json,
  cancellation json,
  constraint catalogue_item_pkey PRIMARY KEY (jurisdiction, item)
);
alter table catalogue_item enable row level security;
create policy every_jurisdiction on catalogue_item for all to xiaoneng_system using (true);
create policy own_jurisdiction on catalogue_item for all to xiaoneng_app using ((jurisdiction = current_setting('xiaoneng.jurisdiction'::text, true)));
grant delete, insert, select, update on catalogue_item to xiaoneng_app;
comment on table catalogue_item is 'Every item that was drafted or published, and whether it is closed';
comment on column catalogue_item.latest_version is 'The number of the version published last; 0 before the first';
comment on column catalogue_item.stream_version is 'Version of its stream, for ETag and If-Match';
comment on column catalogue_item.suspension is 'The last one: { from, reason, document }; from that day no new applications, until the resumption';
comment on column catalogue_item.cancellation is 'From that day it is no item any more; running cases finish by their version';

create table catalogue_reform (
  jurisdiction text not null,
  kind text not null,
  subject text not null,
  state jsonb not null,
  version integer not null,
  constraint catalogue_reform_pkey PRIMARY KEY (jurisdiction, kind, subject),
  constraint catalogue_reform_kind_check CHECK ((kind = ANY (ARRAY['round'::text, 'power'::text, 'law'::text])))
);
alter table catalogue_reform enable row level security;
create policy every_jurisdiction on catalogue_reform for all to xiaoneng_system using (true);
create policy own_jurisdiction on catalogue_reform for all to xiaoneng_app using ((jurisdiction = current_setting('xiaoneng.jurisdiction'::text, true)));
grant delete, insert, select, update on catalogue_reform to xiaoneng_app;
comment on table catalogue_reform is 'Rounds of review (清理), powers over items by level (事权划分) and laws with their state, each as its stream tells it';
comment on column catalogue_reform.subject is 'The code of a round, the item whose power moved, the title of a law';
comment on column catalogue_reform.state is 'The stream folded: no names of residents, public but for whom to ask at the superior';

create table catalogue_search (
  jurisdiction text not null,
  item text not null,
  version integer not null,
  unit text not null,
  effective_from date not null,
  effective_until date,
  clients text[] not null,
  themes text[] not null,
  name text not null,
  name_length smallint not null,
  initials text not null,
  words text[] not null,
  constraint catalogue_search_pkey PRIMARY KEY (jurisdiction, item, version)
);
CREATE INDEX catalogue_search_themes ON catalogue_search USING gin (themes);
CREATE INDEX catalogue_search_unit ON catalogue_search USING btree (jurisdiction, unit, item);
CREATE INDEX catalogue_search_words ON catalogue_search USING gin (words);
alter table catalogue_search enable row level security;
create policy every_jurisdiction on catalogue_search for all to xiaoneng_system using (true);
create policy own_jurisdiction on catalogue_search for all to xiaoneng_app using ((jurisdiction = current_setting('xiaoneng.jurisdiction'::text, true)));
grant delete, insert, select, update on catalogue_search to xiaoneng_app;
comment on table catalogue_search is 'What the search of the portal reads. Published guides are public, and it is asked by the system''s role with the jurisdiction in the question: under row-level security no index on words could be used';
comment on column catalogue_search.initials is 'First letters of the syllables of the name, for the order of what is found';
comment on column catalogue_search.words is 'Pairs of Chinese characters, initials and spelling in pinyin, pieces of English, of name, phrases and main item';

create table catalogue_version (
  jurisdiction text not null,
  item text not null,
  version integer not null,
  unit text not null,
  effective_from date not null,
  effective_until date,
  published_at timestamp with time zone not null,
  published_by text not null,
  drafted_by text not null,
  basic_code text,
  hash text not null,
  summary json not null,
  content json not null,
  reason text default ''::text not null,
  constraint catalogue_version_pkey PRIMARY KEY (jurisdiction, item, version)
);
CREATE INDEX catalogue_version_basic ON catalogue_version USING btree (jurisdiction, basic_code) WHERE (effective_until IS NULL);
alter table catalogue_version enable row level security;
create policy every_jurisdiction on catalogue_version for all to xiaoneng_system using (true);
create policy own_jurisdiction on catalogue_version for all to xiaoneng_app using ((jurisdiction = current_setting('xiaoneng.jurisdiction'::text, true)));
grant delete, insert, select, update on catalogue_version to xiaoneng_app;
comment on table catalogue_version is 'Published versions: never changed but for the day on which the next one takes over';
comment on column catalogue_version.effective_until is 'The first day on which the next version is in force';
comment on column catalogue_version.hash is 'SHA-256 of the canonical content';
comment on column catalogue_version.summary is 'What lists show of it, so that they need not read the content';
comment on column catalogue_version.reason is 'Why the item was changed; empty for versions of before this was asked';

create table charge_fault (
  jurisdiction text not null,
  subject text not null,
  version integer not null,
  unit text not null,
  fault text not null,
  noted_at timestamp with time zone not null,
  state jsonb not null,
  constraint charge_fault_pkey PRIMARY KEY (jurisdiction, subject, version)
);
alter table charge_fault enable row level security;
create policy every_jurisdiction on charge_fault for all to xiaoneng_system using (true);
create policy own_jurisdiction on charge_fault for all to xiaoneng_app using ((jurisdiction = current_setting('xiaoneng.jurisdiction'::text, true)));
create policy own_unit on charge_fault as restrictive for all to xiaoneng_app using (((( SELECT current_setting('xiaoneng.reach'::text, true) AS current_setting) = 'jurisdiction'::text) OR (( SELECT current_setting('xiaoneng.jurisdiction'::text, true) AS current_setting) = '*'::text) OR ((( SELECT current_setting('xiaoneng.reach'::text, true) AS current_setting) = 'unit'::text) AND (unit = ( SELECT current_setting('xiaoneng.unit'::text, true) AS current_setting)))));
grant delete, insert, select, update on charge_fault to xiaoneng_app;
comment on table charge_fault is 'What was found wrong with charges and paid services, done or only tried';
comment on column charge_fault.subject is 'What it is about, such as case/<number> or receipt/<unit>/<number>';

create table circular (
  jurisdiction text not null,
  circular text not null,
  unit text not null,
  reach text[] not null,
  status text not null,
  level text not null,
  drafted_at timestamp with time zone not null,
  state jsonb not null,
  version integer not null,
  constraint circular_pkey PRIMARY KEY (jurisdiction, circular),
  constraint circular_level_check CHECK ((level = ANY (ARRAY['unit'::text, 'city'::text, 'public'::text]))),
  constraint circular_status_check CHECK ((status = ANY (ARRAY['drafted'::text, 'issued'::text, 'withdrawn'::text])))
);
CREATE INDEX circular_newest ON circular USING btree (jurisdiction, drafted_at DESC);
alter table circular enable row level security;
create policy every_jurisdiction on circular for all to xiaoneng_system using (true);
create policy own_circular on circular as restrictive for all to xiaoneng_app using (((( SELECT current_setting('xiaoneng.reach'::text, true) AS current_setting) = 'jurisdiction'::text) OR (( SELECT current_setting('xiaoneng.jurisdiction'::text, true) AS current_setting) = '*'::text) OR ((( SELECT current_setting('xiaoneng.reach'::text, true) AS current_setting) = 'unit'::text) AND (status <> 'drafted'::text) AND (( SELECT current_setting('xiaoneng.unit'::text, true) AS current_setting) = ANY (reach)))));
create policy own_jurisdiction on circular for all to xiaoneng_app using ((jurisdiction = current_setting('xiaoneng.jurisdiction'::text, true)));
grant delete, insert, select, update on circular to xiaoneng_app;
comment on table circular is 'What was found, told to those who have to read it; a draft is seen by those who draft and approve only';
comment on column circular.unit is 'In whose name it goes out';
comment on column circular.reach is 'Units that have to read it, once it is issued';
comment on column circular.state is 'The circular as its stream tells it, folded: what decisions are taken on';

create table clock (
  jurisdiction text not null,
  id text not null,
  subject text not null,
  kind text not null,
  rule text,
  unit text not null,
  status text not null,
  started_at timestamp with time zone not null,
  due_at timestamp with time zone,
  warn_at timestamp with time zone,
  warned boolean not null,
  next_at timestamp with time zone,
  provisional boolean not null,
  calendar text not null,
  calendar_version text not null,
  expired_at timestamp with time zone,
  stopped_at timestamp with time zone,
  defects integer not null,
  inputs json not null,
  version integer not null,
  rung text,
  post text,
  holder text,
  backup text,
  moves json default '[]'::json not null,
  constraint clock_pkey PRIMARY KEY (jurisdiction, id),
  constraint clock_kind_check CHECK ((kind = ANY (ARRAY['statutory'::text, 'committed'::text, 'step'::text, 'stated'::text, 'other'::text]))),
  constraint clock_status_check CHECK ((status = ANY (ARRAY['open'::text, 'suspended'::text, 'stopped'::text, 'expired'::text])))
);
CREATE INDEX clock_next ON clock USING btree (jurisdiction, next_at, id) WHERE (next_at IS NOT NULL);
CREATE INDEX clock_open ON clock USING btree (jurisdiction, unit, due_at, id) WHERE (stopped_at IS NULL);
CREATE INDEX clock_subject ON clock USING btree (jurisdiction, subject);
CREATE INDEX clock_walk ON clock USING btree (jurisdiction, id) WHERE (stopped_at IS NULL);
alter table clock enable row level security;
create policy every_jurisdiction on clock for all to xiaoneng_system using (true);
create policy own_jurisdiction on clock for all to xiaoneng_app using ((jurisdiction = current_setting('xiaoneng.jurisdiction'::text, true)));
create policy own_unit on clock as restrictive for all to xiaoneng_app using (((( SELECT current_setting('xiaoneng.reach'::text, true) AS current_setting) = 'jurisdiction'::text) OR (( SELECT current_setting('xiaoneng.jurisdiction'::text, true) AS current_setting) = '*'::text) OR ((( SELECT current_setting('xiaoneng.reach'::text, true) AS current_setting) = 'unit'::text) AND ((unit = ( SELECT current_setting('xiaoneng.unit'::text, true) AS current_setting)) OR (EXISTS ( SELECT 1
   FROM case_file f
  WHERE ((f.jurisdiction = clock.jurisdiction) AND (f.case_no = substr(clock.subject, 6)))))))));
grant delete, insert, select, update on clock to xiaoneng_app;
comment on table clock is 'Every running or finished time limit, derived from the streams clock/<id>';
comment on column clock.subject is 'The stream of the matter it belongs to';
comment on column clock.kind is 'What the law gives, what was promised, a step, or an end the record itself states';
comment on column clock.unit is 'The unit that handles the matter; it never approves its own extension';
comment on column clock.due_at is 'When it runs out, as far as known; null while suspended';
comment on column clock.warned is 'The warning rung has been passed';
comment on column clock.next_at is 'When it next does something by itself; null: never, as things stand. A provisional end is not waited for';
comment on column clock.provisional is 'The end was read from days whose holiday notice has not been published';
comment on column clock.calendar_version is 'The version of the calendar under which the end was last computed anew';
comment on column clock.expired_at is 'The legal instant at which it ran out, not the moment anyone noticed';
comment on column clock.defects is 'Steps without proof of notice, or entered late';
comment on column clock.inputs is 'Terms, suspensions and extensions: all that is needed to compute the end again';
comment on column clock.version is 'The version of its stream';
comment on column clock.rung is 'The colour that falls due with it, for a rung that lies after the end of a limit';
comment on column clock.post is 'The post that answers for it';
comment on column clock.holder is 'The account that held the post when it was last assigned';
comment on column clock.backup is 'The account that stands in for the holder';
comment on column clock.moves is 'Each time a calendar moved its end: when, from, to and which notice; the journal is in the streams clock-moves/';

create table conference (
  jurisdiction text not null,
  conference text not null,
  status text not null,
  on_day date not null,
  state jsonb not null,
  version integer not null,
  constraint conference_pkey PRIMARY KEY (jurisdiction, conference),
  constraint conference_status_check CHECK ((status = ANY (ARRAY['called'::text, 'held'::text, 'cancelled'::text])))
);
alter table conference enable row level security;
create policy every_jurisdiction on conference for all to xiaoneng_system using (true);
create policy own_jurisdiction on conference for all to xiaoneng_app using ((jurisdiction = current_setting('xiaoneng.jurisdiction'::text, true)));
grant delete, insert, select, update on conference to xiaoneng_app;
comment on table conference is 'Joint conferences of the bodies that supervise: who was called, the agenda, what was ruled';
comment on column conference.on_day is 'The day it was held; until then the day it is called for';
comment on column conference.state is 'The conference as its stream tells it, folded';

create table conference_ruling (
  jurisdiction text not null,
  conference text not null,
  number integer not null,
  unit text not null,
  due_on date not null,
  status text not null,
  ruling jsonb not null,
  constraint conference_ruling_pkey PRIMARY KEY (jurisdiction, conference, number),
  constraint conference_ruling_status_check CHECK ((status = ANY (ARRAY['open'::text, 'reported'::text, 'carriedOut'::text, 'dropped'::text])))
);
CREATE INDEX conference_ruling_of_unit ON conference_ruling USING btree (jurisdiction, unit, due_on);
CREATE INDEX conference_ruling_open ON conference_ruling USING btree (jurisdiction, due_on) WHERE (status = ANY (ARRAY['open'::text, 'reported'::text]));
alter table conference_ruling enable row level security;
create policy every_jurisdiction on conference_ruling for all to xiaoneng_system using (true);
create policy own_jurisdiction on conference_ruling for all to xiaoneng_app using ((jurisdiction = current_setting('xiaoneng.jurisdiction'::text, true)));
create policy own_unit on conference_ruling as restrictive for all to xiaoneng_app using (((( SELECT current_setting('xiaoneng.reach'::text, true) AS current_setting) = 'jurisdiction'::text) OR (( SELECT current_setting('xiaoneng.jurisdiction'::text, true) AS current_setting) = '*'::text) OR ((( SELECT current_setting('xiaoneng.reach'::text, true) AS current_setting) = 'unit'::text) AND (unit = ( SELECT current_setting('xiaoneng.unit'::text, true) AS current_setting)))));
grant delete, insert, select, update on conference_ruling to xiaoneng_app;
comment on table conference_ruling is 'What joint conferences ruled, as tasks: one row a ruling, with the unit that answers for it';
comment on column conference_ruling.ruling is 'The ruling as the stream of its conference tells it';

create table efficiency_setting (
  jurisdiction text not null,
  name text not null,
  subject text not null,
  valid_from date not null,
  value jsonb not null,
  reason text not null,
  set_by text not null,
  constraint efficiency_setting_pkey PRIMARY KEY (jurisdiction, name, subject, valid_from)
);
alter table efficiency_setting enable row level security;
create policy every_jurisdiction on efficiency_setting for all to xiaoneng_system using (true);
create policy own_jurisdiction on efficiency_setting for all to xiaoneng_app using ((jurisdiction = current_setting('xiaoneng.jurisdiction'::text, true)));
grant delete, insert, select, update on efficiency_setting to xiaoneng_app;
comment on table efficiency_setting is 'Settings of the figures of efficiency: smallest cell, thresholds, targets; a figure uses the one in force at the end of its span';
comment on column efficiency_setting.subject is 'The item a target is for; empty for everything';

create table fee_receipt (
  jurisdiction text not null,
  receipt text not null,
  unit text not null,
  fee text,
  charged_on date not null,
  paid bigint not null,
  due bigint,
  saved bigint not null,
  reduction text,
  case_no text,
  fault text,
  state jsonb not null,
  version integer not null,
  constraint fee_receipt_pkey PRIMARY KEY (jurisdiction, receipt)
);
CREATE INDEX fee_receipt_of_fee ON fee_receipt USING btree (jurisdiction, fee, charged_on);
alter table fee_receipt enable row level security;
create policy every_jurisdiction on fee_receipt for all to xiaoneng_system using (true);
create policy own_jurisdiction on fee_receipt for all to xiaoneng_app using ((jurisdiction = current_setting('xiaoneng.jurisdiction'::text, true)));
create policy own_unit on fee_receipt as restrictive for all to xiaoneng_app using (((( SELECT current_setting('xiaoneng.reach'::text, true) AS current_setting) = 'jurisdiction'::text) OR (( SELECT current_setting('xiaoneng.jurisdiction'::text, true) AS current_setting) = '*'::text) OR ((( SELECT current_setting('xiaoneng.reach'::text, true) AS current_setting) = 'unit'::text) AND (unit = ( SELECT current_setting('xiaoneng.unit'::text, true) AS current_setting)))));
grant delete, insert, select, update on fee_receipt to xiaoneng_app;
comment on table fee_receipt is 'Receipts: those issued for a case here, and those that offices told of; money in fen';
comment on column fee_receipt.receipt is 'Unit and number of the receipt';
comment on column fee_receipt.due is 'What the register asks; null where that cannot be said';
comment on column fee_receipt.fault is 'What is wrong with it; null: nothing';

create table fee_register (
  jurisdiction text not null,
  fee text not null,
  unit text not null,
  state jsonb not null,
  version integer not null,
  constraint fee_register_pkey PRIMARY KEY (jurisdiction, fee)
);
alter table fee_register enable row level security;
create policy every_jurisdiction on fee_register for all to xiaoneng_system using (true);
create policy own_jurisdiction on fee_register for all to xiaoneng_app using ((jurisdiction = current_setting('xiaoneng.jurisdiction'::text, true)));
grant delete, insert, select, update on fee_register to xiaoneng_app;
comment on table fee_register is 'The register of fees (收费目录清单): rates by date, reductions, what is proposed';
comment on column fee_register.unit is 'The unit that collects it';
comment on column fee_register.state is 'The fee as its stream tells it, folded; money in fen';

create table fee_survey (
  jurisdiction text not null,
  survey text not null,
  state jsonb not null,
  version integer not null,
  constraint fee_survey_pkey PRIMARY KEY (jurisdiction, survey)
);
alter table fee_survey enable row level security;
create policy every_jurisdiction on fee_survey for all to xiaoneng_system using (true);
create policy own_jurisdiction on fee_survey for all to xiaoneng_app using ((jurisdiction = current_setting('xiaoneng.jurisdiction'::text, true)));
grant delete, insert, select, update on fee_survey to xiaoneng_app;
comment on table fee_survey is 'Surveys of what associations and intermediaries charge, and who demands it';

create table finding (
  jurisdiction text not null,
  finding text not null,
  fact text not null,
  unit text not null,
  account text,
  post text,
  badge text,
  matter text,
  conduct text not null,
  severity text not null,
  status text not null,
  sealed boolean not null,
  sources text[] not null,
  open_sources text[] not null,
  disposition text,
  disposed_on date,
  handler text,
  dispose_by timestamp with time zone not null,
  opened_at timestamp with time zone not null,
  happened_on date not null,
  state jsonb not null,
  version integer not null,
  judge text default ''::text not null,
  sealed_streams text[] default '{}'::text[] not null,
  entered_by text[] default '{}'::text[] not null,
  constraint finding_pkey PRIMARY KEY (jurisdiction, finding),
  constraint finding_severity_check CHECK ((severity = ANY (ARRAY['light'::text, 'ordinary'::text, 'grave'::text]))),
  constraint finding_status_check CHECK ((status = ANY (ARRAY['open'::text, 'answered'::text, 'disposed'::text, 'withdrawn'::text])))
);
CREATE INDEX finding_of_account ON finding USING btree (jurisdiction, account) WHERE (account IS NOT NULL);
CREATE INDEX finding_of_badge ON finding USING btree (jurisdiction, badge) WHERE (badge IS NOT NULL);
CREATE UNIQUE INDEX finding_of_fact ON finding USING btree (jurisdiction, fact) WHERE (status <> 'withdrawn'::text);
CREATE INDEX finding_of_judge ON finding USING btree (jurisdiction, judge);
CREATE INDEX finding_of_matter ON finding USING btree (jurisdiction, matter) WHERE (matter IS NOT NULL);
CREATE INDEX finding_of_unit ON finding USING btree (jurisdiction, unit, finding DESC);
CREATE INDEX finding_sources ON finding USING gin (sources);
CREATE INDEX finding_undisposed ON finding USING btree (jurisdiction, dispose_by) WHERE (status = ANY (ARRAY['open'::text, 'answered'::text]));
alter table finding enable row level security;
create policy every_jurisdiction on finding for all to xiaoneng_system using (true);
create policy own_finding on finding as restrictive for all to xiaoneng_app using (((( SELECT current_setting('xiaoneng.jurisdiction'::text, true) AS current_setting) = '*'::text) OR ((( SELECT current_setting('xiaoneng.reach'::text, true) AS current_setting) = 'jurisdiction'::text) AND ((NOT sealed) OR (COALESCE(( SELECT current_setting('xiaoneng.account'::text, true) AS current_setting), ''::text) = ''::text) OR (( SELECT current_setting('xiaoneng.account'::text, true) AS current_setting) = ANY (entered_by)) OR (seen_streams(sealed_streams) <> '{}'::text[]))) OR ((( SELECT current_setting('xiaoneng.reach'::text, true) AS current_setting) = 'unit'::text) AND (NOT sealed) AND (unit = ( SELECT current_setting('xiaoneng.unit'::text, true) AS current_setting)))));
create policy own_jurisdiction on finding for all to xiaoneng_app using ((jurisdiction = current_setting('xiaoneng.jurisdiction'::text, true)));
grant delete, insert, select, update on finding to xiaoneng_app;
comment on table finding is 'What was found wrong about a unit, a post, a badge or a person: one row a fact, however many sources told it';
comment on column finding.fact is 'Mark of unit, account, matter, conduct and day: the same fact is one finding';
comment on column finding.sealed is 'Everything it rests on is sealed: the unit concerned does not see that it is there';
comment on column finding.sources is 'Kinds of its standing sources and the streams they came from';
comment on column finding.open_sources is 'Those of them that the unit concerned may know of';
comment on column finding.dispose_by is 'When it must have ended in a disposition';
comment on column finding.state is 'The finding as its stream tells it, folded: what decisions are taken on';
comment on column finding.judge is 'The supervisor whose share it counts in: who disposed of it, else its handler, else who opened it';
comment on column finding.sealed_streams is 'Streams of its sealed sources: while it is sealed, whoever sees one of these sees it';
comment on column finding.entered_by is 'Accounts that entered its sealed sources';

create table finding_guidance (
  jurisdiction text not null,
  guidance text not null,
  unit text not null,
  reply_by timestamp with time zone not null,
  replied boolean not null,
  state jsonb not null,
  version integer not null,
  constraint finding_guidance_pkey PRIMARY KEY (jurisdiction, guidance)
);
alter table finding_guidance enable row level security;
create policy every_jurisdiction on finding_guidance for all to xiaoneng_system using (true);
create policy own_guidance on finding_guidance as restrictive for all to xiaoneng_app using (((( SELECT current_setting('xiaoneng.reach'::text, true) AS current_setting) = 'jurisdiction'::text) OR (( SELECT current_setting('xiaoneng.jurisdiction'::text, true) AS current_setting) = '*'::text) OR ((( SELECT current_setting('xiaoneng.reach'::text, true) AS current_setting) = 'unit'::text) AND (unit = ( SELECT current_setting('xiaoneng.unit'::text, true) AS current_setting)))));
create policy own_jurisdiction on finding_guidance for all to xiaoneng_app using ((jurisdiction = current_setting('xiaoneng.jurisdiction'::text, true)));
grant delete, insert, select, update on finding_guidance to xiaoneng_app;
comment on table finding_guidance is 'Advice to units, which answer it: apart from findings, which end in a disposition';

create table hall_admission (
  jurisdiction text not null,
  hall text not null,
  item text not null,
  unit text not null,
  entry_on date,
  exempt_until date,
  state jsonb not null,
  version integer not null,
  constraint hall_admission_pkey PRIMARY KEY (jurisdiction, hall, item)
);
CREATE INDEX hall_admission_item ON hall_admission USING btree (jurisdiction, item);
alter table hall_admission enable row level security;
create policy every_jurisdiction on hall_admission for all to xiaoneng_system using (true);
create policy own_jurisdiction on hall_admission for all to xiaoneng_app using ((jurisdiction = current_setting('xiaoneng.jurisdiction'::text, true)));
grant delete, insert, select, update on hall_admission to xiaoneng_app;
comment on table hall_admission is 'Which items are handled in a hall from when on (进驻), which are exempt until when, and why others are still outside';
comment on column hall_admission.entry_on is 'From this day on it is received in the hall only; null: not approved';
comment on column hall_admission.exempt_until is 'The last day on which it may stay outside; null: no exemption';
comment on column hall_admission.state is 'The file of the admission as its stream tells it, folded';

create table hall_badge (
  jurisdiction text not null,
  badge text not null,
  account text not null,
  name text not null,
  unit text not null,
  duties_zh text not null,
  duties_en text not null,
  issued_at timestamp with time zone not null,
  withdrawn_at timestamp with time zone,
  lent_until date,
  ended_how text,
  end_reason text default ''::text not null,
  constraint hall_badge_pkey PRIMARY KEY (jurisdiction, badge),
  constraint hall_badge_ended_how_check CHECK ((ended_how = ANY (ARRAY['returned'::text, 'lost'::text])))
);
CREATE INDEX hall_badge_of_account ON hall_badge USING btree (jurisdiction, account);
alter table hall_badge enable row level security;
create policy every_jurisdiction on hall_badge for all to xiaoneng_system using (true);
create policy own_jurisdiction on hall_badge for all to xiaoneng_app using ((jurisdiction = current_setting('xiaoneng.jurisdiction'::text, true)));
grant delete, insert, select, update on hall_badge to xiaoneng_app;
comment on table hall_badge is 'Name-plates: what the public may look up about whoever serves them';
comment on column hall_badge.name is 'As it is printed on the plate';
comment on column hall_badge.lent_until is 'Last day of a badge that is lent to a stand-in; null: it is the wearer''s own';
comment on column hall_badge.ended_how is 'Taken back or reported lost; null while it is worn';

create table hall_booking (
  jurisdiction text not null,
  booking text not null,
  hall text not null,
  on_day date not null,
  group_code text not null,
  starts text not null,
  starts_at timestamp with time zone not null,
  ends_at timestamp with time zone not null,
  item text not null,
  for_unit text not null,
  person text not null,
  agent_mark text,
  state text not null,
  booked_at timestamp with time zone not null,
  changed_at timestamp with time zone not null,
  number text,
  constraint hall_booking_pkey PRIMARY KEY (jurisdiction, booking),
  constraint hall_booking_state_check CHECK ((state = ANY (ARRAY['booked'::text, 'checkedIn'::text, 'cancelled'::text, 'missed'::text])))
);
CREATE INDEX hall_booking_by_day ON hall_booking USING btree (jurisdiction, hall, on_day);
CREATE INDEX hall_booking_of_agent ON hall_booking USING btree (jurisdiction, agent_mark, starts_at) WHERE (agent_mark IS NOT NULL);
CREATE INDEX hall_booking_of_person ON hall_booking USING btree (jurisdiction, person, starts_at);
CREATE INDEX hall_booking_open ON hall_booking USING btree (jurisdiction, starts_at) WHERE (state = 'booked'::text);
alter table hall_booking enable row level security;
create policy every_jurisdiction on hall_booking for all to xiaoneng_system using (true);
create policy own_jurisdiction on hall_booking for all to xiaoneng_app using ((jurisdiction = current_setting('xiaoneng.jurisdiction'::text, true)));
grant delete, insert, select, update on hall_booking to xiaoneng_app;
comment on table hall_booking is 'Appointments; the person is a reference into the vault';
comment on column hall_booking.agent_mark is 'Keyed hash of the document of whoever books for another';
comment on column hall_booking.number is 'The number of the queue that it became';

create table hall_booking_bar (
  jurisdiction text not null,
  hall text not null,
  person text not null,
  from_day date not null,
  until_day date not null,
  missed integer not null,
  appeal text,
  lifted boolean not null,
  answer text,
  constraint hall_booking_bar_pkey PRIMARY KEY (jurisdiction, hall, person, from_day)
);
alter table hall_booking_bar enable row level security;
create policy every_jurisdiction on hall_booking_bar for all to xiaoneng_system using (true);
create policy own_jurisdiction on hall_booking_bar for all to xiaoneng_app using ((jurisdiction = current_setting('xiaoneng.jurisdiction'::text, true)));
grant delete, insert, select, update on hall_booking_bar to xiaoneng_app;
comment on table hall_booking_bar is 'Who did not come too often books on the spot only until a day; with the appeal against it';

create table hall_booking_refusal (
  jurisdiction text not null,
  hall text not null,
  person text not null,
  version integer not null,
  at timestamp with time zone not null,
  why text not null,
  agent_mark text,
  constraint hall_booking_refusal_pkey PRIMARY KEY (jurisdiction, hall, person, version)
);
CREATE INDEX hall_booking_refusal_by_time ON hall_booking_refusal USING btree (jurisdiction, hall, at);
alter table hall_booking_refusal enable row level security;
create policy every_jurisdiction on hall_booking_refusal for all to xiaoneng_system using (true);
create policy own_jurisdiction on hall_booking_refusal for all to xiaoneng_app using ((jurisdiction = current_setting('xiaoneng.jurisdiction'::text, true)));
grant delete, insert, select, update on hall_booking_refusal to xiaoneng_app;
comment on table hall_booking_refusal is 'Bookings beyond the limit of one person or agent: slots that somebody tried to hoard';

create table hall_counter (
  jurisdiction text not null,
  counter text not null,
  hall text not null,
  name_zh text not null,
  name_en text not null,
  place text not null,
  units text[] not null,
  working_hours text not null,
  rest_hours text,
  registered_at timestamp with time zone not null,
  state text not null,
  state_reason text not null,
  state_since timestamp with time zone not null,
  account text,
  badge text,
  seated_at timestamp with time zone,
  conduct_zh text default ''::text not null,
  conduct_en text default ''::text not null,
  complaint_phone text default ''::text not null,
  complaint_unit text default ''::text not null,
  constraint hall_counter_pkey PRIMARY KEY (jurisdiction, counter),
  constraint hall_counter_state_check CHECK ((state = ANY (ARRAY['open'::text, 'paused'::text, 'closed'::text])))
);
CREATE INDEX hall_counter_seat ON hall_counter USING btree (jurisdiction, account) WHERE (account IS NOT NULL);
alter table hall_counter enable row level security;
create policy every_jurisdiction on hall_counter for all to xiaoneng_system using (true);
create policy own_jurisdiction on hall_counter for all to xiaoneng_app using ((jurisdiction = current_setting('xiaoneng.jurisdiction'::text, true)));
grant delete, insert, select, update on hall_counter to xiaoneng_app;
comment on table hall_counter is 'Counters with their declared hours, their state, and who sits there';
comment on column hall_counter.units is 'Units that are served here';
comment on column hall_counter.working_hours is 'Declared hours of working days, such as 09:00-12:00,13:30-17:00';
comment on column hall_counter.rest_hours is 'Declared hours of rest days; null: none. A counter with such hours is a 365-day window';
comment on column hall_counter.account is 'Who has signed on; a seat ends with its day, whether or not anybody signed off';
comment on column hall_counter.conduct_zh is 'Rules of conduct as they hang at the window (办事纪律); empty: none hang there';
comment on column hall_counter.complaint_phone is 'Where one complains about this window; empty: nowhere';
comment on column hall_counter.complaint_unit is 'The unit that answers there: never one that is served at the window';

create table hall_delegation (
  jurisdiction text not null,
  item text not null,
  unit text not null,
  state jsonb not null,
  version integer not null,
  constraint hall_delegation_pkey PRIMARY KEY (jurisdiction, item)
);
alter table hall_delegation enable row level security;
create policy every_jurisdiction on hall_delegation for all to xiaoneng_system using (true);
create policy own_jurisdiction on hall_delegation for all to xiaoneng_app using ((jurisdiction = current_setting('xiaoneng.jurisdiction'::text, true)));
grant delete, insert, select, update on hall_delegation to xiaoneng_app;
comment on table hall_delegation is 'Powers that departments have delegated to the window, one row an item';
comment on column hall_delegation.unit is 'The department whose item it is; its head delegates and withdraws';
comment on column hall_delegation.state is 'The delegation as its stream tells it, folded';

create table hall_department (
  jurisdiction text not null,
  hall text not null,
  unit text not null,
  since date not null,
  central boolean not null,
  online boolean not null,
  constraint hall_department_pkey PRIMARY KEY (jurisdiction, hall, unit)
);
alter table hall_department enable row level security;
create policy every_jurisdiction on hall_department for all to xiaoneng_system using (true);
create policy own_jurisdiction on hall_department for all to xiaoneng_app using ((jurisdiction = current_setting('xiaoneng.jurisdiction'::text, true)));
grant delete, insert, select, update on hall_department to xiaoneng_app;
comment on table hall_department is 'Departments stationed in a hall, with what the hall claims for them';
comment on column hall_department.central is 'Claimed: everything it receives is received in the hall or online';
comment on column hall_department.online is 'Claimed: every item can be applied for online';

create table hall_duty (
  jurisdiction text not null,
  on_day date not null,
  half text not null,
  counter text not null,
  account text not null,
  constraint hall_duty_pkey PRIMARY KEY (jurisdiction, on_day, half, counter),
  constraint hall_duty_half_check CHECK ((half = ANY (ARRAY['morning'::text, 'afternoon'::text])))
);
alter table hall_duty enable row level security;
create policy every_jurisdiction on hall_duty for all to xiaoneng_system using (true);
create policy own_jurisdiction on hall_duty for all to xiaoneng_app using ((jurisdiction = current_setting('xiaoneng.jurisdiction'::text, true)));
grant delete, insert, select, update on hall_duty to xiaoneng_app;
comment on table hall_duty is 'Duty calendar: who is to sit at which counter on which half day';

create table hall_enquiry (
  jurisdiction text not null,
  enquiry text not null,
  unit text not null,
  seen_by text[] not null,
  owner text,
  status text not null,
  asked_at timestamp with time zone not null,
  mark text,
  ticket text,
  slips text[] not null,
  ping_pong boolean not null,
  state jsonb not null,
  version integer not null,
  constraint hall_enquiry_pkey PRIMARY KEY (jurisdiction, enquiry),
  constraint hall_enquiry_status_check CHECK ((status = ANY (ARRAY['open'::text, 'referred'::text, 'handedOver'::text, 'settled'::text])))
);
CREATE INDEX hall_enquiry_mark ON hall_enquiry USING btree (jurisdiction, mark) WHERE (mark IS NOT NULL);
CREATE INDEX hall_enquiry_newest ON hall_enquiry USING btree (jurisdiction, asked_at DESC);
CREATE INDEX hall_enquiry_slips ON hall_enquiry USING gin (slips);
CREATE INDEX hall_enquiry_ticket ON hall_enquiry USING btree (jurisdiction, ticket) WHERE (ticket IS NOT NULL);
alter table hall_enquiry enable row level security;
create policy every_jurisdiction on hall_enquiry for all to xiaoneng_system using (true);
create policy own_enquiry on hall_enquiry as restrictive for all to xiaoneng_app using (((( SELECT current_setting('xiaoneng.reach'::text, true) AS current_setting) = 'jurisdiction'::text) OR (( SELECT current_setting('xiaoneng.jurisdiction'::text, true) AS current_setting) = '*'::text) OR ((( SELECT current_setting('xiaoneng.reach'::text, true) AS current_setting) = 'unit'::text) AND ((unit = ( SELECT current_setting('xiaoneng.unit'::text, true) AS current_setting)) OR (( SELECT current_setting('xiaoneng.unit'::text, true) AS current_setting) = ANY (seen_by))))));
create policy own_jurisdiction on hall_enquiry for all to xiaoneng_app using ((jurisdiction = current_setting('xiaoneng.jurisdiction'::text, true)));
grant delete, insert, select, update on hall_enquiry to xiaoneng_app;
comment on table hall_enquiry is 'Questions at the counter: who was asked first and who answers for them now; nothing of the person who asked';
comment on column hall_enquiry.unit is 'The unit of the first officer';
comment on column hall_enquiry.seen_by is 'Units that see it: the first, the one that runs the hall, those it was referred from and to';
comment on column hall_enquiry.mark is 'Keyed mark of the telephone; from it nothing of the person can be read';
comment on column hall_enquiry.ping_pong is 'Referred back to a department that had it before';
comment on column hall_enquiry.state is 'The enquiry as its stream tells it, folded: what decisions are taken on';

create table hall_number_block (
  jurisdiction text not null,
  hall text not null,
  on_day date not null,
  group_code text not null,
  first_number integer not null,
  last_number integer not null,
  device text not null,
  account text not null,
  constraint hall_number_block_pkey PRIMARY KEY (jurisdiction, hall, on_day, group_code, first_number)
);
alter table hall_number_block enable row level security;
create policy every_jurisdiction on hall_number_block for all to xiaoneng_system using (true);
create policy own_jurisdiction on hall_number_block for all to xiaoneng_app using ((jurisdiction = current_setting('xiaoneng.jurisdiction'::text, true)));
grant delete, insert, select, update on hall_number_block to xiaoneng_app;
comment on table hall_number_block is 'Numbers that a kiosk or counter holds for an hour without the server';

create table hall_place (
  jurisdiction text not null,
  hall text not null,
  name_zh text not null,
  name_en text not null,
  level text not null,
  address text not null,
  phone text not null,
  unit text not null,
  channels text[] not null,
  constraint hall_place_pkey PRIMARY KEY (jurisdiction, hall),
  constraint hall_place_level_check CHECK ((level = ANY (ARRAY['city'::text, 'district'::text, 'county'::text, 'township'::text, 'village'::text])))
);
alter table hall_place enable row level security;
create policy every_jurisdiction on hall_place for all to xiaoneng_system using (true);
create policy own_jurisdiction on hall_place for all to xiaoneng_app using ((jurisdiction = current_setting('xiaoneng.jurisdiction'::text, true)));
grant delete, insert, select, update on hall_place to xiaoneng_app;
comment on table hall_place is 'Service halls and stations';
comment on column hall_place.unit is 'The unit that runs it; its head arranges counters, badges and duty';
comment on column hall_place.channels is 'The ways of being served that are registered for it';

create table hall_queue_jump (
  jurisdiction text not null,
  hall text not null,
  on_day date not null,
  number text not null,
  version integer not null,
  at timestamp with time zone not null,
  counter text not null,
  officer text not null,
  overtook text[] not null,
  reason text not null,
  constraint hall_queue_jump_pkey PRIMARY KEY (jurisdiction, hall, on_day, number, version)
);
CREATE INDEX hall_queue_jump_by_time ON hall_queue_jump USING btree (jurisdiction, hall, at);
alter table hall_queue_jump enable row level security;
create policy every_jurisdiction on hall_queue_jump for all to xiaoneng_system using (true);
create policy own_jurisdiction on hall_queue_jump for all to xiaoneng_app using ((jurisdiction = current_setting('xiaoneng.jurisdiction'::text, true)));
grant delete, insert, select, update on hall_queue_jump to xiaoneng_app;
comment on table hall_queue_jump is 'Calls out of turn: who called, whom it overtook, and why';

create table hall_queue_setting (
  jurisdiction text not null,
  hall text not null,
  effective_from date not null,
  settings jsonb not null,
  constraint hall_queue_setting_pkey PRIMARY KEY (jurisdiction, hall, effective_from)
);
alter table hall_queue_setting enable row level security;
create policy every_jurisdiction on hall_queue_setting for all to xiaoneng_system using (true);
create policy own_jurisdiction on hall_queue_setting for all to xiaoneng_app using ((jurisdiction = current_setting('xiaoneng.jurisdiction'::text, true)));
grant delete, insert, select, update on hall_queue_setting to xiaoneng_app;
comment on table hall_queue_setting is 'Rules of the queue and of appointments by the day from which they hold';

create table hall_sitting (
  jurisdiction text not null,
  counter text not null,
  taken_at timestamp with time zone not null,
  account text not null,
  badge text not null,
  on_duty boolean not null,
  left_at timestamp with time zone,
  constraint hall_sitting_pkey PRIMARY KEY (jurisdiction, counter, taken_at)
);
CREATE INDEX hall_sitting_by_time ON hall_sitting USING btree (jurisdiction, taken_at);
alter table hall_sitting enable row level security;
create policy every_jurisdiction on hall_sitting for all to xiaoneng_system using (true);
create policy own_jurisdiction on hall_sitting for all to xiaoneng_app using ((jurisdiction = current_setting('xiaoneng.jurisdiction'::text, true)));
grant delete, insert, select, update on hall_sitting to xiaoneng_app;
comment on table hall_sitting is 'Who sat where, from when to when';
comment on column hall_sitting.on_duty is 'The duty calendar named this person for this counter';
comment on column hall_sitting.left_at is 'Null: not signed off. The sitting then ends with its day';

create table hall_slot (
  jurisdiction text not null,
  hall text not null,
  on_day date not null,
  group_code text not null,
  starts text not null,
  ends text not null,
  starts_at timestamp with time zone not null,
  ends_at timestamp with time zone not null,
  capacity integer not null,
  booked integer not null,
  after_hours boolean not null,
  constraint hall_slot_pkey PRIMARY KEY (jurisdiction, hall, on_day, group_code, starts),
  constraint hall_slot_capacity_check CHECK ((capacity >= 0)),
  constraint hall_slot_check CHECK (((booked >= 0) AND (booked <= capacity)))
);
alter table hall_slot enable row level security;
create policy every_jurisdiction on hall_slot for all to xiaoneng_system using (true);
create policy own_jurisdiction on hall_slot for all to xiaoneng_app using ((jurisdiction = current_setting('xiaoneng.jurisdiction'::text, true)));
grant delete, insert, select, update on hall_slot to xiaoneng_app;
comment on table hall_slot is 'Times that can be booked, by queue group';
comment on column hall_slot.starts is 'Clock time in the hall, such as 09:30';
comment on column hall_slot.booked is 'Bookings that hold; whoever books takes the row first, so that no place is sold twice';
comment on column hall_slot.after_hours is 'Outside the declared hours of every counter that calls the group';

create table hall_ticket (
  jurisdiction text not null,
  hall text not null,
  on_day date not null,
  number text not null,
  group_code text not null,
  item text,
  for_unit text,
  channel text not null,
  priority text,
  booking text,
  due_at timestamp with time zone,
  visit text,
  issued_at timestamp with time zone not null,
  issued_by text not null,
  ahead integer not null,
  said_minutes double precision,
  since timestamp with time zone not null,
  state text not null,
  calls integer not null,
  lane text,
  counter text,
  called_by text,
  called_at timestamp with time zone,
  first_called_at timestamp with time zone,
  ended_at timestamp with time zone,
  transfers integer not null,
  version integer not null,
  constraint hall_ticket_pkey PRIMARY KEY (jurisdiction, hall, on_day, number),
  constraint hall_ticket_channel_check CHECK ((channel = ANY (ARRAY['greeter'::text, 'kiosk'::text, 'appointment'::text, 'offline'::text]))),
  constraint hall_ticket_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'called'::text, 'missed'::text, 'served'::text, 'abandoned'::text])))
);
CREATE INDEX hall_ticket_booking ON hall_ticket USING btree (jurisdiction, booking) WHERE (booking IS NOT NULL);
CREATE INDEX hall_ticket_open ON hall_ticket USING btree (jurisdiction, hall, on_day, state);
alter table hall_ticket enable row level security;
create policy every_jurisdiction on hall_ticket for all to xiaoneng_system using (true);
create policy own_jurisdiction on hall_ticket for all to xiaoneng_app using ((jurisdiction = current_setting('xiaoneng.jurisdiction'::text, true)));
grant delete, insert, select, update on hall_ticket to xiaoneng_app;
comment on table hall_ticket is 'Numbers of the queue, one row each hall and day and number';
comment on column hall_ticket.for_unit is 'The unit that answers for the item; null: only the group is known';
comment on column hall_ticket.ahead is 'Numbers before it when it was taken';
comment on column hall_ticket.said_minutes is 'Expected wait as said when it was taken; null: nobody served the group then';
comment on column hall_ticket.since is 'From when it counts in its lane: taken, or come back after it was missed';
comment on column hall_ticket.first_called_at is 'Ends the wait that was estimated';

create table hall_visit (
  jurisdiction text not null,
  visit text not null,
  hall text not null,
  at timestamp with time zone not null,
  greeter text not null,
  need text not null,
  item text,
  guided_to text not null,
  number text,
  refused boolean not null,
  reported text,
  reported_at timestamp with time zone,
  report_text text,
  constraint hall_visit_pkey PRIMARY KEY (jurisdiction, visit)
);
CREATE INDEX hall_visit_by_time ON hall_visit USING btree (jurisdiction, hall, at);
alter table hall_visit enable row level security;
create policy every_jurisdiction on hall_visit for all to xiaoneng_system using (true);
create policy own_jurisdiction on hall_visit for all to xiaoneng_app using ((jurisdiction = current_setting('xiaoneng.jurisdiction'::text, true)));
grant delete, insert, select, update on hall_visit to xiaoneng_app;
comment on table hall_visit is 'What greeters did for visitors, and what visitors report of it';
comment on column hall_visit.need is 'What the visitor asked for, in everyday words';
comment on column hall_visit.refused is 'The greeter meant to send somebody to a paid agent, which was refused';

create table hall_wrong_window (
  jurisdiction text not null,
  hall text not null,
  on_day date not null,
  number text not null,
  version integer not null,
  at timestamp with time zone not null,
  counter text not null,
  officer text not null,
  recorded text,
  needed text,
  issued_by text not null,
  channel text not null,
  constraint hall_wrong_window_pkey PRIMARY KEY (jurisdiction, hall, on_day, number, version)
);
CREATE INDEX hall_wrong_window_by_time ON hall_wrong_window USING btree (jurisdiction, hall, at);
alter table hall_wrong_window enable row level security;
create policy every_jurisdiction on hall_wrong_window for all to xiaoneng_system using (true);
create policy own_jurisdiction on hall_wrong_window for all to xiaoneng_app using ((jurisdiction = current_setting('xiaoneng.jurisdiction'::text, true)));
grant delete, insert, select, update on hall_wrong_window to xiaoneng_app;
comment on table hall_wrong_window is 'Visitors who stood at a counter that cannot take their item';
comment on column hall_wrong_window.recorded is 'The item for which the number was given';
comment on column hall_wrong_window.needed is 'The item that the visitor came for';

create table import_run (
  jurisdiction text not null,
  import text not null,
  log text not null,
  file_name text not null,
  account text not null,
  status text not null,
  progress double precision not null,
  cases integer not null,
  events integer not null,
  rejected_rows integer not null,
  refusal_code text,
  refusal_zh text,
  refusal_en text,
  started_at timestamp with time zone not null,
  changed_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  unknown_units text[] default '{}'::text[] not null,
  constraint import_run_pkey PRIMARY KEY (jurisdiction, import),
  constraint import_run_status_check CHECK ((status = ANY (ARRAY['waiting'::text, 'reading'::text, 'storing'::text, 'done'::text, 'unchanged'::text, 'refused'::text])))
);
CREATE INDEX import_run_recent ON import_run USING btree (jurisdiction, started_at DESC, import);
alter table import_run enable row level security;
create policy every_jurisdiction on import_run for all to xiaoneng_system using (true);
create policy own_jurisdiction on import_run for all to xiaoneng_app using ((jurisdiction = current_setting('xiaoneng.jurisdiction'::text, true)));
grant insert, select, update on import_run to xiaoneng_app;
comment on table import_run is 'One row an import of a file, whatever became of it; what it stored is in the ledger';
comment on column import_run.progress is 'Share of the file read, 0 to 1';
comment on column import_run.changed_at is 'Last sign of life: a run that gives none for a while broke off with its process';
comment on column import_run.unknown_units is 'Units that the file names and the organisation does not know: their cases are nobody''s to see but supervision''s';

create table inspection_checklist (
  jurisdiction text not null,
  checklist text not null,
  state jsonb not null,
  version integer not null,
  constraint inspection_checklist_pkey PRIMARY KEY (jurisdiction, checklist)
);
alter table inspection_checklist enable row level security;
create policy every_jurisdiction on inspection_checklist for all to xiaoneng_system using (true);
create policy own_jurisdiction on inspection_checklist for all to xiaoneng_app using ((jurisdiction = current_setting('xiaoneng.jurisdiction'::text, true)));
grant delete, insert, select, update on inspection_checklist to xiaoneng_app;
comment on table inspection_checklist is 'Checklists with every published version; a visit keeps the version it was planned with';

create table inspection_inspector (
  jurisdiction text not null,
  account text not null,
  state jsonb not null,
  version integer not null,
  constraint inspection_inspector_pkey PRIMARY KEY (jurisdiction, account)
);
alter table inspection_inspector enable row level security;
create policy every_jurisdiction on inspection_inspector for all to xiaoneng_system using (true);
create policy own_jurisdiction on inspection_inspector for all to xiaoneng_app using ((jurisdiction = current_setting('xiaoneng.jurisdiction'::text, true)));
grant delete, insert, select, update on inspection_inspector to xiaoneng_app;
comment on table inspection_inspector is 'The one pool of inspectors of all bodies';

create table inspection_number (
  jurisdiction text not null,
  name text not null,
  state jsonb not null,
  version integer not null,
  constraint inspection_number_pkey PRIMARY KEY (jurisdiction, name)
);
alter table inspection_number enable row level security;
create policy every_jurisdiction on inspection_number for all to xiaoneng_system using (true);
create policy own_jurisdiction on inspection_number for all to xiaoneng_app using ((jurisdiction = current_setting('xiaoneng.jurisdiction'::text, true)));
grant delete, insert, select, update on inspection_number to xiaoneng_app;
comment on table inspection_number is 'Numbers that inspections go by, each with the days from which it held and why';

create table inspection_round (
  jurisdiction text not null,
  round text not null,
  kind text not null,
  theme text not null,
  sealed boolean not null,
  team text[] not null,
  from_on date not null,
  until_on date not null,
  state jsonb not null,
  version integer not null,
  constraint inspection_round_pkey PRIMARY KEY (jurisdiction, round)
);
CREATE INDEX inspection_round_days ON inspection_round USING btree (jurisdiction, from_on DESC);
alter table inspection_round enable row level security;
create policy every_jurisdiction on inspection_round for all to xiaoneng_system using (true);
create policy own_inspection_round on inspection_round as restrictive for all to xiaoneng_app using (((( SELECT current_setting('xiaoneng.account'::text, true) AS current_setting) = ''::text) OR (( SELECT current_setting('xiaoneng.jurisdiction'::text, true) AS current_setting) = '*'::text) OR (( SELECT current_setting('xiaoneng.account'::text, true) AS current_setting) = ANY (team)) OR ((NOT sealed) AND (( SELECT current_setting('xiaoneng.reach'::text, true) AS current_setting) = 'jurisdiction'::text))));
create policy own_jurisdiction on inspection_round for all to xiaoneng_app using ((jurisdiction = current_setting('xiaoneng.jurisdiction'::text, true)));
grant delete, insert, select, update on inspection_round to xiaoneng_app;
comment on table inspection_round is 'Rounds of inspections; a sealed one is a row for nobody but its team';
comment on column inspection_round.sealed is 'Undercover and not released';
comment on column inspection_round.team is 'Accounts that see it while it is sealed';

create table inspection_section (
  jurisdiction text not null,
  unit text not null,
  section text not null,
  state jsonb not null,
  version integer not null,
  constraint inspection_section_pkey PRIMARY KEY (jurisdiction, unit, section)
);
alter table inspection_section enable row level security;
create policy every_jurisdiction on inspection_section for all to xiaoneng_system using (true);
create policy own_inspection_section on inspection_section as restrictive for all to xiaoneng_app using (((( SELECT current_setting('xiaoneng.reach'::text, true) AS current_setting) = 'jurisdiction'::text) OR (( SELECT current_setting('xiaoneng.jurisdiction'::text, true) AS current_setting) = '*'::text) OR ((( SELECT current_setting('xiaoneng.reach'::text, true) AS current_setting) = 'unit'::text) AND (unit = ( SELECT current_setting('xiaoneng.unit'::text, true) AS current_setting)))));
create policy own_jurisdiction on inspection_section for all to xiaoneng_app using ((jurisdiction = current_setting('xiaoneng.jurisdiction'::text, true)));
grant delete, insert, select, update on inspection_section to xiaoneng_app;
comment on table inspection_section is 'Sampling frame: enterprise-facing sections and posts, confirmed every year';

create table inspection_visit (
  jurisdiction text not null,
  visit text not null,
  round text not null,
  unit text not null,
  section text,
  kind text not null,
  theme text not null,
  sealed boolean not null,
  team text[] not null,
  from_on date not null,
  until_on date not null,
  status text not null,
  findings text[] not null,
  state jsonb not null,
  version integer not null,
  constraint inspection_visit_pkey PRIMARY KEY (jurisdiction, visit)
);
CREATE INDEX inspection_visit_findings ON inspection_visit USING gin (findings);
CREATE INDEX inspection_visit_round ON inspection_visit USING btree (jurisdiction, round);
CREATE INDEX inspection_visit_unit ON inspection_visit USING btree (jurisdiction, unit, from_on);
alter table inspection_visit enable row level security;
create policy every_jurisdiction on inspection_visit for all to xiaoneng_system using (true);
create policy own_inspection_visit on inspection_visit as restrictive for all to xiaoneng_app using (((( SELECT current_setting('xiaoneng.account'::text, true) AS current_setting) = ''::text) OR (( SELECT current_setting('xiaoneng.jurisdiction'::text, true) AS current_setting) = '*'::text) OR (( SELECT current_setting('xiaoneng.account'::text, true) AS current_setting) = ANY (team)) OR ((NOT sealed) AND ((( SELECT current_setting('xiaoneng.reach'::text, true) AS current_setting) = 'jurisdiction'::text) OR ((( SELECT current_setting('xiaoneng.reach'::text, true) AS current_setting) = 'unit'::text) AND (unit = ( SELECT current_setting('xiaoneng.unit'::text, true) AS current_setting)))))));
create policy own_jurisdiction on inspection_visit for all to xiaoneng_app using ((jurisdiction = current_setting('xiaoneng.jurisdiction'::text, true)));
grant delete, insert, select, update on inspection_visit to xiaoneng_app;
comment on table inspection_visit is 'Visits to one place each; a sealed one is a row for nobody but the team of its round, and never for the unit';
comment on column inspection_visit.sealed is 'Until its round is released';
comment on column inspection_visit.findings is 'Findings noted or re-checked on this visit: the chain of visits of a finding';

create table inspection_year (
  jurisdiction text not null,
  year text not null,
  state jsonb not null,
  version integer not null,
  constraint inspection_year_pkey PRIMARY KEY (jurisdiction, year)
);
alter table inspection_year enable row level security;
create policy every_jurisdiction on inspection_year for all to xiaoneng_system using (true);
create policy own_jurisdiction on inspection_year for all to xiaoneng_app using ((jurisdiction = current_setting('xiaoneng.jurisdiction'::text, true)));
grant delete, insert, select, update on inspection_year to xiaoneng_app;
comment on table inspection_year is 'What was told of a year: found cases beside coverage and the estimated rest';

create table intermediary (
  jurisdiction text not null,
  intermediary text not null,
  state jsonb not null,
  version integer not null,
  constraint intermediary_pkey PRIMARY KEY (jurisdiction, intermediary)
);
alter table intermediary enable row level security;
create policy every_jurisdiction on intermediary for all to xiaoneng_system using (true);
create policy own_jurisdiction on intermediary for all to xiaoneng_app using ((jurisdiction = current_setting('xiaoneng.jurisdiction'::text, true)));
grant delete, insert, select, update on intermediary to xiaoneng_app;
comment on table intermediary is 'Accepted intermediaries with fees, limits, owners and relations (中介机构名录)';

create table investigation (
  jurisdiction text not null,
  number text not null,
  unit text not null,
  seen_by text[] not null,
  sealed boolean not null,
  team text[] not null,
  kind text not null,
  stage text not null,
  source text not null,
  reference text not null,
  entered_at timestamp with time zone not null,
  state jsonb not null,
  version integer not null,
  constraint investigation_pkey PRIMARY KEY (jurisdiction, number)
);
CREATE INDEX investigation_newest ON investigation USING btree (jurisdiction, entered_at DESC, number);
CREATE INDEX investigation_reference ON investigation USING btree (jurisdiction, reference);
alter table investigation enable row level security;
create policy every_jurisdiction on investigation for all to xiaoneng_system using (true);
create policy own_investigation on investigation as restrictive for all to xiaoneng_app using (((( SELECT current_setting('xiaoneng.jurisdiction'::text, true) AS current_setting) = '*'::text) OR ((( SELECT current_setting('xiaoneng.reach'::text, true) AS current_setting) = 'jurisdiction'::text) AND ((NOT sealed) OR (( SELECT current_setting('xiaoneng.account'::text, true) AS current_setting) = ''::text) OR (( SELECT current_setting('xiaoneng.account'::text, true) AS current_setting) = ANY (team)))) OR ((( SELECT current_setting('xiaoneng.reach'::text, true) AS current_setting) = 'unit'::text) AND (NOT sealed) AND (( SELECT current_setting('xiaoneng.unit'::text, true) AS current_setting) = ANY (seen_by)))));
create policy own_jurisdiction on investigation for all to xiaoneng_app using ((jurisdiction = current_setting('xiaoneng.jurisdiction'::text, true)));
grant delete, insert, select, update on investigation to xiaoneng_app;
comment on table investigation is 'Single cases and the leads they come from; names of people who came to the office stand in the vault';
comment on column investigation.unit is 'The unit that the case is about';
comment on column investigation.seen_by is 'Units that were told of it: none before that, and never of a sealed one';
comment on column investigation.sealed is 'Seen by nobody but those on it, supervision and leaders included';
comment on column investigation.team is 'Accounts on it: of a sealed case the only ones that see it';
comment on column investigation.state is 'The case as its stream tells it, folded: what decisions are taken on';

create table investigation_view (
  jurisdiction text not null,
  number text not null,
  nth integer not null,
  account text not null,
  viewed_at timestamp with time zone not null,
  allowed boolean not null,
  constraint investigation_view_pkey PRIMARY KEY (jurisdiction, number, nth)
);
alter table investigation_view enable row level security;
create policy every_jurisdiction on investigation_view for all to xiaoneng_system using (true);
create policy own_jurisdiction on investigation_view for all to xiaoneng_app using ((jurisdiction = current_setting('xiaoneng.jurisdiction'::text, true)));
grant delete, insert, select, update on investigation_view to xiaoneng_app;
comment on table investigation_view is 'Who looked at a sealed case; allowed is false for those who were not on it and were told that there is none';

create table ledger_chain (
  jurisdiction text not null,
  "position" bigint default nextval('ledger_position'::regclass) not null,
  algorithm text not null,
  chosen_at timestamp with time zone not null,
  constraint ledger_chain_pkey PRIMARY KEY (jurisdiction, "position"),
  constraint ledger_chain_algorithm_check CHECK ((algorithm = ANY (ARRAY['sha256'::text, 'sm3'::text])))
);
alter table ledger_chain enable row level security;
create policy every_jurisdiction on ledger_chain for all to xiaoneng_system using (true);
create policy own_jurisdiction on ledger_chain for all to xiaoneng_app using ((jurisdiction = current_setting('xiaoneng.jurisdiction'::text, true)));
grant insert, select on ledger_chain to xiaoneng_app;
comment on table ledger_chain is 'Which hash a jurisdiction chains its events with; chosen once, with the first event at the latest';
comment on column ledger_chain."position" is 'Two first events at once may both write a row, saying the same: with one row they would wait for each other';

create table ledger_command (
  jurisdiction text not null,
  key text not null,
  request_hash bytea not null,
  answer json not null,
  answered_at timestamp with time zone default now() not null,
  constraint ledger_command_pkey PRIMARY KEY (jurisdiction, key)
);
alter table ledger_command enable row level security;
create policy every_jurisdiction on ledger_command for all to xiaoneng_system using (true);
create policy own_jurisdiction on ledger_command for all to xiaoneng_app using ((jurisdiction = current_setting('xiaoneng.jurisdiction'::text, true)));
grant insert, select on ledger_command to xiaoneng_app;
comment on table ledger_command is 'The answer each idempotency key was given; the same key gets the same answer';
comment on column ledger_command.request_hash is 'SHA-256 of the request, so that a key used for another request is refused';

create table ledger_event (
  jurisdiction text not null,
  stream text not null,
  version integer not null,
  type text not null,
  occurred_at timestamp with time zone not null,
  recorded_at timestamp with time zone not null,
  actor text not null,
  payload json not null,
  previous_hash bytea not null,
  hash bytea not null,
  "position" bigint default nextval('ledger_position'::regclass) not null,
  transaction_id xid8 default pg_current_xact_id() not null,
  constraint ledger_event_pkey PRIMARY KEY (jurisdiction, stream, version),
  constraint ledger_event_version_check CHECK ((version > 0))
);
CREATE INDEX ledger_event_office ON ledger_event USING btree (jurisdiction, "position") WHERE (stream ~~ 'office/%'::text);
CREATE INDEX ledger_event_order ON ledger_event USING btree (jurisdiction, transaction_id, "position");
alter table ledger_event enable row level security;
create policy every_jurisdiction on ledger_event for all to xiaoneng_system using (true);
create policy own_jurisdiction on ledger_event for all to xiaoneng_app using ((jurisdiction = current_setting('xiaoneng.jurisdiction'::text, true)));
grant insert, select on ledger_event to xiaoneng_app;
comment on table ledger_event is 'The record: what happened, for good. Every list is derived from it';
comment on column ledger_event.jurisdiction is 'The government this belongs to; first in every key';
comment on column ledger_event.stream is 'One subject, such as case/2026-000123';
comment on column ledger_event.version is '1, 2, 3 … within the stream; order is by version, never by time';
comment on column ledger_event.type is 'What happened, in the past tense';
comment on column ledger_event.occurred_at is 'When it happened, as far as known';
comment on column ledger_event.recorded_at is 'When this system was told';
comment on column ledger_event.actor is 'Who did it: an account, a post, or a system';
comment on column ledger_event.payload is 'The exact canonical text (RFC 8785) that was hashed';
comment on column ledger_event.previous_hash is 'The hash of the version before; zeros before version 1';
comment on column ledger_event.hash is 'H(previous_hash || canonical text of all fields above)';
comment on column ledger_event."position" is 'Order of insertion within a transaction';
comment on column ledger_event.transaction_id is 'The inserting transaction; readers stop before the oldest one still running';

create table ledger_seal (
  jurisdiction text not null,
  number integer not null,
  last_transaction xid8 not null,
  last_position bigint not null,
  event_count bigint not null,
  root bytea not null,
  previous_seal bytea not null,
  seal bytea not null,
  sealed_at timestamp with time zone not null,
  public_key bytea not null,
  signature bytea not null,
  time_stamp bytea,
  constraint ledger_seal_pkey PRIMARY KEY (jurisdiction, number),
  constraint ledger_seal_event_count_check CHECK ((event_count > 0)),
  constraint ledger_seal_number_check CHECK ((number > 0))
);
CREATE INDEX ledger_seal_by_place ON ledger_seal USING btree (jurisdiction, last_transaction, last_position);
alter table ledger_seal enable row level security;
create policy every_jurisdiction on ledger_seal for all to xiaoneng_system using (true);
create policy own_jurisdiction on ledger_seal for all to xiaoneng_app using ((jurisdiction = current_setting('xiaoneng.jurisdiction'::text, true)));
grant insert, select on ledger_seal to xiaoneng_app;
comment on table ledger_seal is 'Signed Merkle roots (RFC 6962 shape) over the events committed since the seal before';
comment on column ledger_seal.last_transaction is 'With last_position: the last event under this seal';
comment on column ledger_seal.root is 'Merkle tree hash; a leaf is the hash of an event';
comment on column ledger_seal.previous_seal is 'The seal before; zeros before number 1';
comment on column ledger_seal.seal is 'Hash of number, count, root, time and the seal before: what is signed';
comment on column ledger_seal.signature is 'Ed25519 over seal';
comment on column ledger_seal.time_stamp is 'RFC 3161 token over seal, where an authority is configured';

create table licence (
  jurisdiction text not null,
  number text not null,
  item text not null,
  unit text not null,
  seen_by text[] not null,
  holder text not null,
  agent text,
  state text not null,
  valid_from date not null,
  valid_until date,
  licence jsonb not null,
  version integer not null,
  constraint licence_pkey PRIMARY KEY (jurisdiction, number),
  constraint licence_state_check CHECK ((state = ANY (ARRAY['valid'::text, 'renewed'::text, 'cancelled'::text, 'revoked'::text, 'withdrawn'::text])))
);
CREATE INDEX licence_of_agent ON licence USING btree (jurisdiction, agent) WHERE (agent IS NOT NULL);
CREATE INDEX licence_of_holder ON licence USING btree (jurisdiction, holder);
CREATE INDEX licence_of_unit ON licence USING btree (jurisdiction, unit, valid_until);
alter table licence enable row level security;
create policy every_jurisdiction on licence for all to xiaoneng_system using (true);
create policy own_jurisdiction on licence for all to xiaoneng_app using ((jurisdiction = current_setting('xiaoneng.jurisdiction'::text, true)));
create policy own_licence on licence as restrictive for all to xiaoneng_app using (((( SELECT current_setting('xiaoneng.reach'::text, true) AS current_setting) = 'jurisdiction'::text) OR (( SELECT current_setting('xiaoneng.jurisdiction'::text, true) AS current_setting) = '*'::text) OR ((( SELECT current_setting('xiaoneng.reach'::text, true) AS current_setting) = 'unit'::text) AND ((unit = ( SELECT current_setting('xiaoneng.unit'::text, true) AS current_setting)) OR (( SELECT current_setting('xiaoneng.unit'::text, true) AS current_setting) = ANY (seen_by))))));
grant delete, insert, select, update on licence to xiaoneng_app;
comment on table licence is 'One row a licence; no personal data, the holder is a reference into the vault';
comment on column licence.seen_by is 'Units besides the granting one that saw the case, and so see the licence';
comment on column licence.valid_until is 'The last day, until 24:00; null: no end. That a licence has lapsed follows from it and is not stored';
comment on column licence.licence is 'The licence as its stream tells it, folded: what decisions are taken on';

create table notice_list (
  jurisdiction text not null,
  notice text not null,
  kind text not null,
  number text not null,
  unit text not null,
  unit_name text not null,
  counter_unit text,
  subject text not null,
  issued_at timestamp with time zone not null,
  issued_by text not null,
  hash text not null,
  check_code text not null,
  data json not null,
  served_at timestamp with time zone,
  served_way text,
  withdrawn_at timestamp with time zone,
  constraint notice_list_pkey PRIMARY KEY (jurisdiction, notice)
);
CREATE INDEX notice_list_check ON notice_list USING btree (jurisdiction, check_code);
CREATE INDEX notice_list_subject ON notice_list USING btree (jurisdiction, subject);
alter table notice_list enable row level security;
create policy every_jurisdiction on notice_list for all to xiaoneng_system using (true);
create policy own_jurisdiction on notice_list for all to xiaoneng_app using ((jurisdiction = current_setting('xiaoneng.jurisdiction'::text, true)));
create policy own_unit on notice_list as restrictive for all to xiaoneng_app using (((( SELECT current_setting('xiaoneng.reach'::text, true) AS current_setting) = 'jurisdiction'::text) OR (( SELECT current_setting('xiaoneng.jurisdiction'::text, true) AS current_setting) = '*'::text) OR ((( SELECT current_setting('xiaoneng.reach'::text, true) AS current_setting) = 'unit'::text) AND ((unit = ( SELECT current_setting('xiaoneng.unit'::text, true) AS current_setting)) OR (counter_unit = ( SELECT current_setting('xiaoneng.unit'::text, true) AS current_setting))))));
grant delete, insert, select, update on notice_list to xiaoneng_app;
comment on table notice_list is 'Papers that went out, derived from the streams notice/<notice>';
comment on column notice_list.unit is 'The unit in whose name it is';
comment on column notice_list.counter_unit is 'The unit of whoever issued it, such as a counter of the hall';
comment on column notice_list.hash is 'SHA-256 over the canonical text of kind, number, unit, subject, instant and data';
comment on column notice_list.check_code is 'What the QR code on the paper asks with: random, says nothing by itself';
comment on column notice_list.data is 'What the paper says, with people as references';

create table notice_number (
  jurisdiction text not null,
  issuer text not null,
  kind text not null,
  year integer not null,
  last integer not null,
  constraint notice_number_pkey PRIMARY KEY (jurisdiction, issuer, kind, year),
  constraint notice_number_last_check CHECK ((last > 0))
);
alter table notice_number enable row level security;
create policy every_jurisdiction on notice_number for all to xiaoneng_system using (true);
create policy own_jurisdiction on notice_number for all to xiaoneng_app using ((jurisdiction = current_setting('xiaoneng.jurisdiction'::text, true)));
grant delete, insert, select, update on notice_number to xiaoneng_app;
comment on table notice_number is 'The last number given, for each issuing unit, kind and year; its row is held until the paper is committed, so no number is lost';
comment on column notice_number.issuer is 'The unit in whose name the paper is; a count is no case, so every counter may take a number';

create table organisation_jurisdiction (
  jurisdiction text not null,
  name text not null,
  name_en text not null,
  level text not null,
  parent text,
  constraint organisation_jurisdiction_pkey PRIMARY KEY (jurisdiction),
  constraint organisation_jurisdiction_level_check CHECK ((level = ANY (ARRAY['province'::text, 'city'::text, 'county'::text, 'township'::text])))
);
alter table organisation_jurisdiction enable row level security;
create policy every_jurisdiction on organisation_jurisdiction for all to xiaoneng_system using (true);
create policy names_are_public on organisation_jurisdiction for select to xiaoneng_app using (true);
create policy own_jurisdiction on organisation_jurisdiction for all to xiaoneng_app using ((jurisdiction = current_setting('xiaoneng.jurisdiction'::text, true)));
grant delete, insert, select, update on organisation_jurisdiction to xiaoneng_app;
comment on table organisation_jurisdiction is 'The governments on this platform; names are public, for signing in';
comment on column organisation_jurisdiction.parent is 'The government above, where it is on this platform too';

create table organisation_post (
  jurisdiction text not null,
  unit text not null,
  post text not null,
  title text not null,
  title_en text not null,
  holder text,
  backup text,
  away_from timestamp with time zone,
  away_until timestamp with time zone,
  constraint organisation_post_pkey PRIMARY KEY (jurisdiction, unit, post)
);
CREATE INDEX organisation_post_holder ON organisation_post USING btree (jurisdiction, holder);
alter table organisation_post enable row level security;
create policy every_jurisdiction on organisation_post for all to xiaoneng_system using (true);
create policy own_jurisdiction on organisation_post for all to xiaoneng_app using ((jurisdiction = current_setting('xiaoneng.jurisdiction'::text, true)));
grant delete, insert, select, update on organisation_post to xiaoneng_app;
comment on table organisation_post is 'Posts of a unit with holder (A岗) and backup (B岗)';
comment on column organisation_post.holder is 'Account that holds the post';
comment on column organisation_post.backup is 'Account that has the post''s work while the holder is away';
comment on column organisation_post.away_from is 'From when the holder is away, if so marked';
comment on column organisation_post.away_until is 'Until when; null is until further notice';

create table organisation_unit (
  jurisdiction text not null,
  unit text not null,
  name text not null,
  name_en text not null,
  kind text not null,
  parent text,
  constraint organisation_unit_pkey PRIMARY KEY (jurisdiction, unit),
  constraint organisation_unit_kind_check CHECK ((kind = ANY (ARRAY['department'::text, 'hall'::text, 'supervision'::text, 'leadership'::text, 'township'::text, 'village'::text])))
);
alter table organisation_unit enable row level security;
create policy every_jurisdiction on organisation_unit for all to xiaoneng_system using (true);
create policy own_jurisdiction on organisation_unit for all to xiaoneng_app using ((jurisdiction = current_setting('xiaoneng.jurisdiction'::text, true)));
grant delete, insert, select, update on organisation_unit to xiaoneng_app;
comment on table organisation_unit is 'Units of a government: departments, halls, townships, the supervision body';
comment on column organisation_unit.parent is 'The unit above it';

create table outbox_message (
  jurisdiction text not null,
  message text not null,
  person text not null,
  kind text not null,
  content bytea not null,
  written_at timestamp with time zone not null,
  tries integer not null,
  sent_at timestamp with time zone,
  rests_until timestamp with time zone,
  constraint outbox_message_pkey PRIMARY KEY (jurisdiction, message)
);
CREATE INDEX outbox_message_waiting ON outbox_message USING btree (jurisdiction, message) WHERE (sent_at IS NULL);
alter table outbox_message enable row level security;
create policy every_jurisdiction on outbox_message for all to xiaoneng_system using (true);
create policy own_jurisdiction on outbox_message for all to xiaoneng_app using ((jurisdiction = current_setting('xiaoneng.jurisdiction'::text, true)));
grant delete, insert, select, update on outbox_message to xiaoneng_app;
comment on table outbox_message is 'Messages to people, written in the transaction that they tell of and sent after it';
comment on column outbox_message.content is 'The text, encrypted under the person''s key';
comment on column outbox_message.tries is 'How often the gateway was asked; after ten it is left';
comment on column outbox_message.rests_until is 'Not tried again before this; null: not tried yet';

create table permit_map (
  jurisdiction text not null,
  project_type text not null,
  state jsonb not null,
  version integer not null,
  constraint permit_map_pkey PRIMARY KEY (jurisdiction, project_type)
);
alter table permit_map enable row level security;
create policy every_jurisdiction on permit_map for all to xiaoneng_system using (true);
create policy own_jurisdiction on permit_map for all to xiaoneng_app using ((jurisdiction = current_setting('xiaoneng.jurisdiction'::text, true)));
grant delete, insert, select, update on permit_map to xiaoneng_app;
comment on table permit_map is 'One row a kind of project: its permits with department, days and prerequisites, and what was demanded besides';
comment on column permit_map.state is 'The map as its stream tells it, folded; the map itself is public, who reported a demand is not';

create table person_standing (
  jurisdiction text not null,
  account text not null,
  status text not null,
  rank text not null,
  state jsonb not null,
  version integer not null,
  constraint person_standing_pkey PRIMARY KEY (jurisdiction, account)
);
alter table person_standing enable row level security;
create policy every_jurisdiction on person_standing for all to xiaoneng_system using (true);
create policy own_jurisdiction on person_standing for all to xiaoneng_app using ((jurisdiction = current_setting('xiaoneng.jurisdiction'::text, true)));
grant delete, insert, select, update on person_standing to xiaoneng_app;
comment on table person_standing is 'Status and rank of people as the personnel body enters them (身份、职务层次), derived from person-standing/<account>';

create table pledge_check (
  jurisdiction text not null,
  case_no text not null,
  unit text not null,
  applicant text not null,
  due_at timestamp with time zone not null,
  result text,
  open boolean not null,
  barred_until date,
  content jsonb not null,
  version integer not null,
  constraint pledge_check_pkey PRIMARY KEY (jurisdiction, case_no),
  constraint pledge_check_result_check CHECK ((result = ANY (ARRAY['kept'::text, 'broken'::text])))
);
CREATE INDEX pledge_check_broken ON pledge_check USING btree (jurisdiction, applicant) WHERE (barred_until IS NOT NULL);
CREATE INDEX pledge_check_open ON pledge_check USING btree (jurisdiction, unit, due_at) WHERE open;
alter table pledge_check enable row level security;
create policy every_jurisdiction on pledge_check for all to xiaoneng_system using (true);
create policy own_jurisdiction on pledge_check for all to xiaoneng_app using ((jurisdiction = current_setting('xiaoneng.jurisdiction'::text, true)));
create policy own_pledge on pledge_check as restrictive for all to xiaoneng_app using (((( SELECT current_setting('xiaoneng.reach'::text, true) AS current_setting) = 'jurisdiction'::text) OR (( SELECT current_setting('xiaoneng.jurisdiction'::text, true) AS current_setting) = '*'::text) OR ((( SELECT current_setting('xiaoneng.reach'::text, true) AS current_setting) = 'unit'::text) AND (unit = ( SELECT current_setting('xiaoneng.unit'::text, true) AS current_setting)))));
grant delete, insert, select, update on pledge_check to xiaoneng_app;
comment on table pledge_check is 'Pledges on which a case was granted, and what the later check found';
comment on column pledge_check.applicant is 'Reference into the vault';
comment on column pledge_check.due_at is 'Until when it is checked, or, after a finding to mend, checked again';
comment on column pledge_check.barred_until is 'The last day on which the applicant may not pledge again; null: nothing was false';
comment on column pledge_check.content is 'The pledge as its stream tells it, folded';

create table principal_inquiry (
  jurisdiction text not null,
  inquiry text not null,
  about text not null,
  open boolean not null,
  opened_on date not null,
  state jsonb not null,
  version integer not null,
  constraint principal_inquiry_pkey PRIMARY KEY (jurisdiction, inquiry)
);
CREATE INDEX principal_inquiry_about ON principal_inquiry USING btree (jurisdiction, about, open);
alter table principal_inquiry enable row level security;
create policy beyond_units on principal_inquiry as restrictive for all to xiaoneng_app using (((( SELECT current_setting('xiaoneng.reach'::text, true) AS current_setting) = 'jurisdiction'::text) OR (( SELECT current_setting('xiaoneng.jurisdiction'::text, true) AS current_setting) = '*'::text)));
create policy every_jurisdiction on principal_inquiry for all to xiaoneng_system using (true);
create policy own_jurisdiction on principal_inquiry for all to xiaoneng_app using ((jurisdiction = current_setting('xiaoneng.jurisdiction'::text, true)));
grant delete, insert, select, update on principal_inquiry to xiaoneng_app;
comment on table principal_inquiry is 'What the principal of a unit answers for, once its findings cross a threshold (一把手问责): derived from principal-inquiry/<inquiry>';
comment on column principal_inquiry.about is 'The unit whose principal is asked; it does not see the row before a measure is proposed and told';

create table project_file (
  jurisdiction text not null,
  project text not null,
  unit text not null,
  seen_by text[] not null,
  agent text,
  state jsonb not null,
  version integer not null,
  constraint project_file_pkey PRIMARY KEY (jurisdiction, project)
);
alter table project_file enable row level security;
create policy every_jurisdiction on project_file for all to xiaoneng_system using (true);
create policy own_jurisdiction on project_file for all to xiaoneng_app using ((jurisdiction = current_setting('xiaoneng.jurisdiction'::text, true)));
create policy own_project on project_file as restrictive for all to xiaoneng_app using (((( SELECT current_setting('xiaoneng.reach'::text, true) AS current_setting) = 'jurisdiction'::text) OR (( SELECT current_setting('xiaoneng.jurisdiction'::text, true) AS current_setting) = '*'::text) OR ((( SELECT current_setting('xiaoneng.reach'::text, true) AS current_setting) = 'unit'::text) AND ((unit = ( SELECT current_setting('xiaoneng.unit'::text, true) AS current_setting)) OR (( SELECT current_setting('xiaoneng.unit'::text, true) AS current_setting) = ANY (seen_by))))));
grant delete, insert, select, update on project_file to xiaoneng_app;
comment on table project_file is 'Projects with their permits, dates, blockers, reports and the official who acts for them';
comment on column project_file.seen_by is 'Units of its permits and of its agent';

create table protected_report (
  jurisdiction text not null,
  report text not null,
  unit text not null,
  stage text not null,
  transfer_by timestamp with time zone not null,
  state jsonb not null,
  version integer not null,
  constraint protected_report_pkey PRIMARY KEY (jurisdiction, report),
  constraint protected_report_stage_check CHECK ((stage = ANY (ARRAY['received'::text, 'transferred'::text, 'answered'::text, 'closed'::text])))
);
alter table protected_report enable row level security;
create policy every_jurisdiction on protected_report for all to xiaoneng_system using (true);
create policy never_the_reported on protected_report as restrictive for all to xiaoneng_app using (((( SELECT current_setting('xiaoneng.jurisdiction'::text, true) AS current_setting) = '*'::text) OR ((( SELECT current_setting('xiaoneng.reach'::text, true) AS current_setting) = 'jurisdiction'::text) AND (unit <> COALESCE(( SELECT current_setting('xiaoneng.unit'::text, true) AS current_setting), ''::text)))));
create policy own_jurisdiction on protected_report for all to xiaoneng_app using ((jurisdiction = current_setting('xiaoneng.jurisdiction'::text, true)));
grant delete, insert, select, update on protected_report to xiaoneng_app;
comment on table protected_report is 'Reports of extortion: how each goes; who told it and what is in the vault';
comment on column protected_report.unit is 'Whom it is about: neither the unit nor whoever works there sees the row';

create table rectification_measure (
  jurisdiction text not null,
  measure text not null,
  unit text not null,
  units text[] not null,
  problems text[] not null,
  is_public boolean not null,
  due_on date not null,
  state jsonb not null,
  version integer not null,
  constraint rectification_measure_pkey PRIMARY KEY (jurisdiction, measure)
);
CREATE INDEX rectification_measure_problems ON rectification_measure USING gin (problems);
CREATE INDEX rectification_measure_public ON rectification_measure USING btree (jurisdiction, due_on) WHERE is_public;
alter table rectification_measure enable row level security;
create policy every_jurisdiction on rectification_measure for all to xiaoneng_system using (true);
create policy own_jurisdiction on rectification_measure for all to xiaoneng_app using ((jurisdiction = current_setting('xiaoneng.jurisdiction'::text, true)));
create policy own_measure on rectification_measure as restrictive for all to xiaoneng_app using (((( SELECT current_setting('xiaoneng.reach'::text, true) AS current_setting) = 'jurisdiction'::text) OR (( SELECT current_setting('xiaoneng.jurisdiction'::text, true) AS current_setting) = '*'::text) OR ((( SELECT current_setting('xiaoneng.reach'::text, true) AS current_setting) = 'unit'::text) AND ((unit = ( SELECT current_setting('xiaoneng.unit'::text, true) AS current_setting)) OR (( SELECT current_setting('xiaoneng.unit'::text, true) AS current_setting) = ANY (units))))));
grant delete, insert, select, update on rectification_measure to xiaoneng_app;
comment on table rectification_measure is 'What is done against one problem or several, by whom and by when';
comment on column rectification_measure.unit is 'The unit that carries it out';
comment on column rectification_measure.units is 'The units of its problems, which see it too';
comment on column rectification_measure.is_public is 'It was published as a commitment';
comment on column rectification_measure.state is 'The measure as its stream tells it, folded';

create table rectification_problem (
  jurisdiction text not null,
  problem text not null,
  unit text not null,
  source text not null,
  source_id text not null,
  finding text,
  raisers text[] not null,
  is_open boolean not null,
  sealed boolean not null,
  entered_on date not null,
  state jsonb not null,
  version integer not null,
  constraint rectification_problem_pkey PRIMARY KEY (jurisdiction, problem)
);
CREATE INDEX rectification_problem_finding ON rectification_problem USING btree (jurisdiction, finding) WHERE (finding IS NOT NULL);
CREATE INDEX rectification_problem_raisers ON rectification_problem USING gin (raisers);
CREATE INDEX rectification_problem_unit ON rectification_problem USING btree (jurisdiction, unit, entered_on DESC);
alter table rectification_problem enable row level security;
create policy every_jurisdiction on rectification_problem for all to xiaoneng_system using (true);
create policy own_jurisdiction on rectification_problem for all to xiaoneng_app using ((jurisdiction = current_setting('xiaoneng.jurisdiction'::text, true)));
create policy own_problem on rectification_problem as restrictive for all to xiaoneng_app using (((( SELECT current_setting('xiaoneng.reach'::text, true) AS current_setting) = 'jurisdiction'::text) OR (( SELECT current_setting('xiaoneng.jurisdiction'::text, true) AS current_setting) = '*'::text) OR ((( SELECT current_setting('xiaoneng.reach'::text, true) AS current_setting) = 'unit'::text) AND (unit = ( SELECT current_setting('xiaoneng.unit'::text, true) AS current_setting)) AND (NOT sealed))));
grant delete, insert, select, update on rectification_problem to xiaoneng_app;
comment on table rectification_problem is 'Problems of units from their first entry until they stay mended';
comment on column rectification_problem.finding is 'The finding it was opened for; null: it was entered by hand or from a sheet';
comment on column rectification_problem.raisers is 'Who raised it: references into the vault';
comment on column rectification_problem.sealed is 'From a covert round or a protected report: the unit does not see it until it is released';
comment on column rectification_problem.state is 'The problem as its stream tells it, folded: what decisions are taken on';

create table rectification_record (
  jurisdiction text not null,
  kind text not null,
  id text not null,
  unit text,
  state jsonb not null,
  version integer not null,
  constraint rectification_record_pkey PRIMARY KEY (jurisdiction, kind, id),
  constraint rectification_record_kind_check CHECK ((kind = ANY (ARRAY['unit'::text, 'period'::text, 'round'::text, 'settings'::text])))
);
alter table rectification_record enable row level security;
create policy every_jurisdiction on rectification_record for all to xiaoneng_system using (true);
create policy own_jurisdiction on rectification_record for all to xiaoneng_app using ((jurisdiction = current_setting('xiaoneng.jurisdiction'::text, true)));
create policy own_record on rectification_record as restrictive for all to xiaoneng_app using (((unit IS NULL) OR (( SELECT current_setting('xiaoneng.reach'::text, true) AS current_setting) = 'jurisdiction'::text) OR (( SELECT current_setting('xiaoneng.jurisdiction'::text, true) AS current_setting) = '*'::text) OR ((( SELECT current_setting('xiaoneng.reach'::text, true) AS current_setting) = 'unit'::text) AND (unit = ( SELECT current_setting('xiaoneng.unit'::text, true) AS current_setting)))));
grant delete, insert, select, update on rectification_record to xiaoneng_app;
comment on table rectification_record is 'Signed lists of units, baselines of campaigns, rounds of checks, and the numbers in force';
comment on column rectification_record.unit is 'Whose list was signed; null: of the whole jurisdiction';
comment on column rectification_record.state is 'The record as its stream tells it, folded';

create table recusal_person (
  jurisdiction text not null,
  account text not null,
  undeclared integer not null,
  state jsonb not null,
  version integer not null,
  constraint recusal_person_pkey PRIMARY KEY (jurisdiction, account)
);
alter table recusal_person enable row level security;
create policy every_jurisdiction on recusal_person for all to xiaoneng_system using (true);
create policy own_jurisdiction on recusal_person for all to xiaoneng_app using ((jurisdiction = current_setting('xiaoneng.jurisdiction'::text, true)));
grant delete, insert, select, update on recusal_person to xiaoneng_app;
comment on table recusal_person is 'What may stand between a person and whom he would judge: relations, services, declarations before files';
comment on column recusal_person.undeclared is 'Files in which he declared nothing although something was there';

create table register_count (
  jurisdiction text not null,
  institution text not null,
  year integer not null,
  last integer not null,
  constraint register_count_pkey PRIMARY KEY (jurisdiction, institution, year)
);
alter table register_count enable row level security;
create policy every_jurisdiction on register_count for all to xiaoneng_system using (true);
create policy own_jurisdiction on register_count for all to xiaoneng_app using ((jurisdiction = current_setting('xiaoneng.jurisdiction'::text, true)));
grant delete, insert, select, update on register_count to xiaoneng_app;
comment on table register_count is 'The last number given in a year, so that entries are numbered without gaps';

create table register_definition (
  jurisdiction text not null,
  institution text not null,
  version integer not null,
  definition jsonb not null,
  published_by text not null,
  published_at timestamp with time zone not null,
  drafted_by text not null,
  constraint register_definition_pkey PRIMARY KEY (jurisdiction, institution, version)
);
alter table register_definition enable row level security;
create policy every_jurisdiction on register_definition for all to xiaoneng_system using (true);
create policy own_jurisdiction on register_definition for all to xiaoneng_app using ((jurisdiction = current_setting('xiaoneng.jurisdiction'::text, true)));
grant delete, insert, select, update on register_definition to xiaoneng_app;
comment on table register_definition is 'Every published version of an institution; never changed, entries keep the one they were opened with';
comment on column register_definition.drafted_by is 'An account, or system/code for what comes with the platform';

create table register_draft (
  jurisdiction text not null,
  institution text not null,
  definition jsonb not null,
  drafted_by text not null,
  saved_at timestamp with time zone not null,
  version integer not null,
  constraint register_draft_pkey PRIMARY KEY (jurisdiction, institution)
);
alter table register_draft enable row level security;
create policy every_jurisdiction on register_draft for all to xiaoneng_system using (true);
create policy own_jurisdiction on register_draft for all to xiaoneng_app using ((jurisdiction = current_setting('xiaoneng.jurisdiction'::text, true)));
grant delete, insert, select, update on register_draft to xiaoneng_app;
comment on table register_draft is 'Definitions that an office is working on in the browser';
comment on column register_draft.version is 'Of its stream: whoever saves says which one he saw';

create table register_entry (
  jurisdiction text not null,
  institution text not null,
  entry text not null,
  definition integer not null,
  unit text not null,
  seen_by text[] not null,
  everyone boolean not null,
  state text not null,
  over boolean not null,
  opened_on date not null,
  changed_at timestamp with time zone not null,
  words text not null,
  content jsonb not null,
  version integer not null,
  sealed boolean default false not null,
  constraint register_entry_pkey PRIMARY KEY (jurisdiction, institution, entry)
);
CREATE INDEX register_entry_state ON register_entry USING btree (jurisdiction, institution, state, opened_on);
CREATE INDEX register_entry_unit ON register_entry USING btree (jurisdiction, unit, institution);
alter table register_entry enable row level security;
create policy every_jurisdiction on register_entry for all to xiaoneng_system using (true);
create policy own_jurisdiction on register_entry for all to xiaoneng_app using ((jurisdiction = current_setting('xiaoneng.jurisdiction'::text, true)));
create policy own_register_entry on register_entry as restrictive for all to xiaoneng_app using (((( SELECT current_setting('xiaoneng.reach'::text, true) AS current_setting) = 'jurisdiction'::text) OR (( SELECT current_setting('xiaoneng.jurisdiction'::text, true) AS current_setting) = '*'::text) OR ((( SELECT current_setting('xiaoneng.reach'::text, true) AS current_setting) = 'unit'::text) AND (NOT sealed) AND (everyone OR (unit = ( SELECT current_setting('xiaoneng.unit'::text, true) AS current_setting)) OR (( SELECT current_setting('xiaoneng.unit'::text, true) AS current_setting) = ANY (seen_by))))));
grant delete, insert, select, update on register_entry to xiaoneng_app;
comment on table register_entry is 'One row an entry of a register; what is personal stands in the vault, and here a reference to it';
comment on column register_entry.definition is 'The version of its institution that it was opened with';
comment on column register_entry.seen_by is 'Units that the entry names, besides the one that answers for it';
comment on column register_entry.everyone is 'Every unit may read it: its institution says so';
comment on column register_entry.words is 'What a search looks in';
comment on column register_entry.content is 'The entry as its stream tells it, folded: what decisions are taken on';
comment on column register_entry.sealed is 'In a state in which no unit sees it, not even the one that it concerns';

create table reminder_talk (
  jurisdiction text not null,
  talk text not null,
  unit text not null,
  account text,
  due_at timestamp with time zone,
  held boolean not null,
  state jsonb not null,
  version integer not null,
  constraint reminder_talk_pkey PRIMARY KEY (jurisdiction, talk)
);
alter table reminder_talk enable row level security;
create policy every_jurisdiction on reminder_talk for all to xiaoneng_system using (true);
create policy own_jurisdiction on reminder_talk for all to xiaoneng_app using ((jurisdiction = current_setting('xiaoneng.jurisdiction'::text, true)));
create policy own_reminder_talk on reminder_talk as restrictive for all to xiaoneng_app using (((( SELECT current_setting('xiaoneng.reach'::text, true) AS current_setting) = 'jurisdiction'::text) OR (( SELECT current_setting('xiaoneng.jurisdiction'::text, true) AS current_setting) = '*'::text) OR ((( SELECT current_setting('xiaoneng.reach'::text, true) AS current_setting) = 'unit'::text) AND (unit = ( SELECT current_setting('xiaoneng.unit'::text, true) AS current_setting)))));
grant delete, insert, select, update on reminder_talk to xiaoneng_app;
comment on table reminder_talk is 'Reminder talks that small findings of a person or a unit made due';

create table report_day (
  jurisdiction text not null,
  log text not null,
  source text not null,
  on_day date not null,
  account text not null,
  messages integer not null,
  last_at timestamp with time zone not null,
  oldest_at timestamp with time zone not null,
  constraint report_day_pkey PRIMARY KEY (jurisdiction, log, source, on_day)
);
alter table report_day enable row level security;
create policy every_jurisdiction on report_day for all to xiaoneng_system using (true);
create policy own_jurisdiction on report_day for all to xiaoneng_app using ((jurisdiction = current_setting('xiaoneng.jurisdiction'::text, true)));
grant delete, insert, select, update on report_day to xiaoneng_app;
comment on table report_day is 'Events taken from a reporting system, by the day they arrived';
comment on column report_day.account is 'The system''s account: its unit is the unit that reports';
comment on column report_day.oldest_at is 'When the oldest event that arrived on the day had happened: far back means batches';

create table report_failure (
  jurisdiction text not null,
  log text not null,
  source text not null,
  on_day date not null,
  code text not null,
  account text not null,
  reports integer not null,
  events integer not null,
  last_at timestamp with time zone not null,
  because_zh text not null,
  because_en text not null,
  constraint report_failure_pkey PRIMARY KEY (jurisdiction, log, source, on_day, code)
);
alter table report_failure enable row level security;
create policy every_jurisdiction on report_failure for all to xiaoneng_system using (true);
create policy own_jurisdiction on report_failure for all to xiaoneng_app using ((jurisdiction = current_setting('xiaoneng.jurisdiction'::text, true)));
grant delete, insert, select, update on report_failure to xiaoneng_app;
comment on table report_failure is 'Reports that were refused, by day and reason: nothing of them is stored elsewhere';

create table reported_event (
  jurisdiction text not null,
  log text not null,
  source text not null,
  id text not null,
  sequence bigint not null,
  mark text not null,
  constraint reported_event_pkey PRIMARY KEY (jurisdiction, log, source, id)
);
alter table reported_event enable row level security;
create policy every_jurisdiction on reported_event for all to xiaoneng_system using (true);
create policy own_jurisdiction on reported_event for all to xiaoneng_app using ((jurisdiction = current_setting('xiaoneng.jurisdiction'::text, true)));
grant delete, insert, select, update on reported_event to xiaoneng_app;
comment on table reported_event is 'Every reported event once, by the id its reporter gave it';
comment on column reported_event.mark is 'SHA-256 of what was reported first: the same id with other content is a finding';

create table reporting_source (
  jurisdiction text not null,
  log text not null,
  source text not null,
  highest bigint not null,
  gaps json not null,
  constraint reporting_source_pkey PRIMARY KEY (jurisdiction, log, source)
);
alter table reporting_source enable row level security;
create policy every_jurisdiction on reporting_source for all to xiaoneng_system using (true);
create policy own_jurisdiction on reporting_source for all to xiaoneng_app using ((jurisdiction = current_setting('xiaoneng.jurisdiction'::text, true)));
grant delete, insert, select, update on reporting_source to xiaoneng_app;
comment on table reporting_source is 'Departments'' systems that report events, and which of their numbers have not arrived';
comment on column reporting_source.gaps is 'Closed ranges [[from, to], …] below highest';

create table resident_code (
  jurisdiction text not null,
  phone_mark bytea not null,
  code_hash bytea not null,
  tries integer not null,
  sent_today integer not null,
  sent_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  constraint resident_code_pkey PRIMARY KEY (jurisdiction, phone_mark)
);
CREATE INDEX resident_code_expiry ON resident_code USING btree (jurisdiction, sent_at);
alter table resident_code enable row level security;
create policy every_jurisdiction on resident_code for all to xiaoneng_system using (true);
create policy own_jurisdiction on resident_code for all to xiaoneng_app using ((jurisdiction = current_setting('xiaoneng.jurisdiction'::text, true)));
grant delete, insert, select, update on resident_code to xiaoneng_app;
comment on table resident_code is 'The last one-time code of a number; neither number nor code is here, only keyed hashes';
comment on column resident_code.tries is 'Wrong codes since it was sent; it holds for five';
comment on column resident_code.sent_today is 'How many were sent within a day, so that nobody can be flooded';

create table resident_draft (
  jurisdiction text not null,
  person text not null,
  item text not null,
  content bytea not null,
  saved_at timestamp with time zone not null,
  constraint resident_draft_pkey PRIMARY KEY (jurisdiction, person, item)
);
alter table resident_draft enable row level security;
create policy every_jurisdiction on resident_draft for all to xiaoneng_system using (true);
create policy own_jurisdiction on resident_draft for all to xiaoneng_app using ((jurisdiction = current_setting('xiaoneng.jurisdiction'::text, true)));
grant delete, insert, select, update on resident_draft to xiaoneng_app;
comment on table resident_draft is 'Applications begun and not sent, encrypted under the person''s key';

create table risk_act (
  jurisdiction text not null,
  stream text not null,
  version integer not null,
  place integer not null,
  unit text not null,
  counter text,
  kind text not null,
  account text not null,
  item text,
  own boolean not null,
  mark text,
  happened_at timestamp with time zone not null,
  constraint risk_act_pkey PRIMARY KEY (jurisdiction, stream, version, place),
  constraint risk_act_kind_check CHECK ((kind = ANY (ARRAY['asked'::text, 'declined'::text, 'notOurs'::text, 'transferred'::text, 'slip'::text, 'stayedAway'::text, 'decided'::text, 'corrected'::text])))
);
CREATE INDEX risk_act_month ON risk_act USING btree (jurisdiction, happened_at, kind);
alter table risk_act enable row level security;
create policy every_jurisdiction on risk_act for all to xiaoneng_system using (true);
create policy own_jurisdiction on risk_act for all to xiaoneng_app using ((jurisdiction = current_setting('xiaoneng.jurisdiction'::text, true)));
create policy own_unit on risk_act as restrictive for all to xiaoneng_app using (((( SELECT current_setting('xiaoneng.reach'::text, true) AS current_setting) = 'jurisdiction'::text) OR (( SELECT current_setting('xiaoneng.jurisdiction'::text, true) AS current_setting) = '*'::text) OR ((( SELECT current_setting('xiaoneng.reach'::text, true) AS current_setting) = 'unit'::text) AND (unit = ( SELECT current_setting('xiaoneng.unit'::text, true) AS current_setting)))));
grant delete, insert, select, update on risk_act to xiaoneng_app;
comment on table risk_act is 'Refusals, transfers, slips, absences and decisions as acts of a unit at a counter; no personal data';
comment on column risk_act.place is 'Tells apart several acts of one event, such as the units absent from one meeting';
comment on column risk_act.own is 'The matter stands on the unit''s own list: refusing it is shirking';
comment on column risk_act.mark is 'What is unusual about it: loop, lastMinute, unreasoned';

create table rule_edition (
  jurisdiction text not null,
  edition text not null,
  code text not null,
  number integer not null,
  status text not null,
  holds_from date,
  holds_until date,
  state jsonb not null,
  version integer not null,
  constraint rule_edition_pkey PRIMARY KEY (jurisdiction, edition),
  constraint rule_edition_status_check CHECK ((status = ANY (ARRAY['draft'::text, 'approved'::text, 'withdrawn'::text, 'dropped'::text])))
);
alter table rule_edition enable row level security;
create policy every_jurisdiction on rule_edition for all to xiaoneng_system using (true);
create policy own_jurisdiction on rule_edition for all to xiaoneng_app using ((jurisdiction = current_setting('xiaoneng.jurisdiction'::text, true)));
grant delete, insert, select, update on rule_edition to xiaoneng_app;
comment on table rule_edition is 'Versions of supervision rules made by the office: other numbers of a coded rule, or a rule of its own';
comment on column rule_edition.edition is 'Code and number, such as SV-13-2: what a card names';
comment on column rule_edition.status is 'withdrawn held for a time and its cards stay; dropped was never approved';
comment on column rule_edition.holds_until is 'The first day on which it no longer holds';
comment on column rule_edition.state is 'The edition as its stream tells it, folded';

create table sanction_file (
  jurisdiction text not null,
  file text not null,
  unit text not null,
  account text,
  kind text not null,
  instrument text not null,
  grade integer not null,
  conduct text not null,
  casework text,
  findings text[] not null,
  stage text not null,
  live boolean not null,
  decided boolean not null,
  stands boolean not null,
  over boolean not null,
  seen_by text[] not null,
  unit_sees boolean not null,
  proposed_at timestamp with time zone not null,
  state jsonb not null,
  version integer not null,
  sealed boolean default false not null,
  constraint sanction_file_pkey PRIMARY KEY (jurisdiction, file),
  constraint accountability_file_kind_check CHECK ((kind = ANY (ARRAY['unit'::text, 'person'::text])))
);
CREATE INDEX sanction_file_findings_idx ON sanction_file USING gin (findings);
CREATE INDEX sanction_file_jurisdiction_unit_account_idx ON sanction_file USING btree (jurisdiction, unit, account);
alter table sanction_file enable row level security;
create policy every_jurisdiction on sanction_file for all to xiaoneng_system using (true);
create policy own_accountability on sanction_file as restrictive for all to xiaoneng_app using (((( SELECT current_setting('xiaoneng.jurisdiction'::text, true) AS current_setting) = '*'::text) OR (( SELECT current_setting('xiaoneng.account'::text, true) AS current_setting) = ANY (seen_by)) OR ((( SELECT current_setting('xiaoneng.reach'::text, true) AS current_setting) = 'jurisdiction'::text) AND (COALESCE(( SELECT current_setting('xiaoneng.account'::text, true) AS current_setting), ''::text) = ''::text)) OR ((account IS DISTINCT FROM ( SELECT current_setting('xiaoneng.account'::text, true) AS current_setting)) AND (((NOT sealed) AND (( SELECT current_setting('xiaoneng.reach'::text, true) AS current_setting) = 'jurisdiction'::text) AND (decided OR ('supervisor'::text = ANY (string_to_array(( SELECT current_setting('xiaoneng.roles'::text, true) AS current_setting), ','::text))))) OR ((decided OR (NOT sealed)) AND ('personnel'::text = ANY (string_to_array(( SELECT current_setting('xiaoneng.roles'::text, true) AS current_setting), ','::text)))) OR (sealed AND (casework IS NOT NULL) AND (EXISTS ( SELECT 1
   FROM investigation
  WHERE ((investigation.jurisdiction = ( SELECT current_setting('xiaoneng.jurisdiction'::text, true) AS current_setting)) AND (('investigation/'::text || investigation.number) = sanction_file.casework))))))) OR ((( SELECT current_setting('xiaoneng.reach'::text, true) AS current_setting) = ANY (ARRAY['unit'::text, 'jurisdiction'::text])) AND unit_sees AND ('unitHead'::text = ANY (string_to_array(( SELECT current_setting('xiaoneng.roles'::text, true) AS current_setting), ','::text))) AND (unit = ( SELECT current_setting('xiaoneng.unit'::text, true) AS current_setting)))));
create policy own_jurisdiction on sanction_file for all to xiaoneng_app using ((jurisdiction = current_setting('xiaoneng.jurisdiction'::text, true)));
grant delete, insert, select, update on sanction_file to xiaoneng_app;
comment on table sanction_file is 'Disciplinary sanctions as the competent body took them (政务处分): kept apart, with their own way of appeal';
comment on column sanction_file.unit is 'The unit that is the subject, or whose person is';
comment on column sanction_file.live is 'Proposed or standing: the same fact is not dealt with again';
comment on column sanction_file.stands is 'Decided, and neither withdrawn nor cleared: it counts';
comment on column sanction_file.over is 'Carried out and its period ended, or come to nothing: ordinary views leave it out';
comment on column sanction_file.seen_by is 'Accounts that work on it, and the subject once it was told';
comment on column sanction_file.unit_sees is 'The head of the unit sees it, also where he acts on it beyond his unit';
comment on column sanction_file.state is 'The file as its stream tells it, folded: what decisions are taken on';
comment on column sanction_file.sealed is 'From a sealed case or finding, and its decision does not tell it to everybody: supervision and leaders do not see it either';

create table subscription_checkpoint (
  jurisdiction text not null,
  subscription text not null,
  transaction_id xid8 not null,
  "position" bigint not null,
  moved_at timestamp with time zone default now() not null,
  constraint subscription_checkpoint_pkey PRIMARY KEY (jurisdiction, subscription)
);
alter table subscription_checkpoint enable row level security;
create policy every_jurisdiction on subscription_checkpoint for all to xiaoneng_system using (true);
create policy own_jurisdiction on subscription_checkpoint for all to xiaoneng_app using ((jurisdiction = current_setting('xiaoneng.jurisdiction'::text, true)));
grant insert, select, update on subscription_checkpoint to xiaoneng_app;
comment on table subscription_checkpoint is 'How far each subscriber has read the ledger';

create table supervision_card (
  jurisdiction text not null,
  card text not null,
  batch text not null,
  handed_to text not null,
  handed_on date not null,
  given_on date,
  returned_at timestamp with time zone,
  handled boolean not null,
  state jsonb not null,
  version integer not null,
  constraint supervision_card_pkey PRIMARY KEY (jurisdiction, card)
);
CREATE INDEX supervision_card_handed ON supervision_card USING btree (jurisdiction, handed_to, handed_on);
alter table supervision_card enable row level security;
create policy beyond_units on supervision_card as restrictive for all to xiaoneng_app using (((( SELECT current_setting('xiaoneng.reach'::text, true) AS current_setting) = 'jurisdiction'::text) OR (( SELECT current_setting('xiaoneng.jurisdiction'::text, true) AS current_setting) = '*'::text)));
create policy every_jurisdiction on supervision_card for all to xiaoneng_system using (true);
create policy own_jurisdiction on supervision_card for all to xiaoneng_app using ((jurisdiction = current_setting('xiaoneng.jurisdiction'::text, true)));
grant delete, insert, select, update on supervision_card to xiaoneng_app;
comment on table supervision_card is 'Cards on which those who are served report one contact straight to the complaint centre (效能监督卡): derived from supervision-card/<card>';
comment on column supervision_card.handed_to is 'The unit that gives them to those whom it serves; what comes back never passes through it';

create table supervision_office (
  jurisdiction text not null,
  office text not null,
  level text not null,
  state jsonb not null,
  version integer not null,
  constraint supervision_office_pkey PRIMARY KEY (jurisdiction, office)
);
alter table supervision_office enable row level security;
create policy every_jurisdiction on supervision_office for all to xiaoneng_system using (true);
create policy own_jurisdiction on supervision_office for all to xiaoneng_app using ((jurisdiction = current_setting('xiaoneng.jurisdiction'::text, true)));
grant delete, insert, select, update on supervision_office to xiaoneng_app;
comment on table supervision_office is 'The level of an office of supervision; one that is not named is of the county';

create table typical_change (
  jurisdiction text not null,
  circular text not null,
  unit text not null,
  said_by text not null,
  said_at timestamp with time zone not null,
  text text not null,
  constraint typical_change_pkey PRIMARY KEY (jurisdiction, circular, unit)
);
alter table typical_change enable row level security;
create policy every_jurisdiction on typical_change for all to xiaoneng_system using (true);
create policy own_jurisdiction on typical_change for all to xiaoneng_app using ((jurisdiction = current_setting('xiaoneng.jurisdiction'::text, true)));
create policy own_typical_change on typical_change as restrictive for all to xiaoneng_app using (((( SELECT current_setting('xiaoneng.reach'::text, true) AS current_setting) = 'jurisdiction'::text) OR (( SELECT current_setting('xiaoneng.jurisdiction'::text, true) AS current_setting) = '*'::text) OR ((( SELECT current_setting('xiaoneng.reach'::text, true) AS current_setting) = 'unit'::text) AND (unit = ( SELECT current_setting('xiaoneng.unit'::text, true) AS current_setting)))));
grant delete, insert, select, update on typical_change to xiaoneng_app;
comment on table typical_change is 'What a unit says that it changes after a circular on typical cases';

create table vault_file (
  jurisdiction text not null,
  file text not null,
  person text not null,
  about text not null,
  label bytea not null,
  media_type text not null,
  size integer not null,
  sha256 bytea not null,
  content bytea not null,
  kept_at timestamp with time zone not null,
  constraint vault_file_pkey PRIMARY KEY (jurisdiction, file),
  constraint vault_file_size_check CHECK ((size > 0))
);
CREATE INDEX vault_file_about ON vault_file USING btree (jurisdiction, about);
CREATE INDEX vault_file_person ON vault_file USING btree (jurisdiction, person);
alter table vault_file enable row level security;
create policy every_jurisdiction on vault_file for all to xiaoneng_system using (true);
create policy own_jurisdiction on vault_file for all to xiaoneng_app using ((jurisdiction = current_setting('xiaoneng.jurisdiction'::text, true)));
grant delete, insert, select on vault_file to xiaoneng_app;
comment on table vault_file is 'Files a person handed in, encrypted under the person''s key';
comment on column vault_file.about is 'The subject it was handed in for, such as case/2026-000123';
comment on column vault_file.label is 'The file''s name, encrypted: people write names of people into it';
comment on column vault_file.media_type is 'As its content says, whatever its name said';
comment on column vault_file.sha256 is 'Of the file as it was handed in; the ledger holds it too';

create table vault_mark (
  jurisdiction text not null,
  kind text not null,
  mark bytea not null,
  person text not null,
  constraint vault_mark_pkey PRIMARY KEY (jurisdiction, kind, mark, person)
);
CREATE INDEX vault_mark_person ON vault_mark USING btree (jurisdiction, person);
alter table vault_mark enable row level security;
create policy every_jurisdiction on vault_mark for all to xiaoneng_system using (true);
create policy own_jurisdiction on vault_mark for all to xiaoneng_app using ((jurisdiction = current_setting('xiaoneng.jurisdiction'::text, true)));
grant delete, insert, select on vault_mark to xiaoneng_app;
comment on table vault_mark is 'Finds a person by a number without the number being here: a keyed hash (HMAC-SHA-256)';
comment on column vault_mark.kind is 'What was hashed, such as the kind of document';

create table vault_person (
  jurisdiction text not null,
  person text not null,
  key_version integer not null,
  wrapped_key bytea,
  content bytea,
  forgotten_at timestamp with time zone,
  constraint vault_person_pkey PRIMARY KEY (jurisdiction, person),
  constraint vault_person_check CHECK (((wrapped_key IS NULL) = (forgotten_at IS NOT NULL))),
  constraint vault_person_check1 CHECK (((content IS NULL) = (forgotten_at IS NOT NULL)))
);
CREATE INDEX vault_person_key ON vault_person USING btree (jurisdiction, key_version) WHERE (wrapped_key IS NOT NULL);
alter table vault_person enable row level security;
create policy every_jurisdiction on vault_person for all to xiaoneng_system using (true);
create policy own_jurisdiction on vault_person for all to xiaoneng_app using ((jurisdiction = current_setting('xiaoneng.jurisdiction'::text, true)));
grant insert, select, update on vault_person to xiaoneng_app;
comment on table vault_person is 'What is known of a person, encrypted; the ledger and all lists know the reference only';
comment on column vault_person.person is 'The reference: says nothing about the person';
comment on column vault_person.key_version is 'Which master key wraps the person''s key';
comment on column vault_person.wrapped_key is 'The person''s own key, AES-256-GCM under the master key; destroyed when the person is forgotten';
comment on column vault_person.content is 'The fields as JSON, AES-256-GCM under the person''s key: nonce, tag, text';

create table vault_sheet (
  jurisdiction text not null,
  sheet text not null,
  person text not null,
  about text not null,
  content bytea not null,
  kept_at timestamp with time zone not null,
  constraint vault_sheet_pkey PRIMARY KEY (jurisdiction, sheet)
);
CREATE INDEX vault_sheet_person ON vault_sheet USING btree (jurisdiction, person);
alter table vault_sheet enable row level security;
create policy every_jurisdiction on vault_sheet for all to xiaoneng_system using (true);
create policy own_jurisdiction on vault_sheet for all to xiaoneng_app using ((jurisdiction = current_setting('xiaoneng.jurisdiction'::text, true)));
grant delete, insert, select on vault_sheet to xiaoneng_app;
comment on table vault_sheet is 'Answers to the questions of an application form, encrypted under the person''s key; a correction is a sheet of its own';
comment on column vault_sheet.about is 'What the form is for, such as form/<item>';
comment on column vault_sheet.content is 'The answers and a random salt as JSON; the ledger holds the hash over both';

create table watch_cell (
  jurisdiction text not null,
  cell bigint not null,
  log text not null,
  unit text,
  state text not null,
  colour text not null,
  late boolean not null,
  timed boolean not null,
  early boolean not null,
  rule text not null,
  cases bigint not null,
  events bigint not null,
  constraint watch_cell_pkey PRIMARY KEY (jurisdiction, cell)
);
alter table watch_cell enable row level security;
create policy every_jurisdiction on watch_cell for all to xiaoneng_system using (true);
create policy own_jurisdiction on watch_cell for all to xiaoneng_app using ((jurisdiction = current_setting('xiaoneng.jurisdiction'::text, true)));
create policy own_unit on watch_cell as restrictive for all to xiaoneng_app using (((( SELECT current_setting('xiaoneng.reach'::text, true) AS current_setting) = 'jurisdiction'::text) OR (( SELECT current_setting('xiaoneng.jurisdiction'::text, true) AS current_setting) = '*'::text) OR ((( SELECT current_setting('xiaoneng.reach'::text, true) AS current_setting) = 'unit'::text) AND (unit = ( SELECT current_setting('xiaoneng.unit'::text, true) AS current_setting)))));
grant delete, insert, select, update on watch_cell to xiaoneng_app;
comment on table watch_cell is 'How many cases stand where. A list with filters is the merge of the few cells that fit, each read along one index; its total is their sum';
comment on column watch_cell.cell is 'First 52 bits of the SHA-256 of the columns that make the cell, so that a rebuild gives the same';
comment on column watch_cell.timed is 'Whether a due instant is known, so that being in time can be said';
comment on column watch_cell.early is 'Concluded before the day of the sooner due instant';
comment on column watch_cell.rule is 'Empty for all cases, else only those with a card by this rule';

create table watch_duration (
  jurisdiction text not null,
  log text not null,
  unit text not null,
  used_days integer not null,
  cases bigint not null,
  constraint watch_duration_pkey PRIMARY KEY (jurisdiction, log, unit, used_days)
);
alter table watch_duration enable row level security;
create policy every_jurisdiction on watch_duration for all to xiaoneng_system using (true);
create policy own_jurisdiction on watch_duration for all to xiaoneng_app using ((jurisdiction = current_setting('xiaoneng.jurisdiction'::text, true)));
create policy own_unit on watch_duration as restrictive for all to xiaoneng_app using (((( SELECT current_setting('xiaoneng.reach'::text, true) AS current_setting) = 'jurisdiction'::text) OR (( SELECT current_setting('xiaoneng.jurisdiction'::text, true) AS current_setting) = '*'::text) OR ((( SELECT current_setting('xiaoneng.reach'::text, true) AS current_setting) = 'unit'::text) AND (unit = ( SELECT current_setting('xiaoneng.unit'::text, true) AS current_setting)))));
grant delete, insert, select, update on watch_duration to xiaoneng_app;
comment on table watch_duration is 'Concluded cases by working days used: the histogram, its mean and its median';
comment on column watch_duration.unit is 'Empty where the log names none';

create table watch_holder (
  jurisdiction text not null,
  log text not null,
  unit text not null,
  holder text not null,
  cases bigint not null,
  constraint watch_holder_pkey PRIMARY KEY (jurisdiction, log, unit, holder)
);
alter table watch_holder enable row level security;
create policy every_jurisdiction on watch_holder for all to xiaoneng_system using (true);
create policy own_jurisdiction on watch_holder for all to xiaoneng_app using ((jurisdiction = current_setting('xiaoneng.jurisdiction'::text, true)));
create policy own_unit on watch_holder as restrictive for all to xiaoneng_app using (((( SELECT current_setting('xiaoneng.reach'::text, true) AS current_setting) = 'jurisdiction'::text) OR (( SELECT current_setting('xiaoneng.jurisdiction'::text, true) AS current_setting) = '*'::text) OR ((( SELECT current_setting('xiaoneng.reach'::text, true) AS current_setting) = 'unit'::text) AND (unit = ( SELECT current_setting('xiaoneng.unit'::text, true) AS current_setting)))));
grant delete, insert, select, update on watch_holder to xiaoneng_app;
comment on table watch_holder is 'Cases of a unit by each of those who held them, kept by the same append as watch_holding';
comment on column watch_holder.unit is 'Empty where the log names none: the unit of the case, by which it is seen';
comment on column watch_holder.holder is 'As in the paths of watch_holding';

create table watch_holding (
  jurisdiction text not null,
  log text not null,
  unit text not null,
  item text not null,
  mark text not null,
  path text not null,
  cases bigint not null,
  waits bytea not null,
  constraint watch_holding_pkey PRIMARY KEY (jurisdiction, log, unit, item, mark)
);
alter table watch_holding enable row level security;
create policy every_jurisdiction on watch_holding for all to xiaoneng_system using (true);
create policy own_jurisdiction on watch_holding for all to xiaoneng_app using ((jurisdiction = current_setting('xiaoneng.jurisdiction'::text, true)));
create policy own_unit on watch_holding as restrictive for all to xiaoneng_app using (((( SELECT current_setting('xiaoneng.reach'::text, true) AS current_setting) = 'jurisdiction'::text) OR (( SELECT current_setting('xiaoneng.jurisdiction'::text, true) AS current_setting) = '*'::text) OR ((( SELECT current_setting('xiaoneng.reach'::text, true) AS current_setting) = 'unit'::text) AND (unit = ( SELECT current_setting('xiaoneng.unit'::text, true) AS current_setting)))));
grant delete, insert, select, update on watch_holding to xiaoneng_app;
comment on table watch_holding is 'Cases of a unit and item by who held them one after the other: what hand-overs are counted from';
comment on column watch_holding.unit is 'Empty where the log names none: the unit of the case, by which it is seen';
comment on column watch_holding.item is 'Empty where the log names none';
comment on column watch_holding.mark is 'Hash of the path';
comment on column watch_holding.path is 'A JSON list: u: and the unit that the event names, else p: and the person who did it';
comment on column watch_holding.waits is 'How long the cases lay before each of the holders took over: buckets with count and sum, packed';

create table watch_span (
  jurisdiction text not null,
  log text not null,
  first_at timestamp with time zone not null,
  last_at timestamp with time zone not null,
  constraint watch_span_pkey PRIMARY KEY (jurisdiction, log)
);
alter table watch_span enable row level security;
create policy every_jurisdiction on watch_span for all to xiaoneng_system using (true);
create policy own_jurisdiction on watch_span for all to xiaoneng_app using ((jurisdiction = current_setting('xiaoneng.jurisdiction'::text, true)));
grant delete, insert, select, update on watch_span to xiaoneng_app;
comment on table watch_span is 'The earliest and the latest event of a log';

create table watch_step (
  jurisdiction text not null,
  log text not null,
  from_activity text not null,
  to_activity text not null,
  moves bigint not null,
  seconds bigint not null,
  constraint watch_step_pkey PRIMARY KEY (jurisdiction, log, from_activity, to_activity)
);
alter table watch_step enable row level security;
create policy every_jurisdiction on watch_step for all to xiaoneng_system using (true);
create policy own_jurisdiction on watch_step for all to xiaoneng_app using ((jurisdiction = current_setting('xiaoneng.jurisdiction'::text, true)));
grant delete, insert, select, update on watch_step to xiaoneng_app;
comment on table watch_step is 'The directly-follows graph: how often one step followed another, and how long that took in all';
comment on column watch_step.from_activity is 'Empty: the start of a case';
comment on column watch_step.to_activity is 'Empty: the end of a case as far as it is known';

create table watch_total (
  jurisdiction text not null,
  log text not null,
  unit text not null,
  cases bigint not null,
  events bigint not null,
  open bigint not null,
  suspended bigint not null,
  soon bigint not null,
  overdue_yellow bigint not null,
  overdue_red bigint not null,
  overdue bigint not null,
  concluded bigint not null,
  on_time bigint not null,
  early bigint not null,
  constraint watch_total_pkey PRIMARY KEY (jurisdiction, log, unit)
);
alter table watch_total enable row level security;
create policy every_jurisdiction on watch_total for all to xiaoneng_system using (true);
create policy own_jurisdiction on watch_total for all to xiaoneng_app using ((jurisdiction = current_setting('xiaoneng.jurisdiction'::text, true)));
create policy own_unit on watch_total as restrictive for all to xiaoneng_app using (((( SELECT current_setting('xiaoneng.reach'::text, true) AS current_setting) = 'jurisdiction'::text) OR (( SELECT current_setting('xiaoneng.jurisdiction'::text, true) AS current_setting) = '*'::text) OR ((( SELECT current_setting('xiaoneng.reach'::text, true) AS current_setting) = 'unit'::text) AND (unit = ( SELECT current_setting('xiaoneng.unit'::text, true) AS current_setting)))));
grant delete, insert, select, update on watch_total to xiaoneng_app;
comment on table watch_total is 'Cases of a unit in a log by where they stand: sums of watch_cell, kept by the same append';
comment on column watch_total.unit is 'Empty where the log names none';
comment on column watch_total.soon is 'Unfinished, a due instant near';
comment on column watch_total.overdue is 'Unfinished and past a due instant';
comment on column watch_total.concluded is 'Concluded, with a due instant known, so that being in time can be said';
comment on column watch_total.on_time is 'Of the concluded, those not past a due instant';
comment on column watch_total.early is 'Of the concluded, those before the day of the sooner due instant';

create table watch_variant (
  jurisdiction text not null,
  log text not null,
  unit text not null,
  item text not null,
  mark text not null,
  path text not null,
  cases bigint not null,
  waits bytea not null,
  constraint watch_variant_pkey PRIMARY KEY (jurisdiction, log, unit, item, mark)
);
alter table watch_variant enable row level security;
create policy every_jurisdiction on watch_variant for all to xiaoneng_system using (true);
create policy own_jurisdiction on watch_variant for all to xiaoneng_app using ((jurisdiction = current_setting('xiaoneng.jurisdiction'::text, true)));
create policy own_unit on watch_variant as restrictive for all to xiaoneng_app using (((( SELECT current_setting('xiaoneng.reach'::text, true) AS current_setting) = 'jurisdiction'::text) OR (( SELECT current_setting('xiaoneng.jurisdiction'::text, true) AS current_setting) = '*'::text) OR ((( SELECT current_setting('xiaoneng.reach'::text, true) AS current_setting) = 'unit'::text) AND (unit = ( SELECT current_setting('xiaoneng.unit'::text, true) AS current_setting)))));
grant delete, insert, select, update on watch_variant to xiaoneng_app;
comment on table watch_variant is 'Cases of a unit and item by the sequence of their activities, kept by the same append';
comment on column watch_variant.unit is 'Empty where the log names none';
comment on column watch_variant.item is 'Empty where the log names none';
comment on column watch_variant.mark is 'Hash of the path, which may be longer than a key may be';
comment on column watch_variant.path is 'The activities in their order, as a JSON list';
comment on column watch_variant.waits is 'How long the cases lay between two activities: buckets with count and sum, packed';

create table watched_case (
  jurisdiction text not null,
  log text not null,
  case_id text not null,
  cell bigint not null,
  sort_at timestamp with time zone not null,
  due_at timestamp with time zone not null,
  item text,
  unit text,
  channel text,
  state text not null,
  colour text not null,
  late boolean not null,
  timed boolean not null,
  early boolean not null,
  started_at timestamp with time zone,
  concluded_at timestamp with time zone,
  last_activity text not null,
  last_at timestamp with time zone not null,
  events integer not null,
  used_days integer,
  committed_due_at timestamp with time zone,
  statutory_due_at timestamp with time zone,
  provisional boolean not null,
  open_cards integer not null,
  rules text[] not null,
  constraint watched_case_pkey PRIMARY KEY (jurisdiction, log, case_id),
  constraint watched_case_colour_check CHECK ((colour = ANY (ARRAY['quiet'::text, 'soon'::text, 'yellow'::text, 'red'::text]))),
  constraint watched_case_state_check CHECK ((state = ANY (ARRAY['open'::text, 'suspended'::text, 'concluded'::text])))
);
CREATE INDEX watched_case_due ON watched_case USING btree (jurisdiction, cell, due_at, log, case_id) WHERE (state <> 'concluded'::text);
CREATE INDEX watched_case_of_log ON watched_case USING btree (jurisdiction, log, sort_at, case_id);
CREATE INDEX watched_case_recent ON watched_case USING btree (jurisdiction, cell, sort_at, log, case_id);
alter table watched_case enable row level security;
create policy every_jurisdiction on watched_case for all to xiaoneng_system using (true);
create policy own_jurisdiction on watched_case for all to xiaoneng_app using ((jurisdiction = current_setting('xiaoneng.jurisdiction'::text, true)));
create policy own_unit on watched_case as restrictive for all to xiaoneng_app using (((( SELECT current_setting('xiaoneng.reach'::text, true) AS current_setting) = 'jurisdiction'::text) OR (( SELECT current_setting('xiaoneng.jurisdiction'::text, true) AS current_setting) = '*'::text) OR ((( SELECT current_setting('xiaoneng.reach'::text, true) AS current_setting) = 'unit'::text) AND (unit = ( SELECT current_setting('xiaoneng.unit'::text, true) AS current_setting)))));
grant delete, insert, select, update on watched_case to xiaoneng_app;
comment on table watched_case is 'One row a case: where it stands';
comment on column watched_case.cell is 'The cell of watch_cell it is counted in; lists are merged from cells, see watch_cell';
comment on column watched_case.sort_at is 'started_at, or the first event where the log does not say';
comment on column watched_case.due_at is 'The sooner of the two due instants; 9999-12-31 while suspended or without a clock';
comment on column watched_case.late is 'Concluded after a due instant, or open past one';
comment on column watched_case.used_days is 'Working days from start to conclusion, suspended time left out';
comment on column watched_case.open_cards is 'Cards raised or answered and not yet judged';
comment on column watched_case.rules is 'Rules that have a card here which was not withdrawn';

create table watched_case_rule (
  jurisdiction text not null,
  log text not null,
  case_id text not null,
  rule text not null,
  cell bigint not null,
  sort_at timestamp with time zone not null,
  due_at timestamp with time zone not null,
  unit text,
  constraint watched_case_rule_pkey PRIMARY KEY (jurisdiction, log, case_id, rule)
);
CREATE INDEX watched_case_rule_recent ON watched_case_rule USING btree (jurisdiction, cell, sort_at, log, case_id);
alter table watched_case_rule enable row level security;
create policy every_jurisdiction on watched_case_rule for all to xiaoneng_system using (true);
create policy own_jurisdiction on watched_case_rule for all to xiaoneng_app using ((jurisdiction = current_setting('xiaoneng.jurisdiction'::text, true)));
create policy own_unit on watched_case_rule as restrictive for all to xiaoneng_app using (((( SELECT current_setting('xiaoneng.reach'::text, true) AS current_setting) = 'jurisdiction'::text) OR (( SELECT current_setting('xiaoneng.jurisdiction'::text, true) AS current_setting) = '*'::text) OR ((( SELECT current_setting('xiaoneng.reach'::text, true) AS current_setting) = 'unit'::text) AND (unit = ( SELECT current_setting('xiaoneng.unit'::text, true) AS current_setting)))));
grant delete, insert, select, update on watched_case_rule to xiaoneng_app;
comment on table watched_case_rule is 'Cases by the rules that found something in them, so that a rule opens to its cases';
comment on column watched_case_rule.cell is 'The cell of watch_cell with this rule';

create table watched_log (
  jurisdiction text not null,
  log text not null,
  title text not null,
  source text not null,
  preset text,
  zone text not null,
  case_order text not null,
  live boolean not null,
  profile json not null,
  registered_at timestamp with time zone not null,
  changed_at timestamp with time zone not null,
  ends_at timestamp with time zone,
  version integer not null,
  constraint watched_log_pkey PRIMARY KEY (jurisdiction, log),
  constraint watched_log_case_order_check CHECK ((case_order = ANY (ARRAY['arrival'::text, 'time'::text]))),
  constraint watched_log_source_check CHECK ((source = ANY (ARRAY['demo'::text, 'import'::text, 'reported'::text, 'handled'::text])))
);
alter table watched_log enable row level security;
create policy every_jurisdiction on watched_log for all to xiaoneng_system using (true);
create policy own_jurisdiction on watched_log for all to xiaoneng_app using ((jurisdiction = current_setting('xiaoneng.jurisdiction'::text, true)));
grant delete, insert, select, update on watched_log to xiaoneng_app;
comment on table watched_log is 'Logs of cases under supervision';
comment on column watched_log.case_order is 'Events of a case count in the order they were told (arrival) or by their time';
comment on column watched_log.live is 'True: clocks run by today. False: history, judged at its own end';
comment on column watched_log.profile is 'What its activities and attributes mean and what was published: a LogProfile';
comment on column watched_log.changed_at is 'When its profile was set or a file was last imported';
comment on column watched_log.ends_at is 'The last event of a log that is history: the instant at which its open cases are judged';
comment on column watched_log.version is 'Version of its stream: what was read out of the profile is kept by it';
