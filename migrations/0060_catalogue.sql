-- Items of government service and their versions: lists derived from the streams item/<code>.

create table catalogue_item (
  jurisdiction    text    not null,
  item            text    not null,
  unit            text    not null,
  latest_version  integer not null,
  stream_version  integer not null,
  suspension      json,
  resumption      json,
  cancellation    json,
  primary key (jurisdiction, item)
);

comment on table catalogue_item is 'Every item that was drafted or published, and whether it is closed';
comment on column catalogue_item.latest_version is 'The number of the version published last; 0 before the first';
comment on column catalogue_item.stream_version is 'Version of its stream, for ETag and If-Match';
comment on column catalogue_item.suspension is 'The last one: { from, reason, document }; from that day no new applications, until the resumption';
comment on column catalogue_item.cancellation is 'From that day it is no item any more; running cases finish by their version';
select guard_by_jurisdiction('catalogue_item', 'select, insert, update, delete');

create table catalogue_version (
  jurisdiction    text        not null,
  item            text        not null,
  version         integer     not null,
  unit            text        not null,
  effective_from  date        not null,
  effective_until date,
  published_at    timestamptz not null,
  published_by    text        not null,
  drafted_by      text        not null,
  basic_code      text,
  hash            text        not null,
  summary         json        not null,
  content         json        not null,
  primary key (jurisdiction, item, version)
);

create index catalogue_version_basic on catalogue_version (jurisdiction, basic_code) where effective_until is null;

comment on table catalogue_version is 'Published versions: never changed but for the day on which the next one takes over';
comment on column catalogue_version.effective_until is 'The first day on which the next version is in force';
comment on column catalogue_version.summary is 'What lists show of it, so that they need not read the content';
comment on column catalogue_version.hash is 'SHA-256 of the canonical content';
select guard_by_jurisdiction('catalogue_version', 'select, insert, update, delete');

create table catalogue_draft (
  jurisdiction text        not null,
  item         text        not null,
  unit         text        not null,
  changed_at   timestamptz not null,
  changed_by   text        not null,
  content      json        not null,
  primary key (jurisdiction, item)
);

comment on table catalogue_draft is 'Drafts that were not published yet: the business of their unit and of supervision';
select guard_by_jurisdiction('catalogue_draft', 'select, insert, update, delete');
select guard_by_unit('catalogue_draft');

create table catalogue_search (
  jurisdiction    text     not null,
  item            text     not null,
  version         integer  not null,
  unit            text     not null,
  effective_from  date     not null,
  effective_until date,
  clients         text[]   not null,
  themes          text[]   not null,
  name            text     not null,
  name_length     smallint not null,
  initials        text     not null,
  words           text[]   not null,
  primary key (jurisdiction, item, version)
);

-- The words are read by the index alone: out of the way, a list reads few pages.
alter table catalogue_search set (toast_tuple_target = 128);
alter table catalogue_search alter column words set storage external;
create index catalogue_search_words on catalogue_search using gin (words);

comment on table catalogue_search is
  'What the search of the portal reads. Published guides are public, and it is asked by the system''s role with the jurisdiction in the question: under row-level security no index on words could be used';
comment on column catalogue_search.initials is 'First letters of the syllables of the name, for the order of what is found';
comment on column catalogue_search.words is
  'Pairs of Chinese characters, initials and spelling in pinyin, pieces of English, of name, phrases and main item';
select guard_by_jurisdiction('catalogue_search', 'select, insert, update, delete');
