-- Items that enter a hall, stay outside it with leave, or are missing there; derived from the streams admission/<hall>/<item>.

create table hall_admission (
  jurisdiction text    not null,
  hall         text    not null,
  item         text    not null,
  unit         text    not null,
  entry_on     date,
  exempt_until date,
  state        jsonb   not null,
  version      integer not null,
  primary key (jurisdiction, hall, item)
);

create index hall_admission_item on hall_admission (jurisdiction, item);

comment on table hall_admission is 'Which items are handled in a hall from when on (进驻), which are exempt until when, and why others are still outside';
comment on column hall_admission.entry_on is 'From this day on it is received in the hall only; null: not approved';
comment on column hall_admission.exempt_until is 'The last day on which it may stay outside; null: no exemption';
comment on column hall_admission.state is 'The file of the admission as its stream tells it, folded';

select guard_by_jurisdiction('hall_admission', 'select, insert, update, delete');
