-- Which seal covers an event: found by the event's place, for the proofs in an evidence bundle.

create index ledger_seal_by_place on ledger_seal (jurisdiction, last_transaction, last_position);
