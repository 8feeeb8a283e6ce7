-- A supervisor or somebody of the personnel body who is the subject of a file sees it like any subject: once it was told.

create or replace function guard_accountability(guarded regclass) returns void
  language plpgsql as $$
begin
  execute format('create policy own_accountability on %s as restrictive to xiaoneng_app
                    using (   (select current_setting(''xiaoneng.jurisdiction'', true)) = ''*''
                           or (select current_setting(''xiaoneng.account'', true)) = any (seen_by)
                           or (    (select current_setting(''xiaoneng.reach'', true)) = ''jurisdiction''
                               and coalesce((select current_setting(''xiaoneng.account'', true)), '''') = '''')
                           or (    account is distinct from (select current_setting(''xiaoneng.account'', true))
                               and (   (    (select current_setting(''xiaoneng.reach'', true)) = ''jurisdiction''
                                        and (   decided
                                             or ''supervisor'' = any (string_to_array((select current_setting(''xiaoneng.roles'', true)), '',''))))
                                    or ''personnel'' = any (string_to_array((select current_setting(''xiaoneng.roles'', true)), '',''))))
                           or (    (select current_setting(''xiaoneng.reach'', true)) in (''unit'', ''jurisdiction'')
                               and unit_sees
                               and ''unitHead'' = any (string_to_array((select current_setting(''xiaoneng.roles'', true)), '',''))
                               and unit = (select current_setting(''xiaoneng.unit'', true))))', guarded);
end $$;

drop policy own_accountability on accountability_file;
drop policy own_accountability on sanction_file;
select guard_accountability('accountability_file');
select guard_accountability('sanction_file');
