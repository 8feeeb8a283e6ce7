-- A sealed finding is seen by whoever sees what told it (the team of a covert round, those on a sealed case, those who handle
-- a protected report) and by whoever entered it; supervision and leaders besides learn of it with its release.

alter table finding
  add column sealed_streams text[] not null default '{}',
  add column entered_by     text[] not null default '{}';

comment on column finding.sealed_streams is 'Streams of its sealed sources: while it is sealed, whoever sees one of these sees it';
comment on column finding.entered_by is 'Accounts that entered its sealed sources';

update finding
   set sealed_streams = array(select distinct s ->> 'sourceId' from jsonb_array_elements(state -> 'sources') s
                               where (s ->> 'sealed')::boolean order by 1),
       entered_by = array(select distinct s ->> 'by' from jsonb_array_elements(state -> 'sources') s
                           where (s ->> 'sealed')::boolean order by 1);

-- Runs with the rights of whoever asks, so that the rows of those tables say themselves who sees them.
create function seen_streams(streams text[]) returns text[]
  language sql stable as $$
  select array(select 'visit/' || visit
                 from inspection_visit
                where jurisdiction = (select current_setting('xiaoneng.jurisdiction', true))
                  and visit in (select substr(stream, 7) from unnest(streams) stream where stream like 'visit/%')
                union all
               select 'investigation/' || number
                 from investigation
                where jurisdiction = (select current_setting('xiaoneng.jurisdiction', true))
                  and number in (select substr(stream, 15) from unnest(streams) stream where stream like 'investigation/%')
                union all
               select 'report/' || report
                 from protected_report
                where jurisdiction = (select current_setting('xiaoneng.jurisdiction', true))
                  and report in (select substr(stream, 8) from unnest(streams) stream where stream like 'report/%')
                order by 1)
$$;

comment on function seen_streams(text[]) is 'Of these streams those that the reader sees: visits of covert rounds, sealed cases, protected reports';

drop policy own_finding on finding;

create policy own_finding on finding as restrictive to xiaoneng_app
  using (   (select current_setting('xiaoneng.jurisdiction', true)) = '*'
         or (    (select current_setting('xiaoneng.reach', true)) = 'jurisdiction'
             and (   not sealed
                  or coalesce((select current_setting('xiaoneng.account', true)), '') = ''
                  or (select current_setting('xiaoneng.account', true)) = any (entered_by)
                  or seen_streams(sealed_streams) <> '{}'))
         or (    (select current_setting('xiaoneng.reach', true)) = 'unit'
             and not sealed
             and unit = (select current_setting('xiaoneng.unit', true))));
