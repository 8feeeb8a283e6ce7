-- Cases handled on the platform: lists derived from the streams case/<case_no>.

create table case_file (
  jurisdiction       text        not null,
  case_no            text        not null,
  item               text        not null,
  item_version       integer     not null,
  item_name_zh       text        not null,
  item_name_en       text        not null,
  unit               text        not null,
  received_unit      text,
  party_units        text[]      not null,
  status             text        not null check (status in ('received', 'accepted', 'suspended', 'decided', 'delivered', 'declined', 'withdrawn')),
  channel            text        not null,
  applicant          text        not null,
  applicant_masked   text        not null,
  agent              text,
  received_at        timestamptz not null,
  accepted_at        timestamptz,
  ended_at           timestamptz,
  outcome            text check (outcome in ('granted', 'denied')),
  state              jsonb       not null,
  version            integer     not null,
  primary key (jurisdiction, case_no)
);

create index case_file_of_unit on case_file (jurisdiction, unit, received_at desc, case_no);
create index case_file_of_counter on case_file (jurisdiction, received_unit, received_at desc, case_no);
create index case_file_recent on case_file (jurisdiction, received_at desc, case_no);
create index case_file_applicant on case_file (jurisdiction, applicant, received_at desc);
create index case_file_item on case_file (jurisdiction, item, item_version, status);

comment on table case_file is 'One row a case handled on the platform; no personal data, the applicant is a reference into the vault';
comment on column case_file.unit is 'The unit that acts in its own name';
comment on column case_file.received_unit is 'The unit at whose counter it came in; null when the applicant sent it';
comment on column case_file.party_units is 'Units of the steps besides the acting unit: they see the case as well';
comment on column case_file.applicant_masked is 'The name as it may be shown';
comment on column case_file.state is 'The case as its stream tells it, folded: what decisions are taken on';

select guard_by_jurisdiction('case_file', 'select, insert, update, delete');

-- A case is seen by the unit that acts, the counter that received it and the units of its steps; else by the jurisdiction.
create policy own_case on case_file as restrictive to xiaoneng_app
  using (   (select current_setting('xiaoneng.reach', true)) = 'jurisdiction'
         or (select current_setting('xiaoneng.jurisdiction', true)) = '*'
         or (    (select current_setting('xiaoneng.reach', true)) = 'unit'
             and (   unit = (select current_setting('xiaoneng.unit', true))
                  or received_unit = (select current_setting('xiaoneng.unit', true))
                  or (select current_setting('xiaoneng.unit', true)) = any (party_units))));

create table case_work (
  jurisdiction text        not null,
  case_no      text        not null,
  kind         text        not null check (kind in ('answer', 'step', 'decide', 'deliver', 'extension')),
  step         text        not null,
  title        text        not null,
  unit         text        not null,
  post         text,
  since        timestamptz not null,
  clock        text        not null,
  sent_back    integer     not null,
  primary key (jurisdiction, case_no, kind, step)
);

create index case_work_of_unit on case_work (jurisdiction, unit, post);

comment on table case_work is 'What somebody has to do now, one row a desk';
comment on column case_work.step is 'Code of the step; empty for what is no step';
comment on column case_work.unit is 'The unit that has to do it; leadership for extensions';
comment on column case_work.clock is 'The clock that says until when';

select guard_by_jurisdiction('case_work', 'select, insert, update, delete');

create policy own_work on case_work as restrictive to xiaoneng_app
  using (   (select current_setting('xiaoneng.reach', true)) = 'jurisdiction'
         or (select current_setting('xiaoneng.jurisdiction', true)) = '*'
         or (    (select current_setting('xiaoneng.reach', true)) = 'unit'
             and (   unit = (select current_setting('xiaoneng.unit', true))
                  or exists (select 1
                               from case_file f
                              where f.jurisdiction = case_work.jurisdiction
                                and f.case_no = case_work.case_no))));

-- The clocks of a case are seen by whoever sees the case: a counter of the hall serves many departments.
drop policy own_unit on clock;

create policy own_unit on clock as restrictive to xiaoneng_app
  using (   (select current_setting('xiaoneng.reach', true)) = 'jurisdiction'
         or (select current_setting('xiaoneng.jurisdiction', true)) = '*'
         or (    (select current_setting('xiaoneng.reach', true)) = 'unit'
             and (   unit = (select current_setting('xiaoneng.unit', true))
                  or exists (select 1
                               from case_file f
                              where f.jurisdiction = clock.jurisdiction
                                and f.case_no = substr(clock.subject, 6)))));
