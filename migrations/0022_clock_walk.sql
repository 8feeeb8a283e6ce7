-- A notice walks the open clocks in the order in which they lie, so that each page of the table is met once.

create index clock_walk on clock (jurisdiction, id) where stopped_at is null;
