/** The names of accounts: which are allowed, and which are the same or look alike. */
package dev.parley.name;
