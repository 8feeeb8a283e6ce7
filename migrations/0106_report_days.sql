-- 交换: what each reporting system sent on each day, and what of it was refused.

create table report_day (
  jurisdiction text        not null,
  log          text        not null,
  source       text        not null,
  on_day       date        not null,
  account      text        not null,
  messages     integer     not null,
  last_at      timestamptz not null,
  oldest_at    timestamptz not null,
  primary key (jurisdiction, log, source, on_day)
);

comment on table report_day is 'Events taken from a reporting system, by the day they arrived';
comment on column report_day.account is 'The system''s account: its unit is the unit that reports';
comment on column report_day.oldest_at is 'When the oldest event that arrived on the day had happened: far back means batches';

select guard_by_jurisdiction('report_day', 'select, insert, update, delete');

create table report_failure (
  jurisdiction text        not null,
  log          text        not null,
  source       text        not null,
  on_day       date        not null,
  code         text        not null,
  account      text        not null,
  reports      integer     not null,
  events       integer     not null,
  last_at      timestamptz not null,
  because_zh   text        not null,
  because_en   text        not null,
  primary key (jurisdiction, log, source, on_day, code)
);

comment on table report_failure is 'Reports that were refused, by day and reason: nothing of them is stored elsewhere';

select guard_by_jurisdiction('report_failure', 'select, insert, update, delete');
