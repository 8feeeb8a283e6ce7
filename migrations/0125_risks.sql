-- 风险: acts that are no fault in one case and show over a month or a year; derived from the streams of cases and enquiries.

create table risk_act (
  jurisdiction text        not null,
  stream       text        not null,
  version      integer     not null,
  place        integer     not null,
  unit         text        not null,
  counter      text,
  kind         text        not null check (kind in ('asked', 'declined', 'notOurs', 'transferred', 'slip', 'stayedAway', 'decided', 'corrected')),
  account      text        not null,
  item         text,
  own          boolean     not null,
  mark         text,
  happened_at  timestamptz not null,
  primary key (jurisdiction, stream, version, place)
);

create index risk_act_month on risk_act (jurisdiction, happened_at, kind);

comment on table risk_act is 'Refusals, transfers, slips, absences and decisions as acts of a unit at a counter; no personal data';
comment on column risk_act.place is 'Tells apart several acts of one event, such as the units absent from one meeting';
comment on column risk_act.own is 'The matter stands on the unit''s own list: refusing it is shirking';
comment on column risk_act.mark is 'What is unusual about it: loop, lastMinute, unreasoned';

select guard_by_jurisdiction('risk_act', 'select, insert, update, delete');
select guard_by_unit('risk_act');
