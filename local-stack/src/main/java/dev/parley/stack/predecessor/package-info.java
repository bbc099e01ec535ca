/**
 * Takes over what the small chat kept that Parley succeeds: its accounts with their passwords, and
 * its messages. All of it or nothing.
 */
package dev.parley.stack.predecessor;
