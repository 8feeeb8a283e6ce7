-- Who may touch what. Roles belong to the whole server, so another database of ours may have made them already.
do $$
begin
  create role xiaoneng_app nologin;
exception when duplicate_object or unique_violation then null;
end $$;

do $$
begin
  create role xiaoneng_system nologin;
exception when duplicate_object or unique_violation then null;
end $$;

comment on role xiaoneng_app is 'Every request runs as this role, inside one jurisdiction';
comment on role xiaoneng_system is 'The system''s own jobs across jurisdictions: sealing, sweeping, subscriptions';

grant xiaoneng_app to xiaoneng_system;
grant xiaoneng_app, xiaoneng_system to current_user;
grant usage on schema public to xiaoneng_app;

create function current_jurisdiction() returns text
  language sql stable parallel safe
  return current_setting('xiaoneng.jurisdiction', true);

comment on function current_jurisdiction() is 'The jurisdiction the running transaction was opened for';

-- One line for each table that belongs to a jurisdiction: select guard_by_jurisdiction('card', 'select, insert, update');
create function guard_by_jurisdiction(guarded regclass, rights text) returns void
  language plpgsql as $$
begin
  execute format('alter table %s enable row level security', guarded);
  execute format('create policy own_jurisdiction on %s to xiaoneng_app
                    using (jurisdiction = current_setting(''xiaoneng.jurisdiction'', true))', guarded);
  execute format('create policy every_jurisdiction on %s to xiaoneng_system using (true)', guarded);
  execute format('grant %s on %s to xiaoneng_app', rights, guarded);
end $$;

comment on function guard_by_jurisdiction(regclass, text) is
  'Row-level security by jurisdiction and the application role''s rights, for one table';
