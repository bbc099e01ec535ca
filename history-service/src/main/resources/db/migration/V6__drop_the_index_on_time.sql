-- Only the feed asked by time.
DROP INDEX CONCURRENTLY IF EXISTS messages_by_time;
