-- Why a version of an item was published, as whoever published it said.

alter table catalogue_version
  add column reason text not null default '';

comment on column catalogue_version.reason is 'Why the item was changed; empty for versions of before this was asked';
