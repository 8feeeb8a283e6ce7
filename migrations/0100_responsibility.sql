-- Who answers for a case: cases that were passed on, reached a leader, or whose applicants heard nothing are found at once.

create index case_file_transferred on case_file (jurisdiction, received_at) where (state -> 'transfers') is not null;

create index case_file_involved on case_file (jurisdiction, received_at)
  where (state -> 'interventions') is not null or (state -> 'cited') is not null;
