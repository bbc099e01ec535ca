/**
 * Looks after the data of a local stack: backup and restore, the doctor, the import of the first
 * chat, new passwords. Uses {@code local-stack}, which knows nothing of this module.
 */
package dev.parley.tools;
