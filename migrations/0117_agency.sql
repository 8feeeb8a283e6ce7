-- Acting for residents: lists derived from the streams agent/<account> and agency/<id>.

create table agency_agent (
  jurisdiction text    not null,
  account      text    not null,
  unit         text    not null,
  ended        boolean not null,
  state        jsonb   not null,
  version      integer not null,
  primary key (jurisdiction, account)
);

comment on table agency_agent is 'Agents of villages and of the hall with what they take on (代办员)';

select guard_by_jurisdiction('agency_agent', 'select, insert, update, delete');

create table agency_matter (
  jurisdiction text        not null,
  agency       text        not null,
  unit         text        not null,
  township     text,
  agent        text        not null,
  person       text        not null,
  stage        text        not null,
  case_no      text,
  taken_at     timestamptz not null,
  state        jsonb       not null,
  version      integer     not null,
  primary key (jurisdiction, agency)
);

create index agency_matter_of_unit on agency_matter (jurisdiction, unit, taken_at);
create index agency_matter_of_case on agency_matter (jurisdiction, case_no) where case_no is not null;

comment on table agency_matter is 'What is being done for residents, from the mandate to the delivery';
comment on column agency_matter.township is 'The service centre that the papers go to; it sees the matter as well';
comment on column agency_matter.person is 'A reference into the vault';

select guard_by_jurisdiction('agency_matter', 'select, insert, update, delete');

create policy own_agency on agency_matter as restrictive to xiaoneng_app
  using (   (select current_setting('xiaoneng.reach', true)) = 'jurisdiction'
         or (select current_setting('xiaoneng.jurisdiction', true)) = '*'
         or (    (select current_setting('xiaoneng.reach', true)) = 'unit'
             and (   unit = (select current_setting('xiaoneng.unit', true))
                  or township = (select current_setting('xiaoneng.unit', true)))));
