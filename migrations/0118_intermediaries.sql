-- Intermediaries: lists derived from the streams intermediary/<id>, engagement/<case number>/<n> and fee-survey/<id>.

create table intermediary (
  jurisdiction text    not null,
  intermediary text    not null,
  state        jsonb   not null,
  version      integer not null,
  primary key (jurisdiction, intermediary)
);

comment on table intermediary is 'Accepted intermediaries with fees, limits, owners and relations (中介机构名录)';

select guard_by_jurisdiction('intermediary', 'select, insert, update, delete');

create table case_engagement (
  jurisdiction text        not null,
  engagement   text        not null,
  case_no      text        not null,
  unit         text        not null,
  intermediary text        not null,
  started_at   timestamptz not null,
  done_at      timestamptz,
  state        jsonb       not null,
  version      integer     not null,
  primary key (jurisdiction, engagement)
);

create index case_engagement_of_case on case_engagement (jurisdiction, case_no);

comment on table case_engagement is 'Paid services within cases; their days are days of the case';

select guard_by_jurisdiction('case_engagement', 'select, insert, update, delete');
select guard_by_unit('case_engagement');

create table fee_survey (
  jurisdiction text    not null,
  survey       text    not null,
  state        jsonb   not null,
  version      integer not null,
  primary key (jurisdiction, survey)
);

comment on table fee_survey is 'Surveys of what associations and intermediaries charge, and who demands it';

select guard_by_jurisdiction('fee_survey', 'select, insert, update, delete');
