-- 典型个案通报: what each unit changes after it read of the typical cases.

create table typical_change (
  jurisdiction text        not null,
  circular     text        not null,
  unit         text        not null,
  said_by      text        not null,
  said_at      timestamptz not null,
  text         text        not null,
  primary key (jurisdiction, circular, unit)
);

comment on table typical_change is 'What a unit says that it changes after a circular on typical cases';

select guard_by_jurisdiction('typical_change', 'select, insert, update, delete');

create policy own_typical_change on typical_change as restrictive to xiaoneng_app
  using (   (select current_setting('xiaoneng.reach', true)) = 'jurisdiction'
         or (select current_setting('xiaoneng.jurisdiction', true)) = '*'
         or (    (select current_setting('xiaoneng.reach', true)) = 'unit'
             and unit = (select current_setting('xiaoneng.unit', true))));
