/** The user directory: who there is, and who is online. */
package dev.parley.auth.directory;
