-- Kinds of handling: what became of each case, pledges that are to be checked, and who answers for a default.

-- What kinds of work there are stands in the terms of the module; new ones come with new kinds of handling.
alter table case_work drop constraint case_work_kind_check;

alter table case_work add constraint case_work_kind_check check (kind ~ '^[a-z][A-Za-z]*$');

create table case_outcome (
  jurisdiction    text        not null,
  case_no         text        not null,
  item            text        not null,
  item_name_zh    text        not null,
  item_name_en    text        not null,
  unit            text        not null,
  received_unit   text,
  counter         text,
  applicant       text        not null,
  on_the_spot     boolean     not null,
  same_day        boolean     not null,
  accepted_on     date,
  accepted_by     text,
  ended_at        timestamptz,
  decided_on      date,
  decided_by      text,
  outcome         text check (outcome in ('granted', 'denied', 'declined')),
  at_once         text check (at_once in ('onTheSpot', 'sameDay', 'pledge', 'filing')),
  grade           text,
  by_reading      boolean     not null,
  urgency_at      timestamptz,
  posted          boolean     not null,
  facts           jsonb       not null,
  primary key (jurisdiction, case_no)
);

create index case_outcome_accepted on case_outcome (jurisdiction, accepted_on, unit);
create index case_outcome_item on case_outcome (jurisdiction, item, decided_on);
create index case_outcome_urgency on case_outcome (jurisdiction, urgency_at) where urgency_at is not null;
create index case_outcome_reading on case_outcome (jurisdiction, ended_at) where by_reading;
create index case_outcome_posted on case_outcome (jurisdiction, ended_at desc, case_no) where posted;

comment on table case_outcome is 'What became of each case and how, derived with case_file: shares, comparisons and the published results are read from it';
comment on column case_outcome.accepted_on is 'Day of acceptance in the time of the place; null before it';
comment on column case_outcome.outcome is 'declined: never accepted; null while nothing is decided';
comment on column case_outcome.at_once is 'Finished in one breath, and as what';
comment on column case_outcome.grade is 'Grade of the discretion table that the decision follows';
comment on column case_outcome.by_reading is 'Refused by interpretation of a clause: the legal office looks at it every quarter';
comment on column case_outcome.urgency_at is 'When the express lane was asked for; null where it never was';
comment on column case_outcome.posted is 'Shown to the public, with the name masked';
comment on column case_outcome.facts is 'What lists show besides; no personal data';

select guard_by_jurisdiction('case_outcome', 'select, insert, update, delete');

create policy own_outcome on case_outcome as restrictive to xiaoneng_app
  using (   (select current_setting('xiaoneng.reach', true)) = 'jurisdiction'
         or (select current_setting('xiaoneng.jurisdiction', true)) = '*'
         or (    (select current_setting('xiaoneng.reach', true)) = 'unit'
             and (   unit = (select current_setting('xiaoneng.unit', true))
                  or received_unit = (select current_setting('xiaoneng.unit', true)))));

create table pledge_check (
  jurisdiction text        not null,
  case_no      text        not null,
  unit         text        not null,
  applicant    text        not null,
  due_at       timestamptz not null,
  result       text check (result in ('kept', 'broken')),
  open         boolean     not null,
  barred_until date,
  content      jsonb       not null,
  version      integer     not null,
  primary key (jurisdiction, case_no)
);

create index pledge_check_open on pledge_check (jurisdiction, unit, due_at) where open;
create index pledge_check_broken on pledge_check (jurisdiction, applicant) where barred_until is not null;

comment on table pledge_check is 'Pledges on which a case was granted, and what the later check found';
comment on column pledge_check.applicant is 'Reference into the vault';
comment on column pledge_check.due_at is 'Until when it is checked, or, after a finding to mend, checked again';
comment on column pledge_check.barred_until is 'The last day on which the applicant may not pledge again; null: nothing was false';
comment on column pledge_check.content is 'The pledge as its stream tells it, folded';

select guard_by_jurisdiction('pledge_check', 'select, insert, update, delete');

create policy own_pledge on pledge_check as restrictive to xiaoneng_app
  using (   (select current_setting('xiaoneng.reach', true)) = 'jurisdiction'
         or (select current_setting('xiaoneng.jurisdiction', true)) = '*'
         or (    (select current_setting('xiaoneng.reach', true)) = 'unit'
             and unit = (select current_setting('xiaoneng.unit', true))));

create table case_liability (
  jurisdiction text        not null,
  liability    text        not null,
  case_no      text        not null,
  unit         text        not null,
  entered_at   timestamptz not null,
  due_at       timestamptz not null,
  stage        text        not null check (stage in ('department', 'inquiry', 'concluded')),
  content      jsonb       not null,
  version      integer     not null,
  primary key (jurisdiction, liability)
);

create index case_liability_unit on case_liability (jurisdiction, unit, entered_at desc);
create index case_liability_open on case_liability (jurisdiction, due_at) where stage <> 'concluded';

comment on table case_liability is 'Who answers for a default: the department first, then the person responsible in it';
comment on column case_liability.stage is 'department: entered; inquiry: somebody looks for the person responsible; concluded: found';
comment on column case_liability.content is 'The entry as its stream tells it, folded';

select guard_by_jurisdiction('case_liability', 'select, insert, update, delete');

create policy own_liability on case_liability as restrictive to xiaoneng_app
  using (   (select current_setting('xiaoneng.reach', true)) = 'jurisdiction'
         or (select current_setting('xiaoneng.jurisdiction', true)) = '*'
         or (    (select current_setting('xiaoneng.reach', true)) = 'unit'
             and unit = (select current_setting('xiaoneng.unit', true))));
