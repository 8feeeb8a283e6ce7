-- What the process map counts: how many cases ran which way, and how long they lay between two steps.

create table watch_variant (
  jurisdiction text   not null,
  log          text   not null,
  unit         text   not null,
  item         text   not null,
  mark         text   not null,
  path         text   not null,
  cases        bigint not null,
  waits        bytea  not null,
  primary key (jurisdiction, log, unit, item, mark)
);

comment on table watch_variant is 'Cases of a unit and item by the sequence of their activities, kept by the same append';
comment on column watch_variant.unit is 'Empty where the log names none';
comment on column watch_variant.item is 'Empty where the log names none';
comment on column watch_variant.mark is 'Hash of the path, which may be longer than a key may be';
comment on column watch_variant.path is 'The activities in their order, as a JSON list';
comment on column watch_variant.waits is 'How long the cases lay between two activities: buckets with count and sum, packed';

create table watch_holding (
  jurisdiction text   not null,
  log          text   not null,
  unit         text   not null,
  item         text   not null,
  mark         text   not null,
  path         text   not null,
  cases        bigint not null,
  waits        bytea  not null,
  primary key (jurisdiction, log, unit, item, mark)
);

comment on table watch_holding is 'Cases of a unit and item by who held them one after the other: what hand-overs are counted from';
comment on column watch_holding.unit is 'Empty where the log names none: the unit of the case, by which it is seen';
comment on column watch_holding.item is 'Empty where the log names none';
comment on column watch_holding.mark is 'Hash of the path';
comment on column watch_holding.path is 'A JSON list: u: and the unit that the event names, else p: and the person who did it';
comment on column watch_holding.waits is 'How long the cases lay before each of the holders took over: buckets with count and sum, packed';

select guard_by_jurisdiction('watch_variant', 'select, insert, update, delete');
select guard_by_jurisdiction('watch_holding', 'select, insert, update, delete');
select guard_by_unit('watch_variant');
select guard_by_unit('watch_holding');
