-- 通报: circulars with their receipts; a list derived from the streams circular/<id>.

create table circular (
  jurisdiction text    not null,
  circular     text    not null,
  unit         text    not null,
  reach        text[]  not null,
  status       text    not null check (status in ('drafted', 'issued', 'withdrawn')),
  level        text    not null check (level in ('unit', 'city', 'public')),
  drafted_at   timestamptz not null,
  state        jsonb   not null,
  version      integer not null,
  primary key (jurisdiction, circular)
);

create index circular_newest on circular (jurisdiction, drafted_at desc);

comment on table circular is 'What was found, told to those who have to read it; a draft is seen by those who draft and approve only';
comment on column circular.unit is 'In whose name it goes out';
comment on column circular.reach is 'Units that have to read it, once it is issued';
comment on column circular.state is 'The circular as its stream tells it, folded: what decisions are taken on';

select guard_by_jurisdiction('circular', 'select, insert, update, delete');

create policy own_circular on circular as restrictive to xiaoneng_app
  using (   (select current_setting('xiaoneng.reach', true)) = 'jurisdiction'
         or (select current_setting('xiaoneng.jurisdiction', true)) = '*'
         or (    (select current_setting('xiaoneng.reach', true)) = 'unit'
             and status <> 'drafted'
             and (select current_setting('xiaoneng.unit', true)) = any (reach)));
