-- Hearings that were asked for and visits nobody has been named for are work as well.
alter table case_work drop constraint case_work_kind_check;

alter table case_work add constraint case_work_kind_check
  check (kind in ('answer', 'step', 'decide', 'deliver', 'extension', 'hearing', 'visit'));
