/** Accounts: their names and how they come to be. */
package dev.parley.auth.account;
