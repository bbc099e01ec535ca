/**
 * Brings a service's schema up to date at its start: on connections without run-time limits, with
 * its progress in the log, and while the ports are open already where it takes long. Until it is
 * done the service is live but not ready, and answers every request with {@code unavailable}.
 *
 * <p>A migration is a file {@code db/migration/V<n>__<what_it_does>.sql}, and never changes once it
 * was applied somewhere. It runs in one transaction and waits at most {@link LockPatience#LIMIT}
 * for a lock, since every reader and writer queues behind it. So it must be quick: a new column has
 * a constant default or none.
 *
 * <p>An index on a large table has a file of its own, and nothing else is in it:
 *
 * <pre>{@code
 * DROP INDEX CONCURRENTLY IF EXISTS messages_by_time;
 * CREATE INDEX CONCURRENTLY messages_by_time ON messages (created_at);
 * }</pre>
 *
 * <p>Flyway runs such a file outside a transaction. Readers and writers go on meanwhile. The first
 * line removes the invalid index of a run that was interrupted, since the file then runs again.
 *
 * <p>An old migration that blocks has a replacement in {@code db/concurrently}, see {@link
 * BlockingMigrations}.
 */
package dev.parley.schema;
