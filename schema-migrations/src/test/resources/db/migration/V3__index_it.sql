DROP INDEX CONCURRENTLY IF EXISTS entries_by_word;

CREATE INDEX CONCURRENTLY entries_by_word ON entries (word);
