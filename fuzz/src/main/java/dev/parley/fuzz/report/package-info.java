/** The figures and findings of a run. */
package dev.parley.fuzz.report;
