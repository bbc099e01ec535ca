/** The run: who throws, at what, and in which order. */
package dev.parley.fuzz.run;
