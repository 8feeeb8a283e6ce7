-- Papers that went out: numbered without gaps, their data hashed, anyone may ask whether one is real.

create table notice_number (
  jurisdiction text    not null,
  issuer       text    not null,
  kind         text    not null,
  year         integer not null,
  last         integer not null check (last > 0),
  primary key (jurisdiction, issuer, kind, year)
);

comment on table notice_number is 'The last number given, for each issuing unit, kind and year; its row is held until the paper is committed, so no number is lost';
comment on column notice_number.issuer is 'The unit in whose name the paper is; a count is no case, so every counter may take a number';

create table notice_list (
  jurisdiction text        not null,
  notice       text        not null,
  kind         text        not null,
  number       text        not null,
  unit         text        not null,
  unit_name    text        not null,
  counter_unit text,
  subject      text        not null,
  issued_at    timestamptz not null,
  issued_by    text        not null,
  hash         text        not null,
  check_code   text        not null,
  data         json        not null,
  served_at    timestamptz,
  served_way   text,
  withdrawn_at timestamptz,
  primary key (jurisdiction, notice)
);

create index notice_list_check on notice_list (jurisdiction, check_code);
create index notice_list_subject on notice_list (jurisdiction, subject);

comment on table notice_list is 'Papers that went out, derived from the streams notice/<notice>';
comment on column notice_list.unit is 'The unit in whose name it is';
comment on column notice_list.counter_unit is 'The unit of whoever issued it, such as a counter of the hall';
comment on column notice_list.hash is 'SHA-256 over the canonical text of kind, number, unit, subject, instant and data';
comment on column notice_list.check_code is 'What the QR code on the paper asks with: random, says nothing by itself';
comment on column notice_list.data is 'What the paper says, with people as references';

select guard_by_jurisdiction('notice_number', 'select, insert, update, delete');
select guard_by_jurisdiction('notice_list', 'select, insert, update, delete');

-- A paper is seen by the unit in whose name it is and the unit whose counter issued it, else by the jurisdiction.
create policy own_unit on notice_list as restrictive to xiaoneng_app
  using (   (select current_setting('xiaoneng.reach', true)) = 'jurisdiction'
         or (select current_setting('xiaoneng.jurisdiction', true)) = '*'
         or (    (select current_setting('xiaoneng.reach', true)) = 'unit'
             and (   unit = (select current_setting('xiaoneng.unit', true))
                  or counter_unit = (select current_setting('xiaoneng.unit', true)))));
