/** How statements for many rows are written and read. */
package dev.parley.history.sql;
