-- The same as the migration of this name, and nobody waits for it.
DROP INDEX CONCURRENTLY IF EXISTS history.messages_by_time;

CREATE INDEX CONCURRENTLY messages_by_time ON history.messages (created_at);
