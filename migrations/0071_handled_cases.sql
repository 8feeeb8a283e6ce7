-- The living hall is a watched log as well: what the module cases handles, supervision follows.
alter table watched_log drop constraint watched_log_source_check;

alter table watched_log
  add constraint watched_log_source_check check (source in ('demo', 'import', 'reported', 'handled'));
