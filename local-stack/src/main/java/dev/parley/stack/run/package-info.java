/**
 * What the tools have in common that start a stack of their own and judge it: their command, their
 * folder, their log, their waiting.
 */
package dev.parley.stack.run;
