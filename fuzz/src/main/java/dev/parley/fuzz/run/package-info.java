/** The course of a run. */
package dev.parley.fuzz.run;
