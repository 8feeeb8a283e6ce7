-- An institution may say in which states no unit sees an entry: until it is told.

alter table register_entry add column sealed boolean not null default false;

comment on column register_entry.sealed is 'In a state in which no unit sees it, not even the one that it concerns';

drop policy own_register_entry on register_entry;

create policy own_register_entry on register_entry as restrictive to xiaoneng_app
  using (   (select current_setting('xiaoneng.reach', true)) = 'jurisdiction'
         or (select current_setting('xiaoneng.jurisdiction', true)) = '*'
         or (    (select current_setting('xiaoneng.reach', true)) = 'unit'
             and not sealed
             and (   everyone
                  or unit = (select current_setting('xiaoneng.unit', true))
                  or (select current_setting('xiaoneng.unit', true)) = any (seen_by))));
