/** The numbers of a run and what was found. */
package dev.parley.fuzz.report;
