-- A file that comes from a sealed case is as sealed as the case: the subject once it was told, whoever works on the file and
-- whoever sees the case. Its decision opens it as far as it says itself; the copy for the personnel body goes with it.

alter table accountability_file add column sealed boolean not null default false;
alter table sanction_file add column sealed boolean not null default false;

comment on column accountability_file.sealed is 'From a sealed case or finding, and its decision does not tell it to everybody: supervision and leaders do not see it either';
comment on column sanction_file.sealed is 'From a sealed case or finding, and its decision does not tell it to everybody: supervision and leaders do not see it either';

create or replace function guard_accountability(guarded regclass) returns void
  language plpgsql as $$
begin
  execute format('create policy own_accountability on %s as restrictive to xiaoneng_app
                    using (   (select current_setting(''xiaoneng.jurisdiction'', true)) = ''*''
                           or (select current_setting(''xiaoneng.account'', true)) = any (seen_by)
                           or (    (select current_setting(''xiaoneng.reach'', true)) = ''jurisdiction''
                               and coalesce((select current_setting(''xiaoneng.account'', true)), '''') = '''')
                           or (    account is distinct from (select current_setting(''xiaoneng.account'', true))
                               and (   (    not sealed
                                        and (select current_setting(''xiaoneng.reach'', true)) = ''jurisdiction''
                                        and (   decided
                                             or ''supervisor'' = any (string_to_array((select current_setting(''xiaoneng.roles'', true)), '',''))))
                                    or (    (decided or not sealed)
                                        and ''personnel'' = any (string_to_array((select current_setting(''xiaoneng.roles'', true)), '','')))
                                    or (    sealed
                                        and casework is not null
                                        and exists (select 1
                                                      from investigation
                                                     where investigation.jurisdiction = (select current_setting(''xiaoneng.jurisdiction'', true))
                                                       and ''investigation/'' || investigation.number = casework))))
                           or (    (select current_setting(''xiaoneng.reach'', true)) in (''unit'', ''jurisdiction'')
                               and unit_sees
                               and ''unitHead'' = any (string_to_array((select current_setting(''xiaoneng.roles'', true)), '',''))
                               and unit = (select current_setting(''xiaoneng.unit'', true))))', guarded);
end $$;

drop policy own_accountability on accountability_file;
drop policy own_accountability on sanction_file;
select guard_accountability('accountability_file');
select guard_accountability('sanction_file');

-- What a file may hold since: who was named for an appeal, and a withdrawal that waits for a second person.
update accountability_file set state = state || '{"judges": [], "withdrawal": null}';
update sanction_file set state = state || '{"judges": [], "withdrawal": null}';
