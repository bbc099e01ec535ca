/**
 * Accounts: their names, how they come to be, and how the history service learns of them.
 *
 * <p>A change of an account that others have to know of queues the account in the same transaction;
 * a trigger does that. {@link dev.parley.auth.account.OutboxFollower} tells the history service of
 * what is queued, oldest first and at least once. {@link dev.parley.auth.account.Introduction}
 * tells it of a new account before the registration is answered, because somebody may add its owner
 * to a room right away.
 */
package dev.parley.auth.account;
