-- Reform of the catalogue: rounds of review, transfers of power, laws that ended; derived from the streams reform/….

create table catalogue_reform (
  jurisdiction text    not null,
  kind         text    not null check (kind in ('round', 'power', 'law')),
  subject      text    not null,
  state        jsonb   not null,
  version      integer not null,
  primary key (jurisdiction, kind, subject)
);

comment on table catalogue_reform is 'Rounds of review (清理), powers over items by level (事权划分) and laws with their state, each as its stream tells it';
comment on column catalogue_reform.subject is 'The code of a round, the item whose power moved, the title of a law';
comment on column catalogue_reform.state is 'The stream folded: no names of residents, public but for whom to ask at the superior';

select guard_by_jurisdiction('catalogue_reform', 'select, insert, update, delete');
