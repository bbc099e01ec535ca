/**
 * Decides commands, one after the other, without a database: a {@link
 * dev.parley.history.ledger.Ledger} has what the transaction read under its locks, each decision
 * changes it, and what changed is written afterwards.
 */
package dev.parley.history.ledger;
