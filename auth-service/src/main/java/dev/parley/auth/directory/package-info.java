/** The user directory: all users, and which of them are online. */
package dev.parley.auth.directory;
