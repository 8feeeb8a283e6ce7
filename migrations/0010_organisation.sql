create table organisation_jurisdiction (
  jurisdiction text primary key,
  name         text not null,
  name_en      text not null,
  level        text not null check (level in ('province', 'city', 'county', 'township')),
  parent       text
);

comment on table organisation_jurisdiction is 'The governments on this platform; names are public, for signing in';
comment on column organisation_jurisdiction.parent is 'The government above, where it is on this platform too';
select guard_by_jurisdiction('organisation_jurisdiction', 'select, insert, update, delete');
create policy names_are_public on organisation_jurisdiction for select to xiaoneng_app using (true);

create table organisation_unit (
  jurisdiction text not null,
  unit         text not null,
  name         text not null,
  name_en      text not null,
  kind         text not null
    check (kind in ('department', 'hall', 'supervision', 'leadership', 'township', 'village')),
  parent       text,
  primary key (jurisdiction, unit)
);

comment on table organisation_unit is 'Units of a government: departments, halls, townships, the supervision body';
comment on column organisation_unit.parent is 'The unit above it';
select guard_by_jurisdiction('organisation_unit', 'select, insert, update, delete');

create table organisation_post (
  jurisdiction text not null,
  unit         text not null,
  post         text not null,
  title        text not null,
  title_en     text not null,
  holder       text,
  backup       text,
  away_from    timestamptz,
  away_until   timestamptz,
  primary key (jurisdiction, unit, post)
);

create index organisation_post_holder on organisation_post (jurisdiction, holder);

comment on table organisation_post is 'Posts of a unit with holder (A岗) and backup (B岗)';
comment on column organisation_post.holder is 'Account that holds the post';
comment on column organisation_post.backup is 'Account that has the post''s work while the holder is away';
comment on column organisation_post.away_from is 'From when the holder is away, if so marked';
comment on column organisation_post.away_until is 'Until when; null is until further notice';
select guard_by_jurisdiction('organisation_post', 'select, insert, update, delete');
