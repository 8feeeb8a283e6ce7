-- What the overview and the comparison of units read: one row a unit and log, however many cells its cases stand in.

create table watch_total (
  jurisdiction   text   not null,
  log            text   not null,
  unit           text   not null,
  cases          bigint not null,
  events         bigint not null,
  open           bigint not null,
  suspended      bigint not null,
  soon           bigint not null,
  overdue_yellow bigint not null,
  overdue_red    bigint not null,
  overdue        bigint not null,
  concluded      bigint not null,
  on_time        bigint not null,
  early          bigint not null,
  primary key (jurisdiction, log, unit)
);

comment on table watch_total is 'Cases of a unit in a log by where they stand: sums of watch_cell, kept by the same append';
comment on column watch_total.unit is 'Empty where the log names none';
comment on column watch_total.soon is 'Unfinished, a due instant near';
comment on column watch_total.overdue is 'Unfinished and past a due instant';
comment on column watch_total.concluded is 'Concluded, with a due instant known, so that being in time can be said';
comment on column watch_total.on_time is 'Of the concluded, those not past a due instant';
comment on column watch_total.early is 'Of the concluded, those before the day of the sooner due instant';

create table card_total (
  jurisdiction text   not null,
  log          text   not null,
  unit         text   not null,
  rule         text   not null,
  level        text   not null,
  status       text   not null,
  cards        bigint not null,
  primary key (jurisdiction, log, unit, rule, level, status)
);

comment on table card_total is 'Cards of a unit in a log: sums of card_cell over the months, kept by the same append';
comment on column card_total.unit is 'Empty where the log names none';

insert into watch_total
select jurisdiction, log, coalesce(unit, ''), sum(cases), sum(events),
       coalesce(sum(cases) filter (where state = 'open'), 0),
       coalesce(sum(cases) filter (where state = 'suspended'), 0),
       coalesce(sum(cases) filter (where state <> 'concluded' and colour = 'soon'), 0),
       coalesce(sum(cases) filter (where state <> 'concluded' and colour = 'yellow'), 0),
       coalesce(sum(cases) filter (where state <> 'concluded' and colour = 'red'), 0),
       coalesce(sum(cases) filter (where state <> 'concluded' and late), 0),
       coalesce(sum(cases) filter (where state = 'concluded' and timed), 0),
       coalesce(sum(cases) filter (where state = 'concluded' and timed and not late), 0),
       coalesce(sum(cases) filter (where state = 'concluded' and timed and early), 0)
  from watch_cell
 where rule = ''
 group by jurisdiction, log, coalesce(unit, '');

insert into card_total
select jurisdiction, log, coalesce(unit, ''), rule, level, status, sum(cards)
  from card_cell
 group by jurisdiction, log, coalesce(unit, ''), rule, level, status;

select guard_by_jurisdiction('watch_total', 'select, insert, update, delete');
select guard_by_jurisdiction('card_total', 'select, insert, update, delete');

select guard_by_unit('watch_total');
select guard_by_unit('card_total');
