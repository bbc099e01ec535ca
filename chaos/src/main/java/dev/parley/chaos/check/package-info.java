/** Judges evidence; pure functions. */
package dev.parley.chaos.check;
