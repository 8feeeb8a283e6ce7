-- A theme or a unit with few items is found without reading all of them.
create index catalogue_search_themes on catalogue_search using gin (themes);
create index catalogue_search_unit on catalogue_search (jurisdiction, unit, item);
