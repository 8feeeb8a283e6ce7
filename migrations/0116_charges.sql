-- Charges of cases: a list derived from the streams charges/<case number>.

create table case_charge (
  jurisdiction text    not null,
  case_no      text    not null,
  unit         text    not null,
  state        jsonb   not null,
  version      integer not null,
  primary key (jurisdiction, case_no)
);

comment on table case_charge is 'What a case is billed by and what was charged for it; money in fen';
comment on column case_charge.state is 'The charges as their stream tells them, folded';

select guard_by_jurisdiction('case_charge', 'select, insert, update, delete');
select guard_by_unit('case_charge');
