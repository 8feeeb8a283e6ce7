-- Whose finding it is: by whom it was disposed of, else who handles it, else who opened it.

alter table finding add column judge text not null default '';

create index finding_of_judge on finding (jurisdiction, judge);

comment on column finding.judge is 'The supervisor whose share it counts in: who disposed of it, else its handler, else who opened it';
