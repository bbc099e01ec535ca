/**
 * One file with all accounts and messages, and the way back. The file is a zip: {@code
 * auth/accounts.copy} and so on hold the rows as PostgreSQL's COPY writes them, {@code
 * manifest.json} says what is there. The schema is not in it: the services' own migrations build
 * it.
 */
package dev.parley.stack.backup;
