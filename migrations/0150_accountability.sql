-- Measures against units and people: files derived from the streams accountability/<file> and sanction/<file>, and the
-- ladder by which they are chosen.

create table accountability_file (
  jurisdiction text        not null,
  file         text        not null,
  unit         text        not null,
  account      text,
  kind         text        not null check (kind in ('unit', 'person')),
  instrument   text        not null,
  grade        integer     not null,
  conduct      text        not null,
  casework     text,
  findings     text[]      not null,
  stage        text        not null,
  live         boolean     not null,
  decided      boolean     not null,
  stands       boolean     not null,
  over         boolean     not null,
  seen_by      text[]      not null,
  unit_sees    boolean     not null,
  proposed_at  timestamptz not null,
  state        jsonb       not null,
  version      integer     not null,
  primary key (jurisdiction, file)
);

create index accountability_file_subject on accountability_file (jurisdiction, unit, account);
create index accountability_file_findings on accountability_file using gin (findings);

comment on table accountability_file is 'Measures that the office itself decides: cards, the letter, efficiency and personnel measures (五卡一书、效能问责、组织处理)';
comment on column accountability_file.unit is 'The unit that is the subject, or whose person is';
comment on column accountability_file.live is 'Proposed or standing: the same fact is not dealt with again';
comment on column accountability_file.stands is 'Decided, and neither withdrawn nor cleared: it counts';
comment on column accountability_file.over is 'Carried out and its period ended, or come to nothing: ordinary views leave it out';
comment on column accountability_file.seen_by is 'Accounts that work on it, and the subject once it was told';
comment on column accountability_file.unit_sees is 'The head of the unit sees it, also where he acts on it beyond his unit';
comment on column accountability_file.state is 'The file as its stream tells it, folded: what decisions are taken on';

select guard_by_jurisdiction('accountability_file', 'select, insert, update, delete');

create table sanction_file (like accountability_file including all);

comment on table sanction_file is 'Disciplinary sanctions as the competent body took them (政务处分): kept apart, with their own way of appeal';

select guard_by_jurisdiction('sanction_file', 'select, insert, update, delete');

-- Secrecy until decided: supervision, the personnel body and whoever works on it; the subject once it was told; leaders
-- and the head of the unit when it is decided. The system's own work has no account.
create function guard_accountability(guarded regclass) returns void
  language plpgsql as $$
begin
  execute format('create policy own_accountability on %s as restrictive to xiaoneng_app
                    using (   (select current_setting(''xiaoneng.jurisdiction'', true)) = ''*''
                           or (select current_setting(''xiaoneng.account'', true)) = any (seen_by)
                           or (    (select current_setting(''xiaoneng.reach'', true)) = ''jurisdiction''
                               and (   decided
                                    or coalesce((select current_setting(''xiaoneng.account'', true)), '''') = ''''
                                    or ''supervisor'' = any (string_to_array((select current_setting(''xiaoneng.roles'', true)), '',''))))
                           or ''personnel'' = any (string_to_array((select current_setting(''xiaoneng.roles'', true)), '',''))
                           or (    (select current_setting(''xiaoneng.reach'', true)) in (''unit'', ''jurisdiction'')
                               and unit_sees
                               and ''unitHead'' = any (string_to_array((select current_setting(''xiaoneng.roles'', true)), '',''))
                               and unit = (select current_setting(''xiaoneng.unit'', true))))', guarded);
end $$;

comment on function guard_accountability(regclass) is 'Row-level security of files on measures: sealed until decided';

select guard_accountability('accountability_file');
select guard_accountability('sanction_file');

create table accountability_ladder (
  jurisdiction text    not null,
  ladder       text    not null,
  state        jsonb   not null,
  version      integer not null,
  primary key (jurisdiction, ladder)
);

comment on table accountability_ladder is 'Versions of the ladder (instruments, table, effects, numbers) with the day from which each holds; drafted by one, approved by another';

select guard_by_jurisdiction('accountability_ladder', 'select, insert, update, delete');

create table principal_inquiry (
  jurisdiction text    not null,
  inquiry      text    not null,
  about        text    not null,
  open         boolean not null,
  opened_on    date    not null,
  state        jsonb   not null,
  version      integer not null,
  primary key (jurisdiction, inquiry)
);

create index principal_inquiry_about on principal_inquiry (jurisdiction, about, open);

comment on table principal_inquiry is 'What the principal of a unit answers for, once its findings cross a threshold (一把手问责): derived from principal-inquiry/<inquiry>';
comment on column principal_inquiry.about is 'The unit whose principal is asked; it does not see the row before a measure is proposed and told';

select guard_by_jurisdiction('principal_inquiry', 'select, insert, update, delete');

create policy beyond_units on principal_inquiry as restrictive to xiaoneng_app
  using (   (select current_setting('xiaoneng.reach', true)) = 'jurisdiction'
         or (select current_setting('xiaoneng.jurisdiction', true)) = '*');

create table supervision_card (
  jurisdiction text    not null,
  card         text    not null,
  batch        text    not null,
  handed_to    text    not null,
  handed_on    date    not null,
  given_on     date,
  returned_at  timestamptz,
  handled      boolean not null,
  state        jsonb   not null,
  version      integer not null,
  primary key (jurisdiction, card)
);

create index supervision_card_handed on supervision_card (jurisdiction, handed_to, handed_on);

comment on table supervision_card is 'Cards on which those who are served report one contact straight to the complaint centre (效能监督卡): derived from supervision-card/<card>';
comment on column supervision_card.handed_to is 'The unit that gives them to those whom it serves; what comes back never passes through it';

select guard_by_jurisdiction('supervision_card', 'select, insert, update, delete');

create policy beyond_units on supervision_card as restrictive to xiaoneng_app
  using (   (select current_setting('xiaoneng.reach', true)) = 'jurisdiction'
         or (select current_setting('xiaoneng.jurisdiction', true)) = '*');

create table accountability_statement (
  jurisdiction text    not null,
  statement    text    not null,
  said_on      date    not null,
  withdrawn    boolean not null,
  state        jsonb   not null,
  version      integer not null,
  primary key (jurisdiction, statement)
);

comment on table accountability_statement is 'What was published of measures: who was dealt with, or how many, each with the files behind it: derived from accountability-statement/<statement>';

select guard_by_jurisdiction('accountability_statement', 'select, insert, update, delete');
