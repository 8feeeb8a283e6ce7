-- 规则版本: rules an office drafts, tries, approves and withdraws; derived from the streams rule/….

create table rule_edition (
  jurisdiction   text    not null,
  edition        text    not null,
  code           text    not null,
  number         integer not null,
  status         text    not null check (status in ('draft', 'approved', 'withdrawn', 'dropped')),
  holds_from     date,
  holds_until    date,
  state          jsonb   not null,
  version        integer not null,
  primary key (jurisdiction, edition)
);

comment on table rule_edition is 'Versions of supervision rules made by the office: other numbers of a coded rule, or a rule of its own';
comment on column rule_edition.edition is 'Code and number, such as SV-13-2: what a card names';
comment on column rule_edition.status is 'withdrawn held for a time and its cards stay; dropped was never approved';
comment on column rule_edition.holds_until is 'The first day on which it no longer holds';
comment on column rule_edition.state is 'The edition as its stream tells it, folded';

select guard_by_jurisdiction('rule_edition', 'select, insert, update, delete');
