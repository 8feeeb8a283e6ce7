-- Permit maps: all formalities of a kind of project from approval to completion, derived from the streams permit-map/<type>.

create table permit_map (
  jurisdiction text    not null,
  project_type text    not null,
  state        jsonb   not null,
  version      integer not null,
  primary key (jurisdiction, project_type)
);

comment on table permit_map is 'One row a kind of project: its permits with department, days and prerequisites, and what was demanded besides';
comment on column permit_map.state is 'The map as its stream tells it, folded; the map itself is public, who reported a demand is not';

select guard_by_jurisdiction('permit_map', 'select, insert, update, delete');
