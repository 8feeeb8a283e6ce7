alter table import_run add column unknown_units text[] not null default '{}';

comment on column import_run.unknown_units is 'Units that the file names and the organisation does not know: their cases are nobody''s to see but supervision''s';
