/**
 * Writes all accounts and messages into one file, and restores them. The file is a zip: {@code
 * auth/accounts.copy} and so on contain the rows as PostgreSQL's COPY writes them, and {@code
 * manifest.json} lists them. The schema is not in the file, because the services' own migrations
 * build it.
 */
package dev.parley.tools.backup;
