-- What supervision reads: lists derived from the ledger, written in the transaction that appends, rebuilt from it at any time.

create table watched_log (
  jurisdiction text        not null,
  log          text        not null,
  title        text        not null,
  source       text        not null check (source in ('demo', 'import', 'reported')),
  preset       text,
  zone         text        not null,
  case_order   text        not null check (case_order in ('arrival', 'time')),
  live         boolean     not null,
  profile      json        not null,
  registered_at timestamptz not null,
  changed_at   timestamptz not null,
  ends_at      timestamptz,
  version      integer     not null,
  primary key (jurisdiction, log)
);

comment on table watched_log is 'Logs of cases under supervision';
comment on column watched_log.case_order is 'Events of a case count in the order they were told (arrival) or by their time';
comment on column watched_log.live is 'True: clocks run by today. False: history, judged at its own end';
comment on column watched_log.profile is 'What its activities and attributes mean and what was published: a LogProfile';
comment on column watched_log.changed_at is 'When its profile was set or a file was last imported';
comment on column watched_log.ends_at is 'The last event of a log that is history: the instant at which its open cases are judged';
comment on column watched_log.version is 'Version of its stream: what was read out of the profile is kept by it';

create table watched_case (
  jurisdiction     text        not null,
  log              text        not null,
  case_id          text        not null,
  cell             bigint      not null,
  sort_at          timestamptz not null,
  due_at           timestamptz not null,
  item             text,
  unit             text,
  channel          text,
  state            text        not null check (state in ('open', 'suspended', 'concluded')),
  colour           text        not null check (colour in ('quiet', 'soon', 'yellow', 'red')),
  late             boolean     not null,
  timed            boolean     not null,
  early            boolean     not null,
  started_at       timestamptz,
  concluded_at     timestamptz,
  last_activity    text        not null,
  last_at          timestamptz not null,
  events           integer     not null,
  used_days        integer,
  committed_due_at timestamptz,
  statutory_due_at timestamptz,
  provisional      boolean     not null,
  open_cards       integer     not null,
  rules            text[]      not null,
  primary key (jurisdiction, log, case_id)
);

create index watched_case_recent on watched_case (jurisdiction, cell, sort_at, log, case_id);
create index watched_case_of_log on watched_case (jurisdiction, log, sort_at, case_id);
create index watched_case_due on watched_case (jurisdiction, cell, due_at, log, case_id) where state <> 'concluded';

comment on table watched_case is 'One row a case: where it stands';
comment on column watched_case.cell is 'The cell of watch_cell it is counted in; lists are merged from cells, see watch_cell';
comment on column watched_case.sort_at is 'started_at, or the first event where the log does not say';
comment on column watched_case.due_at is 'The sooner of the two due instants; 9999-12-31 while suspended or without a clock';
comment on column watched_case.late is 'Concluded after a due instant, or open past one';
comment on column watched_case.used_days is 'Working days from start to conclusion, suspended time left out';
comment on column watched_case.open_cards is 'Cards raised or answered and not yet judged';
comment on column watched_case.rules is 'Rules that have a card here which was not withdrawn';

create table watched_case_rule (
  jurisdiction text        not null,
  log          text        not null,
  case_id      text        not null,
  rule         text        not null,
  cell         bigint      not null,
  sort_at      timestamptz not null,
  due_at       timestamptz not null,
  unit         text,
  primary key (jurisdiction, log, case_id, rule)
);

create index watched_case_rule_recent on watched_case_rule (jurisdiction, cell, sort_at, log, case_id);

comment on table watched_case_rule is 'Cases by the rules that found something in them, so that a rule opens to its cases';
comment on column watched_case_rule.cell is 'The cell of watch_cell with this rule';

create table watch_cell (
  jurisdiction text        not null,
  cell         bigint      not null,
  log          text        not null,
  unit         text,
  state        text        not null,
  colour       text        not null,
  late         boolean     not null,
  timed        boolean     not null,
  early        boolean     not null,
  rule         text        not null,
  cases        bigint      not null,
  events       bigint      not null,
  primary key (jurisdiction, cell)
);

comment on table watch_cell is
  'How many cases stand where. A list with filters is the merge of the few cells that fit, each read along one index; its total is their sum';
comment on column watch_cell.cell is 'First 52 bits of the SHA-256 of the columns that make the cell, so that a rebuild gives the same';
comment on column watch_cell.timed is 'Whether a due instant is known, so that being in time can be said';
comment on column watch_cell.early is 'Concluded before the day of the sooner due instant';
comment on column watch_cell.rule is 'Empty for all cases, else only those with a card by this rule';

create table watch_span (
  jurisdiction text        not null,
  log          text        not null,
  first_at     timestamptz not null,
  last_at      timestamptz not null,
  primary key (jurisdiction, log)
);

comment on table watch_span is 'The earliest and the latest event of a log';

create table case_turn (
  jurisdiction text        not null,
  log          text        not null,
  case_id      text        not null,
  turn_at      timestamptz not null,
  primary key (jurisdiction, log, case_id)
);

create index case_turn_next on case_turn (jurisdiction, turn_at);

comment on table case_turn is
  'When each case of a live log next changes by the mere passing of time: a limit nears its end or runs out, an answer is overdue';

create table watch_duration (
  jurisdiction text    not null,
  log          text    not null,
  unit         text    not null,
  used_days    integer not null,
  cases        bigint  not null,
  primary key (jurisdiction, log, unit, used_days)
);

comment on table watch_duration is 'Concluded cases by working days used: the histogram, its mean and its median';
comment on column watch_duration.unit is 'Empty where the log names none';

create table watch_step (
  jurisdiction text   not null,
  log          text   not null,
  from_activity text  not null,
  to_activity  text   not null,
  moves        bigint not null,
  seconds      bigint not null,
  primary key (jurisdiction, log, from_activity, to_activity)
);

comment on table watch_step is 'The directly-follows graph: how often one step followed another, and how long that took in all';
comment on column watch_step.from_activity is 'Empty: the start of a case';
comment on column watch_step.to_activity is 'Empty: the end of a case as far as it is known';

create table card_list (
  jurisdiction text        not null,
  card         text        not null,
  rule         text        not null,
  level        text        not null check (level in ('notice', 'yellow', 'red')),
  status       text        not null check (status in ('raised', 'answered', 'upheld', 'excused', 'withdrawn')),
  log          text        not null,
  case_id      text        not null,
  unit         text,
  still_found  boolean     not null,
  effective_at timestamptz not null,
  raised_at    timestamptz not null,
  reply_by     date        not null,
  answered_at  timestamptz,
  answer_mark  text,
  because_zh   text        not null,
  because_en   text        not null,
  cell         bigint      not null,
  version      integer     not null,
  primary key (jurisdiction, card)
);

create index card_list_recent on card_list (jurisdiction, cell, raised_at, card);
create index card_list_of_all on card_list (jurisdiction, raised_at, card);
create index card_list_of_case on card_list (jurisdiction, log, case_id);
create index card_list_answer on card_list (jurisdiction, unit, answer_mark) where answer_mark is not null;

comment on table card_list is 'Cards: raised by a rule, answered by the unit, judged by supervision';
comment on column card_list.effective_at is 'The instant at which the fault was complete in law, not when it was noticed';
comment on column card_list.still_found is 'False once a later fact explains the finding; the card stays';
comment on column card_list.answer_mark is 'SHA-256 of the last answer without spaces and signs, to see a template used again';

create table card_cell (
  jurisdiction text   not null,
  cell         bigint not null,
  log          text   not null,
  unit         text,
  rule         text   not null,
  level        text   not null,
  status       text   not null,
  month        text   not null,
  cards        bigint not null,
  primary key (jurisdiction, cell)
);

comment on table card_cell is 'How many cards stand where, by month of the effective instant; lists of cards are merged from cells';

create table case_due_change (
  jurisdiction text        not null,
  log          text        not null,
  case_id      text        not null,
  kind         text        not null,
  changed_at   timestamptz not null,
  old_due_at   timestamptz not null,
  new_due_at   timestamptz not null,
  why_zh       text        not null,
  why_en       text        not null,
  primary key (jurisdiction, log, case_id, kind, changed_at)
);

comment on table case_due_change is 'Journal of due instants that moved because a calendar was loaded: old, new and why';

create table reporting_source (
  jurisdiction text    not null,
  log          text    not null,
  source       text    not null,
  highest      bigint  not null,
  gaps         json    not null,
  primary key (jurisdiction, log, source)
);

comment on table reporting_source is 'Departments'' systems that report events, and which of their numbers have not arrived';
comment on column reporting_source.gaps is 'Closed ranges [[from, to], …] below highest';

create table reported_event (
  jurisdiction text    not null,
  log          text    not null,
  source       text    not null,
  id           text    not null,
  sequence     bigint  not null,
  mark         text    not null,
  primary key (jurisdiction, log, source, id)
);

comment on table reported_event is 'Every reported event once, by the id its reporter gave it';
comment on column reported_event.mark is 'SHA-256 of what was reported first: the same id with other content is a finding';

-- A unit sees its own rows; whoever sees the jurisdiction sees all of them. The settings are read once a statement.
create function guard_by_unit(guarded regclass) returns void
  language plpgsql as $$
begin
  execute format('create policy own_unit on %s as restrictive to xiaoneng_app
                    using (   (select current_setting(''xiaoneng.reach'', true)) = ''jurisdiction''
                           or (select current_setting(''xiaoneng.jurisdiction'', true)) = ''*''
                           or (    (select current_setting(''xiaoneng.reach'', true)) = ''unit''
                               and unit = (select current_setting(''xiaoneng.unit'', true))))', guarded);
end $$;

comment on function guard_by_unit(regclass) is 'Row-level security by unit, on top of that by jurisdiction';

select guard_by_jurisdiction('watched_log', 'select, insert, update, delete');
select guard_by_jurisdiction('watched_case', 'select, insert, update, delete');
select guard_by_jurisdiction('watched_case_rule', 'select, insert, update, delete');
select guard_by_jurisdiction('watch_cell', 'select, insert, update, delete');
select guard_by_jurisdiction('watch_span', 'select, insert, update, delete');
select guard_by_jurisdiction('case_turn', 'select, insert, update, delete');
select guard_by_jurisdiction('watch_duration', 'select, insert, update, delete');
select guard_by_jurisdiction('watch_step', 'select, insert, update, delete');
select guard_by_jurisdiction('card_list', 'select, insert, update, delete');
select guard_by_jurisdiction('card_cell', 'select, insert, update, delete');
select guard_by_jurisdiction('case_due_change', 'select, insert, update, delete');
select guard_by_jurisdiction('reporting_source', 'select, insert, update, delete');
select guard_by_jurisdiction('reported_event', 'select, insert, update, delete');

select guard_by_unit('watched_case');
select guard_by_unit('watched_case_rule');
select guard_by_unit('watch_cell');
select guard_by_unit('watch_duration');
select guard_by_unit('card_list');
select guard_by_unit('card_cell');
