/**
 * Shared by the tools that start their own stack and judge it: the command, the folder, the log,
 * the waiting.
 */
package dev.parley.stack.run;
