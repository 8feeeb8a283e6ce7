-- Fees: lists derived from the streams fee/<code>, receipt/<unit>/<number> and charge-fault/<subject>.

create table fee_register (
  jurisdiction text    not null,
  fee          text    not null,
  unit         text    not null,
  state        jsonb   not null,
  version      integer not null,
  primary key (jurisdiction, fee)
);

comment on table fee_register is 'The register of fees (收费目录清单): rates by date, reductions, what is proposed';
comment on column fee_register.unit is 'The unit that collects it';
comment on column fee_register.state is 'The fee as its stream tells it, folded; money in fen';

select guard_by_jurisdiction('fee_register', 'select, insert, update, delete');

create table fee_receipt (
  jurisdiction text   not null,
  receipt      text   not null,
  unit         text   not null,
  fee          text,
  charged_on   date   not null,
  paid         bigint not null,
  due          bigint,
  saved        bigint not null,
  reduction    text,
  case_no      text,
  fault        text,
  state        jsonb  not null,
  version      integer not null,
  primary key (jurisdiction, receipt)
);

create index fee_receipt_of_fee on fee_receipt (jurisdiction, fee, charged_on);

comment on table fee_receipt is 'Receipts: those issued for a case here, and those that offices told of; money in fen';
comment on column fee_receipt.receipt is 'Unit and number of the receipt';
comment on column fee_receipt.due is 'What the register asks; null where that cannot be said';
comment on column fee_receipt.fault is 'What is wrong with it; null: nothing';

select guard_by_jurisdiction('fee_receipt', 'select, insert, update, delete');
select guard_by_unit('fee_receipt');

create table charge_fault (
  jurisdiction text        not null,
  subject      text        not null,
  version      integer     not null,
  unit         text        not null,
  fault        text        not null,
  noted_at     timestamptz not null,
  state        jsonb       not null,
  primary key (jurisdiction, subject, version)
);

comment on table charge_fault is 'What was found wrong with charges and paid services, done or only tried';
comment on column charge_fault.subject is 'What it is about, such as case/<number> or receipt/<unit>/<number>';

select guard_by_jurisdiction('charge_fault', 'select, insert, update, delete');
select guard_by_unit('charge_fault');
