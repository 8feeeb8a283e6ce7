-- A message whose gateway failed rests before it is tried again, each time twice as long.

alter table outbox_message add column rests_until timestamptz;

comment on column outbox_message.rests_until is 'Not tried again before this; null: not tried yet';
