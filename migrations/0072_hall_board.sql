-- What the board of the hall and the walls of departments ask for every few seconds: today's cases and the open ones.

create index case_file_accepted on case_file (jurisdiction, accepted_at) where accepted_at is not null;
create index case_file_ended on case_file (jurisdiction, ended_at) where ended_at is not null;
create index case_file_open on case_file (jurisdiction, unit) where status in ('received', 'accepted', 'suspended');
