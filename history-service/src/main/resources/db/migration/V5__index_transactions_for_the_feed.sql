DROP INDEX CONCURRENTLY IF EXISTS messages_by_transaction;
CREATE INDEX CONCURRENTLY messages_by_transaction ON messages (committed_in) WHERE committed_in IS NOT NULL;
