-- Objections of units to judged cards: a list derived from the streams card/<id>.

create table card_objection (
  jurisdiction text not null,
  card         text not null,
  unit         text,
  grounds      text not null,
  objected_on  date not null,
  decide_by    date not null,
  outcome      text check (outcome in ('kept', 'withdrawn')),
  primary key (jurisdiction, card)
);

create index card_objection_open on card_objection (jurisdiction, decide_by) where outcome is null;

comment on table card_objection is 'What units object to judgements of cards, decided by another supervisor within thirty days';
comment on column card_objection.decide_by is 'The last day on which it must be decided';

select guard_by_jurisdiction('card_objection', 'select, insert, update, delete');

create policy own_objection on card_objection as restrictive to xiaoneng_app
  using (   (select current_setting('xiaoneng.reach', true)) = 'jurisdiction'
         or (select current_setting('xiaoneng.jurisdiction', true)) = '*'
         or (    (select current_setting('xiaoneng.reach', true)) = 'unit'
             and unit = (select current_setting('xiaoneng.unit', true))));
