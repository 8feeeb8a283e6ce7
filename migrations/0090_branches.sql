-- Joint approval: what each department sees of a case of which it handles one branch, derived from the streams case/<case_no>.

create table case_branch (
  jurisdiction     text        not null,
  case_no          text        not null,
  branch           text        not null,
  unit             text        not null,
  post             text        not null,
  lead             text        not null,
  name_zh          text        not null,
  name_en          text        not null,
  status           text        not null check (status in ('waiting', 'open', 'given', 'withdrawn')),
  result           text check (result in ('agree', 'conditions', 'object')),
  late             boolean     not null,
  item             text        not null,
  item_name_zh     text        not null,
  item_name_en     text        not null,
  applicant_masked text        not null,
  case_status      text        not null,
  received_at      timestamptz not null,
  primary key (jurisdiction, case_no, branch)
);

create index case_branch_of_unit on case_branch (jurisdiction, unit, status);

comment on table case_branch is 'One row a branch of a case handled jointly; no personal data';
comment on column case_branch.unit is 'The department whose part it is: it sees this row and not the case';
comment on column case_branch.lead is 'The department that assembles; it sees the case';
comment on column case_branch.late is 'Its limit ran out before there was an opinion';

select guard_by_jurisdiction('case_branch', 'select, insert, update, delete');

-- A branch is seen by its own department, and by whoever sees the case: the lead, the counter, supervision.
create policy own_branch on case_branch as restrictive to xiaoneng_app
  using (   (select current_setting('xiaoneng.reach', true)) = 'jurisdiction'
         or (select current_setting('xiaoneng.jurisdiction', true)) = '*'
         or (    (select current_setting('xiaoneng.reach', true)) = 'unit'
             and (   unit = (select current_setting('xiaoneng.unit', true))
                  or lead = (select current_setting('xiaoneng.unit', true))
                  or exists (select 1
                               from case_file f
                              where f.jurisdiction = case_branch.jurisdiction
                                and f.case_no = case_branch.case_no))));
