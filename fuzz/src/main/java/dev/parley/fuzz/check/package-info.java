/** Checks of each answer, and of the whole Parley afterwards. */
package dev.parley.fuzz.check;
