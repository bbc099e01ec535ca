/**
 * Imports the data of the small chat that Parley succeeds: its accounts with their passwords, and
 * its messages. All of it or nothing.
 */
package dev.parley.tools.predecessor;
