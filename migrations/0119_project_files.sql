-- Files of projects: a list derived from the streams project-file/<project>.

create table project_file (
  jurisdiction text    not null,
  project      text    not null,
  unit         text    not null,
  seen_by      text[]  not null,
  agent        text,
  state        jsonb   not null,
  version      integer not null,
  primary key (jurisdiction, project)
);

comment on table project_file is 'Projects with their permits, dates, blockers, reports and the official who acts for them';
comment on column project_file.seen_by is 'Units of its permits and of its agent';

select guard_by_jurisdiction('project_file', 'select, insert, update, delete');

create policy own_project on project_file as restrictive to xiaoneng_app
  using (   (select current_setting('xiaoneng.reach', true)) = 'jurisdiction'
         or (select current_setting('xiaoneng.jurisdiction', true)) = '*'
         or (    (select current_setting('xiaoneng.reach', true)) = 'unit'
             and (   unit = (select current_setting('xiaoneng.unit', true))
                  or (select current_setting('xiaoneng.unit', true)) = any (seen_by))));
