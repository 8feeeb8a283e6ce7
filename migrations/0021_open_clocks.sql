-- Clocks of matters handled on the platform: who answers for them, what moved them, and a walk over the open ones alone.

alter table clock
  add column rung   text,
  add column post   text,
  add column holder text,
  add column backup text,
  add column moves  json not null default '[]';

create index clock_open on clock (jurisdiction, unit, due_at, id) where stopped_at is null;

comment on column clock.rung is 'The colour that falls due with it, for a rung that lies after the end of a limit';
comment on column clock.post is 'The post that answers for it';
comment on column clock.holder is 'The account that held the post when it was last assigned';
comment on column clock.backup is 'The account that stands in for the holder';
comment on column clock.moves is 'Each time a calendar moved its end: when, from, to and which notice; the journal is in the streams clock-moves/';
