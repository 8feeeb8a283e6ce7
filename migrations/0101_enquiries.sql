-- 首问: questions at the counter with their first officer and referral slips; a list derived from the streams enquiry/<number>.

create table hall_enquiry (
  jurisdiction text        not null,
  enquiry      text        not null,
  unit         text        not null,
  seen_by      text[]      not null,
  owner        text,
  status       text        not null check (status in ('open', 'referred', 'handedOver', 'settled')),
  asked_at     timestamptz not null,
  mark         text,
  ticket       text,
  slips        text[]      not null,
  ping_pong    boolean     not null,
  state        jsonb       not null,
  version      integer     not null,
  primary key (jurisdiction, enquiry)
);

create index hall_enquiry_newest on hall_enquiry (jurisdiction, asked_at desc);
create index hall_enquiry_slips on hall_enquiry using gin (slips);
create index hall_enquiry_mark on hall_enquiry (jurisdiction, mark) where mark is not null;
create index hall_enquiry_ticket on hall_enquiry (jurisdiction, ticket) where ticket is not null;

comment on table hall_enquiry is 'Questions at the counter: who was asked first and who answers for them now; nothing of the person who asked';
comment on column hall_enquiry.unit is 'The unit of the first officer';
comment on column hall_enquiry.seen_by is 'Units that see it: the first, the one that runs the hall, those it was referred from and to';
comment on column hall_enquiry.mark is 'Keyed mark of the telephone; from it nothing of the person can be read';
comment on column hall_enquiry.ping_pong is 'Referred back to a department that had it before';
comment on column hall_enquiry.state is 'The enquiry as its stream tells it, folded: what decisions are taken on';

select guard_by_jurisdiction('hall_enquiry', 'select, insert, update, delete');

create policy own_enquiry on hall_enquiry as restrictive to xiaoneng_app
  using (   (select current_setting('xiaoneng.reach', true)) = 'jurisdiction'
         or (select current_setting('xiaoneng.jurisdiction', true)) = '*'
         or (    (select current_setting('xiaoneng.reach', true)) = 'unit'
             and (   unit = (select current_setting('xiaoneng.unit', true))
                  or (select current_setting('xiaoneng.unit', true)) = any (seen_by))));
