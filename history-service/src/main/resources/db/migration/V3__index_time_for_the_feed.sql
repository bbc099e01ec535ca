-- "What was committed lately" is asked every second by every gateway. A BRIN index, as this one was,
-- tells of a range only after autovacuum has summarised it: until then, up to a minute, all that was
-- written since is read whole for each question. In a b-tree new entries go to the last page, where
-- those of one transaction, which have the same time, are kept as one.
DROP INDEX messages_by_time;

CREATE INDEX messages_by_time ON messages (created_at);
