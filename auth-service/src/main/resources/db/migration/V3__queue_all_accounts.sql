-- Apart from the migration before, whose lock stops everybody. New accounts are queued by themselves
-- by now; one that is queued twice does no harm.
INSERT INTO accounts_outbox (account_id) SELECT id FROM accounts ORDER BY id;
