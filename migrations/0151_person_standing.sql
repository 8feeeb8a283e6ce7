-- What people are, as far as measures depend on it: status and rank as the personnel body has them.

create table person_standing (
  jurisdiction text    not null,
  account      text    not null,
  status       text    not null,
  rank         text    not null,
  state        jsonb   not null,
  version      integer not null,
  primary key (jurisdiction, account)
);

comment on table person_standing is 'Status and rank of people as the personnel body enters them (身份、职务层次), derived from person-standing/<account>';

select guard_by_jurisdiction('person_standing', 'select, insert, update, delete');
